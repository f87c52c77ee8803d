/** Gives what is found an id that holds as long as the same view is there. */
export class Elements {
  #ids = new WeakMap();
  #count = 0;

  idOf(node) {
    if (node.ref) {
      return `web-${node.ref}`;
    }
    if (!this.#ids.has(node.element)) {
      this.#ids.set(node.element, `00000000-0000-${String(++this.#count).padStart(4, '0')}-ffff-ffff00000000`);
    }
    return this.#ids.get(node.element);
  }
}
