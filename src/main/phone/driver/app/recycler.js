import { view } from '/device/view.js';

/** How far beyond its edges a list keeps its rows, in CSS pixels. */
const MARGIN = 80;

/**
 * A list like Android's RecyclerView: only rows on the screen, and a few beyond, have views; a row that comes back has
 * new ones.
 */
export class Recycler {
  constructor(is) {
    this.element = view('androidx.recyclerview.widget.RecyclerView', { collection: true, ...is });
    this.element.addEventListener('scroll', () => this.#recycle());
    new ResizeObserver(() => this.#resized()).observe(this.element);
    this.#rows = [];
    this.#atEnd = true;
  }

  #rows;
  #atEnd;

  /**
   * @param {() => HTMLElement} draw makes the row's views anew, each time it comes onto the screen
   * @returns {{redraw: () => void, remove: () => void}}
   */
  add(draw) {
    const slot = document.createElement('div');
    slot.className = 'slot';
    const row = { slot, draw, shown: false };
    this.element.append(slot);
    this.#rows.push(row);
    this.#show(row);
    this.#toEnd();
    return {
      redraw: () => {
        const end = this.#nearEnd();
        this.#show(row);
        if (end) {
          this.#toEnd();
        } else {
          this.#recycle();
        }
      },
      remove: () => {
        slot.remove();
        this.#rows = this.#rows.filter((other) => other !== row);
        this.#recycle();
      },
    };
  }

  #show(row) {
    row.slot.style.height = '';
    row.slot.replaceChildren(row.draw());
    row.shown = true;
  }

  #nearEnd() {
    const list = this.element;
    return list.scrollTop + list.clientHeight >= list.scrollHeight - MARGIN;
  }

  #toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.#recycle();
  }

  #resized() {
    if (this.#atEnd) {
      this.#toEnd();
    } else {
      this.#recycle();
    }
  }

  #recycle() {
    this.#atEnd = this.#nearEnd();
    const seen = this.element.getBoundingClientRect();
    for (const row of this.#rows) {
      const { top, bottom, height } = row.slot.getBoundingClientRect();
      const near = bottom > seen.top - MARGIN && top < seen.bottom + MARGIN;
      if (near && !row.shown) {
        this.#show(row);
      } else if (!near && row.shown) {
        row.slot.style.height = `${height}px`;
        row.slot.replaceChildren();
        row.shown = false;
      }
    }
  }
}
