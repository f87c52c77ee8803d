/**
 * Draws the chatbot's window again and again while the conversation goes on, so that it can be played later: boxes and
 * texts with the looks they had, through shadow roots, and nothing that could run, load or lead anywhere. Pictures become
 * empty boxes. What did not change is kept once: a frame names its outermost box, a box its looks, its texts and its boxes.
 *
 * @param {object} eyes what eyes.js returned
 * @param {object} features for the extent of the window
 */
(eyes, features) => {
  const { box, contains, drawnChildren, drawnParent, elements, fold, rootOf } = eyes;

  const MOST_FRAMES = 1500;
  const MOST_NODES = 60000;
  const MOST_LETTERS = 3000000;
  const EVERY_MS = 150;
  /** A frame that costs more makes the next one wait for some times as long. */
  const CHEAP_MS = 3;
  const REST = 20;
  const LOOKS = [
    'display', 'position', 'float', 'box-sizing', 'width', 'min-width', 'max-width', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left',
    'padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-radius',
    'background-color', 'background-image', 'color', 'font-size', 'font-weight', 'font-style', 'font-family', 'line-height', 'text-align', 'text-decoration-line', 'white-space',
    'overflow-x', 'overflow-y', 'flex-direction', 'flex-wrap', 'flex-grow', 'flex-shrink', 'flex-basis', 'justify-content', 'align-items', 'align-self', 'order',
    'row-gap', 'column-gap', 'list-style-type', 'vertical-align', 'opacity', 'visibility', 'box-shadow', 'word-break', 'overflow-wrap', 'writing-mode',
    'border-collapse', 'grid-template-columns', 'z-index',
  ];
  /** What need not be said, as it is what a box has that says nothing; never of looks that a box takes from the one around it. */
  const USUAL = {
    display: 'block', position: 'static', float: 'none', 'box-sizing': 'content-box', 'min-width': '0px', 'max-width': 'none', 'background-color': 'rgba(0, 0, 0, 0)',
    'text-decoration-line': 'none', 'overflow-x': 'visible', 'overflow-y': 'visible', 'flex-direction': 'row', 'flex-wrap': 'nowrap', 'flex-grow': '0', 'flex-shrink': '1',
    'flex-basis': 'auto', 'justify-content': 'normal', 'align-items': 'normal', 'align-self': 'auto', order: '0', 'row-gap': 'normal', 'column-gap': 'normal',
    'vertical-align': 'baseline', opacity: '1', 'box-shadow': 'none', 'border-radius': '0px', 'grid-template-columns': 'none', 'z-index': 'auto', 'background-image': 'none',
  };
  const REPLACED = /^(img|svg|canvas|video|audio|iframe|object|embed|select|progress|meter)$/;
  const SILENT = /^(script|style|noscript|template|head|meta|link|title|source|track|param)$/;
  const FIELDS = /^(input|textarea)$/;

  let film = null;

  const numbered = (table, key, make) => {
    if (!table.has(key)) {
      table.set(key, table.size);
      film.letters += key.length;
      make();
    }
    return table.get(key);
  };

  const looksOf = (el, style, outermost) => {
    const said = [];
    for (const name of LOOKS) {
      const value = style.getPropertyValue(name);
      if (!value || value === USUAL[name] || /url\(|image-set|cross-fade|0px none/.test(value) || /^(margin|padding)/.test(name) && value === '0px') continue;
      if (outermost && /^(position|float|margin|z-index|order)/.test(name)) continue;
      said.push(name + ':' + value);
    }
    const placed = /absolute|fixed/.test(style.position) && !outermost;
    if (placed) for (const side of ['top', 'left']) said.push(side + ':' + style.getPropertyValue(side));
    if (placed || outermost || REPLACED.test(el.localName) || FIELDS.test(el.localName) || eyes.scrolls(el)) said.push('height:' + style.height);
    if (REPLACED.test(el.localName)) said.push('background-color:rgba(128,128,128,.18)');
    const key = said.join(';');
    return numbered(film.looks, key, () => film.styles.push(key));
  };

  const textOf = (el) => {
    if (el.localName === 'img') return fold(el.alt || '');
    if (el.localName === 'select') return el.selectedOptions && el.selectedOptions[0] ? fold(el.selectedOptions[0].text) : '';
    if (!FIELDS.test(el.localName)) return '';
    if (el.type === 'password') return el.value ? '\u2022\u2022\u2022' : '';
    return /^(checkbox|radio|file|hidden|range|color)$/.test(el.type) ? '' : el.value || el.getAttribute('placeholder') || '';
  };

  /** Returns the number of the box that an element is; less than 0 if it is none. */
  const draw = (el, outermost) => {
    const kept = film.drawn.get(el);
    if (kept !== undefined) return kept;
    const style = getComputedStyle(el);
    let number = -1;
    if (style.display !== 'none' && !SILENT.test(el.localName) && film.nodes.length < MOST_NODES && film.letters < MOST_LETTERS) {
      const parts = [looksOf(el, style, outermost), Math.round(el.scrollTop || 0)];
      if (REPLACED.test(el.localName) || FIELDS.test(el.localName)) {
        const text = textOf(el);
        if (FIELDS.test(el.localName)) film.fields.set(el, text);
        if (text) parts.push(text.slice(0, 2000));
      } else {
        for (const child of drawnChildren(el)) {
          if (child.nodeType === Node.TEXT_NODE && child.data) parts.push(child.data.length > 20000 ? child.data.slice(0, 20000) : child.data);
          else if (child.nodeType === Node.ELEMENT_NODE) {
            const inner = child.localName === 'br' ? -1 : draw(child, false);
            if (child.localName === 'br') parts.push('\n');
            else if (inner >= 0) parts.push(inner);
          }
        }
      }
      number = numbered(film.boxes, JSON.stringify(parts), () => film.nodes.push(parts));
    }
    film.drawn.set(el, number);
    return number;
  };

  const expose = () => {
    film.timer = null;
    const from = performance.now();
    // What a script puts into a field, or takes out of it, is no change of the document.
    for (const [field, text] of film.fields) if (textOf(field) !== text) forget(field, false);
    if (!film.root.isConnected || film.frames.length >= MOST_FRAMES) return;
    const root = draw(film.root, true);
    const last = film.frames[film.frames.length - 1];
    if (root >= 0 && (!last || last[1] !== root)) film.frames.push([Math.round(from - film.began), root]);
    film.cost = performance.now() - from;
    film.spent += film.cost;
    film.exposed = performance.now();
  };

  const stir = () => {
    if (film.timer !== null) return;
    const rest = Math.max(EVERY_MS, film.cost > CHEAP_MS ? film.cost * REST : 0);
    film.timer = setTimeout(expose, Math.max(0, film.exposed + rest - performance.now()));
  };

  const forget = (node, below) => {
    const el = node.nodeType === Node.ELEMENT_NODE ? node : node instanceof ShadowRoot ? node.host : drawnParent(node);
    if (!el) return;
    if (below && el.nodeType === Node.ELEMENT_NODE) for (const inner of elements(el)) film.drawn.delete(inner);
    for (let at = el; at && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
      film.drawn.delete(at);
      if (at === film.root) break;
    }
  };

  const watch = (observer, root) => {
    if (film.watched.has(root)) return;
    film.watched.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open', 'value', 'src'] });
  };

  return {
    /** Begins to draw the window that an input belongs to. */
    begin: (input) => {
      if (film) film.stop();
      const root = features.windowOf(input);
      film = {
        root, began: performance.now(), at: performance.timeOrigin + performance.now(), looks: new Map(), styles: [], boxes: new Map(), nodes: [], frames: [], drawn: new WeakMap(), fields: new Map(),
        letters: 0, spent: 0, cost: 0, exposed: 0, timer: null, watched: new WeakSet(),
      };
      const observer = new MutationObserver((records) => {
        for (const record of records) {
          // Other looks of one box may be other looks of all in it.
          forget(record.target, record.type === 'attributes');
          for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) for (const el of elements(node)) if (rootOf(el)) watch(observer, rootOf(el));
        }
        stir();
      });
      watch(observer, root);
      for (const el of elements(root)) if (rootOf(el)) watch(observer, rootOf(el));
      const moved = (event) => {
        const el = event.composedPath()[0];
        if (!el || el.nodeType !== Node.ELEMENT_NODE || !contains(root, el)) return;
        forget(el, false);
        stir();
      };
      addEventListener('scroll', moved, true);
      addEventListener('input', moved, true);
      film.stop = () => {
        observer.disconnect();
        removeEventListener('scroll', moved, true);
        removeEventListener('input', moved, true);
        clearTimeout(film.timer);
      };
      expose();
      return film.spent;
    },

    /**
     * Ends the drawing and returns all of it; null if nothing was drawn in this document.
     *
     * @returns {{film: string}|null} its spentMs is what the drawing cost the page in all
     */
    end: () => {
      if (!film) return null;
      film.stop();
      film.timer = null;
      expose();
      const rect = box(film.root);
      const { at, styles, nodes, frames, spent } = film;
      const text = JSON.stringify({ at: Math.round(at), width: Math.round(rect.width), height: Math.round(Math.min(rect.height, 4000)), styles, nodes, frames, spentMs: Math.round(spent * 10) / 10 });
      film = null;
      return { film: text };
    },
  };
}
