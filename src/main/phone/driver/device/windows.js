import { view } from './view.js';

/** The windows on the screen, the last one on top. */
export class Windows {
  #place = document.getElementById('windows');
  #count = 0;

  /** The window that gets touches and that UiAutomator reads. */
  get active() {
    return this.#place.lastElementChild;
  }

  /**
   * @param {{package: string, activity?: string, css?: string, back?: () => void}} is back: what the back key does;
   *   without it nothing
   */
  open(is, ...content) {
    const window = view('FrameLayout', { css: `window ${is.css ?? ''}` }, ...content);
    window.dataset.package = is.package;
    window.dataset.activity = is.activity ?? '';
    window.dataset.number = String(++this.#count);
    window.back = is.back ?? (() => {});
    this.#place.append(window);
    return window;
  }

  /** Brings back what left the screen, on top, as it was: what is put elsewhere in a page forgets how it was scrolled. */
  raise(window) {
    const scrolled = [...window.querySelectorAll('*')].map((element) => [element, element.scrollTop]);
    this.#place.append(window);
    scrolled.filter(([, top]) => top > 0).forEach(([element, top]) => (element.scrollTop = top));
  }

  close(window) {
    window.remove();
  }

  /** Asks something in a window of its own; each choice closes it. */
  dialog({ title, message, choices, ids, from, cancelable }) {
    const buttons = choices.map(({ label, id, then }) =>
      view('Button', {
        id,
        text: label,
        click: () => {
          this.close(window);
          then?.();
        },
      }),
    );
    const window = this.open(
      { package: from, css: 'dialog', back: () => cancelable && this.close(window) },
      view(
        'LinearLayout',
        { id: ids?.panel ?? 'dialog_panel' },
        view('TextView', { id: ids?.title ?? 'tv_title', text: title }),
        view('TextView', { id: ids?.message ?? 'tv_message', css: 'message', text: message }),
        view('LinearLayout', { css: 'choices' }, ...buttons),
      ),
    );
    return window;
  }

  /** Closes all windows of a package. */
  closeAll(packageName) {
    [...this.#place.children]
      .filter((window) => window.dataset.package === packageName)
      .forEach((window) => this.close(window));
  }
}
