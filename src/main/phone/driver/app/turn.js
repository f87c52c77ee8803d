import { plain } from './markup.js';

/**
 * One question and what comes back to it: what is to be shown, and the truth about it. Knows no views.
 *
 * A bubble is {text, thinking, folded, options, pending}; each change is told to the list.
 */
export class Turn {
  #question;
  #stamp;
  #list;
  #first = null;
  #last = null;
  #thinkingFrom = null;
  #bubbles = [];
  #typing;
  #ended = false;
  #report;

  /**
   * @param {string} question
   * @param {Event} event the touch that sent it
   * @param {{typing: () => {remove: () => void}, bubble: (bubble: object) => {redraw: () => void},
   *   suggest: (labels: string[]) => string[], login: () => void}} list
   * @param {(truth: object) => void} report
   */
  constructor(question, event, list, report) {
    this.#question = question;
    this.#stamp = event.timeStamp;
    this.#list = list;
    this.#report = report;
    this.#typing = list.typing();
  }

  wait(text) {
    this.#open({ text, pending: true });
  }

  think(text) {
    if (this.#bubbles.length === 0) {
      this.#open({ text: '', thinking: '' });
      this.#thinkingFrom = performance.now();
    }
    const bubble = this.#bubbles.at(-1);
    bubble.thinking += text;
    bubble.row.redraw();
  }

  /** More of the same bubble. */
  text(piece) {
    const bubble = this.#bubbles.at(-1) ?? this.#open({ text: '' });
    bubble.folded = true;
    bubble.text += piece;
    this.#changed(bubble);
  }

  /** A bubble of its own, or what a placeholder is replaced by. */
  bubble(text) {
    const last = this.#bubbles.at(-1);
    if (last?.pending) {
      last.pending = false;
      last.text = text;
      this.#changed(last);
    } else {
      this.#changed(this.#open({ text }));
    }
  }

  end({ options = [], related = [] }) {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#typing.remove();
    const last = this.#bubbles.at(-1);
    if (!last) {
      return;
    }
    last.options = options;
    last.done = true;
    this.#changed(last);
    this.#tell(options, this.#list.suggest(related));
  }

  login() {
    this.#typing.remove();
    this.#list.login();
  }

  failed() {
    if (this.#bubbles.length === 0) {
      this.bubble('系统繁忙，请稍后再试。');
    }
    this.end({});
  }

  #open(bubble) {
    this.#typing.remove();
    bubble.options = [];
    bubble.row = this.#list.bubble(bubble);
    this.#bubbles.push(bubble);
    return bubble;
  }

  #changed(bubble) {
    bubble.row.redraw();
    this.#last = performance.now();
    this.#first ??= this.#last;
  }

  #tell(options, suggestions) {
    if (this.#first === null) {
      return;
    }
    this.#report({
      question: this.#question,
      sentAt: performance.timeOrigin + this.#stamp,
      firstTextMs: this.#first - this.#stamp,
      completeMs: this.#last - this.#stamp,
      thinkingMs: this.#thinkingFrom === null ? -1 : this.#thinkingFrom - this.#stamp,
      bubbles: this.#bubbles.map(({ text }) => plain(text)),
      thinking: this.#bubbles.map(({ thinking }) => thinking ?? '').join(''),
      options,
      suggestions,
    });
  }
}
