import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PHONE = fileURLToPath(new URL('../../main/phone', import.meta.url));
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A real Appium server in a process of its own. */
export class Appium {
  #process;
  #address;

  static async start() {
    const appium = new Appium();
    appium.#process = spawn(process.execPath, [`${PHONE}/serve.js`], { stdio: ['pipe', 'pipe', 'inherit'] });
    appium.#address = `http://127.0.0.1:${await appium.#listening()}`;
    return appium;
  }

  #listening() {
    const said = [];
    return new Promise((resolve, reject) => {
      this.#process.once('exit', () => reject(new Error(`Appium ended:\n${said.join('\n')}`)));
      createInterface({ input: this.#process.stdout }).on('line', (line) => {
        said.push(line);
        const port = /^listening (\d+)$/.exec(line)?.[1];
        if (port) {
          resolve(port);
        }
      });
    });
  }

  /**
   * Starts a session; the app has been used before unless the capabilities say otherwise.
   *
   * @param {object} caps without the prefix appium:; platformName is Android where it is not said
   */
  async session(caps) {
    const { platformName = 'Android', ...named } = caps;
    const all = { automationName: 'SimDroid', dumpDelayMs: 0, noReset: true, ...named };
    const { sessionId, capabilities } = await this.send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          platformName,
          ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`appium:${name}`, value])),
        },
      },
    });
    return new Session(this, sessionId, capabilities);
  }

  async send(method, path, body) {
    const response = await fetch(this.#address + path, {
      method,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) {
      throw Object.assign(new Error(value.message), { kind: value.error });
    }
    return value;
  }

  stop() {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    return gone;
  }
}

/** What a client does, in its words. */
export class Session {
  #appium;
  #path;

  constructor(appium, id, capabilities) {
    this.#appium = appium;
    this.#path = `/session/${id}`;
    this.capabilities = capabilities;
  }

  call(method, path, body) {
    return this.#appium.send(method, this.#path + path, body ?? (method === 'POST' ? {} : undefined));
  }

  source() {
    return this.call('GET', '/source');
  }

  async find(using, value, within) {
    return (await this.call('POST', `${within ? `/element/${within}` : ''}/element`, { using, value }))[ELEMENT];
  }

  async findAll(using, value, within) {
    const found = await this.call('POST', `${within ? `/element/${within}` : ''}/elements`, { using, value });
    return found.map((element) => element[ELEMENT]);
  }

  texts(using, value) {
    return this.findAll(using, value).then((ids) => Promise.all(ids.map((id) => this.text(id))));
  }

  text(id) {
    return this.call('GET', `/element/${id}/text`);
  }

  attribute(id, name) {
    return this.call('GET', `/element/${id}/attribute/${name}`);
  }

  rect(id) {
    return this.call('GET', `/element/${id}/rect`);
  }

  click(id) {
    return this.call('POST', `/element/${id}/click`);
  }

  type(id, text) {
    return this.call('POST', `/element/${id}/value`, { text });
  }

  mobile(name, args = {}) {
    return this.call('POST', '/execute/sync', { script: `mobile: ${name}`, args: [args] });
  }

  /** Touches what reads so, once it is there. */
  async press(text) {
    await this.click(await this.once(() => this.find('-android uiautomator', `new UiSelector().text("${text}")`)));
  }

  /** Asks again until something is there; an error means not yet. */
  async once(look, patience = 10_000) {
    const until = Date.now() + patience;
    for (;;) {
      try {
        const seen = await look();
        if (seen || seen === 0) {
          return seen;
        }
      } catch (notYet) {
        if (Date.now() > until) {
          throw notYet;
        }
      }
      if (Date.now() > until) {
        throw new Error('not seen in time');
      }
    }
  }

  async openChat() {
    await this.press('跳过');
    await this.press('我的');
    await this.press('智能客服');
    await this.once(() => this.find('id', 'tv_option'));
  }

  async openWeb() {
    await this.press('跳过');
    await this.press('我的');
    await this.press('在线咨询');
    await this.once(async () => (await this.call('GET', '/contexts')).length > 1);
  }

  async ask(question) {
    await this.type(await this.find('id', 'et_input'), question);
    await this.press('发送');
  }

  close() {
    return this.call('DELETE', '');
  }
}
