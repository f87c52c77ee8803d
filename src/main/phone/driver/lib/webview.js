import { readFileSync } from 'node:fs';
import { Chromium } from './chromium.js';

const USER_AGENT =
  'Mozilla/5.0 (Linux; Android 14; SimDroid simulated; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
  'Chrome/150.0.0.0 Mobile Safari/537.36';
const TREE = readFileSync(new URL('../device/web-tree.js', import.meta.url), 'utf8');

/** The page inside the app's WebView: a Chromium of its own, as large as its place on the screen. */
export class WebView {
  #browser;

  static async open(wish, size, address) {
    const webView = new WebView();
    webView.#browser = await Chromium.start({ ...wish, ...size, userAgent: wish.userAgent ?? USER_AGENT });
    await webView.#browser.visit(address);
    return webView;
  }

  get proxyOptions() {
    return this.#browser.proxyOptions;
  }

  /** Returns what its page tells an accessibility service, with plain references of its elements. */
  async tree() {
    const { title, address, nodes } = await this.#browser.run(TREE);
    return { title, address, nodes: nodes.map(referenced) };
  }

  screenshot() {
    return this.#browser.screenshot();
  }

  tap(x, y) {
    return this.#browser.tap(x, y);
  }

  drag(...gesture) {
    return this.#browser.drag(...gesture);
  }

  async type(ref, text, replace) {
    if (replace) {
      await this.#browser.erase(ref);
    }
    await this.#browser.focus(ref);
    await this.#browser.type(text);
  }

  clear(ref) {
    return this.#browser.erase(ref);
  }

  stop() {
    return this.#browser.stop();
  }
}

function referenced({ ref, part, children, ...told }) {
  const element = Chromium.reference(ref);
  return { ...told, ref: part === undefined ? element : `${element}-${part}`, children: children.map(referenced) };
}
