/** The soft keyboard: comes when an EditText is touched, takes its place from the window, goes with the back key. */
export class Keyboard {
  #keys = document.getElementById('keyboard');

  constructor() {
    for (let key = 0; key < 31; key++) {
      this.#keys.append(document.createElement('i'));
    }
    // As on Android, only what can be typed into takes the focus when it is touched.
    document.addEventListener('mousedown', (event) => !edits(event.target) && event.preventDefault());
    document.addEventListener('click', (event) => edits(event.target) && this.#show(true));
    document.addEventListener('focusin', (event) => this.#show(edits(event.target)));
  }

  get shown() {
    return !this.#keys.hidden;
  }

  /** Goes when what was typed into has gone. */
  follow() {
    if (!edits(document.activeElement)) {
      this.#show(false);
    }
  }

  #show(on) {
    if (this.shown !== on) {
      this.#keys.hidden = !on;
      document.body.classList.toggle('typing', on);
      window.dispatchEvent(new Event('resize'));
    }
  }

  /** Returns whether it was there. */
  hide() {
    const was = this.shown;
    this.#show(false);
    return was;
  }
}

function edits(element) {
  return element?.tagName === 'TEXTAREA';
}
