/**
 * How a page is seen: the tree as it is drawn (through shadow roots and slots), what of it is visible, and the text a
 * reader reads. Changes nothing in the page.
 *
 * @returns {object} the functions below; every other script is given this object
 */
() => {
  // Closed roots cannot be asked of the host; the driver hands them in.
  const handedIn = new WeakMap();
  const rootOf = (el) => el.shadowRoot || handedIn.get(el) || null;

  /**
   * Where the driver cannot hand a closed root in either: a custom element gives its own to whoever asks first for its
   * internals. Left alone if it is part of a form, for then it will ask itself.
   */
  const internals = new WeakMap();
  const askForRoot = (host) => {
    const made = host.attachInternals && customElements.get(host.localName);
    if (!made || made.formAssociated) return false;
    try {
      if (!internals.has(host)) internals.set(host, host.attachInternals());
    } catch (taken) {
      return false;
    }
    const root = internals.get(host).shadowRoot;
    if (root) handedIn.set(host, root);
    return Boolean(root);
  };

  const drawnChildren = (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const root = rootOf(node);
      if (root) return root.childNodes;
      if (node.localName === 'slot') {
        const assigned = node.assignedNodes();
        return assigned.length ? assigned : node.childNodes;
      }
    }
    return node.childNodes;
  };

  const drawnParent = (node) => {
    if (node.assignedSlot) return node.assignedSlot;
    const parent = node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent;
  };

  const chain = (node) => {
    const up = [];
    for (let at = node; at && at.nodeType !== Node.DOCUMENT_NODE; at = drawnParent(at)) up.push(at);
    return up;
  };

  const contains = (outer, inner) => {
    for (let at = inner; at; at = drawnParent(at)) if (at === outer) return true;
    return false;
  };

  /** The deepest element that holds both, and below it the branch towards each. */
  const fork = (a, b) => {
    const above = chain(a);
    const seen = new Map(above.map((node, i) => [node, i]));
    let below = null;
    for (let at = b; at; at = drawnParent(at)) {
      if (seen.has(at)) {
        const i = seen.get(at);
        return { at, a: i ? above[i - 1] : null, b: below, depth: above.length - i };
      }
      below = at;
    }
    return null;
  };

  function* elements(root) {
    const stack = [root];
    while (stack.length) {
      const node = stack.pop();
      if (node.nodeType === Node.ELEMENT_NODE) yield node;
      const children = drawnChildren(node);
      for (let i = children.length - 1; i >= 0; i--) {
        if (children[i].nodeType === Node.ELEMENT_NODE) stack.push(children[i]);
      }
    }
  }

  const fold = (text) => text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
  const squash = (text) => text.replace(/[\s\u00a0\u200b\ufeff]+/g, '');

  const box = (el) => el.getBoundingClientRect();

  /** Clipped to nothing, as texts for screen readers are, or folded to no height. */
  const isClippedAway = (el, style) => {
    if (style.position === 'absolute' || style.position === 'fixed') {
      if (/^rect\((0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?\)$/.test(style.clip)) return true;
    }
    if (/inset\((50|100)%/.test(style.clipPath)) return true;
    if (style.overflowX === 'visible' && style.overflowY === 'visible') return false;
    const rect = box(el);
    return rect.width <= 1.5 || rect.height <= 1.5;
  };

  const isTransparent = (el, style) => style.opacity === '0' && el.getAnimations().length === 0;

  /** Whether this one element hides what is in it; says nothing of its ancestors. */
  const hides = (el, style) =>
    style.display === 'none' ||
    style.contentVisibility === 'hidden' ||
    isClippedAway(el, style) ||
    isTransparent(el, style);

  /** Whether the element is drawn, through all its ancestors, wherever it stands. */
  const isDrawn = (el) => {
    const own = getComputedStyle(el);
    if (own.visibility !== 'visible') return false;
    const rect = box(el);
    if (rect.width < 2 || rect.height < 2) return false;
    for (let at = el; at && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
      const style = at === el ? own : getComputedStyle(at);
      if (style.display === 'contents') continue;
      if (hides(at, style)) return false;
    }
    return true;
  };

  /** Whether a person can see the element; scrolled out of sight still counts, but for what a list has scrolled above the window. */
  const isVisible = (el) => {
    if (!isDrawn(el)) return false;
    const rect = box(el);
    const page = el.ownerDocument.documentElement;
    return rect.right + scrollX > 0 && rect.bottom + scrollY > 0 && rect.left < page.scrollWidth + 4000;
  };

  /** Visible and inside the window, so that a click can reach it. */
  const isOnScreen = (el) => {
    const rect = box(el);
    return rect.bottom > 0 && rect.right > 0 && rect.top < innerHeight && rect.left < innerWidth && isVisible(el);
  };

  /** Words that name an element: text, label, title, placeholder, the names of its pictures. */
  const label = (el) => {
    const parts = ['aria-label', 'title', 'placeholder', 'alt', 'value']
      .filter((name) => name !== 'value' || /^(button|submit)$/.test(el.type || ''))
      .map((name) => el.getAttribute && el.getAttribute(name))
      .filter(Boolean);
    const referred = el.getAttribute && el.getAttribute('aria-labelledby');
    if (referred) {
      for (const id of referred.split(/\s+/)) {
        const other = el.getRootNode().getElementById && el.getRootNode().getElementById(id);
        if (other) parts.push(other.textContent);
      }
    }
    return fold(parts.join(' ')).slice(0, 200);
  };

  const pictureNames = (el) => {
    const names = [];
    for (const inner of elements(el)) {
      if (inner.localName === 'img') names.push(inner.alt, (inner.currentSrc || inner.src || '').split(/[?#]/)[0].split('/').pop());
      if (inner.localName === 'title' && inner.parentNode.localName === 'svg') names.push(inner.textContent);
      if (names.length > 8) break;
    }
    const background = getComputedStyle(el).backgroundImage.match(/url\("?([^")]+)/);
    if (background && !background[1].startsWith('data:')) names.push(background[1].split(/[?#]/)[0].split('/').pop());
    return fold(names.filter(Boolean).join(' ')).slice(0, 200);
  };

  const BLOCKS = /^(block|flex|grid|list-item|table|flow-root|table-row|table-caption|table-row-group|table-header-group|table-footer-group|-webkit-box)$/;
  const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'video', 'audio', 'object', 'embed', 'iframe', 'frame', 'head', 'select', 'option', 'progress', 'meter']);
  const EDITABLE = 'textarea,input,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';
  const PRESSABLE = 'button,[role="button"],[role="tab"],[role="menuitem"],[role="option"],input[type="button"],input[type="submit"]';

  const isEditable = (el) =>
    el.localName === 'textarea' ||
    el.isContentEditable ||
    (el.localName === 'input' && /^(text|search|)$/.test(el.getAttribute('type') || ''));

  const isPressable = (el) => el.matches(PRESSABLE) || el.localName === 'summary';

  // ---- what was read before

  /** The runs of blocks that were read, and when; good until something is done to the block or its looks. */
  const memory = new WeakMap();
  const touched = new WeakMap();
  const restyled = new WeakMap();
  let goodFrom = 0;

  /** Notes that something was done to a node; looks is true if its attributes were changed, and so what is in it may look different. */
  const touch = (node, at, looks) => {
    const from = node instanceof ShadowRoot ? node.host : node;
    // What is put into an element with a root of its own may be drawn anywhere in there.
    if (looks || rootOf(from)) restyled.set(from, at);
    for (let up = from; up && touched.get(up) !== at; up = drawnParent(up)) touched.set(up, at);
  };

  /** Has the next reading read all anew: some things change their looks without a trace. */
  const forget = () => {
    goodFrom = performance.now();
  };

  /** When the looks of what is around an element were changed last. */
  const outside = (el) => Math.max(goodFrom, ...chain(el).slice(1).map((node) => restyled.get(node) || 0));

  const recall = (node, since) => {
    const kept = memory.get(node);
    return kept && kept.at > Math.max(since, touched.get(node) || 0) ? kept.runs : null;
  };

  /**
   * The text below an element as runs: what stands in one block without a break of block level. A button, an answer's
   * choice and the like are runs of their own.
   *
   * @param {function(Element): boolean} skip
   * @param {Set<Element>=} fleeting what is just moving or fading; if given, blocks to which nothing was done since
   *     they were read are not read again, so whoever gives it must tell {@link touch} of every change
   * @returns {Array<{el: Element, text: string, kind: string, links: Array, pictures: Array, leads: boolean}>} in drawn order; kind is
   *     text, button or pointer (a thing to click that is no button and no link); leads tells whether a link in it goes
   *     somewhere
   */
  const runs = (root, skip, fleeting) => {
    const out = [];
    const at = performance.now();
    let unsettled = 0;
    let run = null;
    const flush = () => {
      if (run) {
        run.text = run.raw.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/[ \u00a0]+/g, ' ').replace(/\u200b|\ufeff/g, '').replace(/^[ \n]+|[ \n]+$/g, '');
        if (squash(run.text) || run.pictures.length || run.links.length || run.kind === 'button') out.push(run);
      }
      run = null;
    };
    const open = (el, kind) => {
      if (!run) run = { el, raw: '', text: '', kind, links: [], pictures: [], buttons: [], leads: false };
      return run;
    };
    const say = (node, el, style, context) => {
      let text = node.data;
      if (!/^(pre|pre-wrap|break-spaces)$/.test(style.whiteSpace)) {
        text = style.whiteSpace === 'pre-line' ? text.replace(/[ \t\r]+/g, ' ') : text.replace(/[ \t\r\n]+/g, ' ');
      }
      if (!run && !squash(text)) return;
      if (context.cell) text = text.replace(/\n/g, ' ');
      open(context.block, context.kind).raw += text;
    };
    const walk = (node, context) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const parent = drawnParent(node);
        const style = context.style;
        if (parent && style.visibility === 'visible' && node.data) say(node, parent, style, context);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const name = node.localName;
      if (name === 'br') {
        if (run) run.raw += context.cell ? ' ' : '\n';
        return;
      }
      if (skip && skip(node)) return;
      const since = Math.max(context.since, restyled.get(node) || 0);
      const known = fleeting && context.plain ? recall(node, since) : null;
      if (known) {
        flush();
        for (const one of known) out.push(one);
        return;
      }
      if (fleeting && (fleeting.has(node) || name.includes('-') && !rootOf(node))) unsettled++;
      const style = getComputedStyle(node);
      // A picture that is still loading has no size, and is there all the same.
      if (name === 'img' ? style.display === 'none' : style.display !== 'contents' && hides(node, style)) return;
      if (name === 'img') {
        const rect = box(node);
        if (!node.complete || rect.width < 2) unsettled++;
        if (/\p{Extended_Pictographic}/u.test(node.alt) && node.alt.length <= 8) open(context.block, context.kind).raw += node.alt;
        else open(context.block, context.kind).pictures.push({ alt: fold(node.alt || ''), src: node.currentSrc || node.src || '', width: rect.width, height: rect.height, el: node });
        return;
      }
      if (SILENT.has(name) || node.matches(EDITABLE)) {
        if (name === 'input' && /^(button|submit)$/.test(node.type) && node.value) {
          flush();
          open(node, 'button').raw = node.value;
          flush();
        }
        return;
      }
      // What can be pressed in the middle of a sentence is part of what is read.
      const inline = context.kind === 'text' && /^inline/.test(style.display) && Array.from(drawnChildren(drawnParent(node))).some((other) => other.nodeType === Node.TEXT_NODE && squash(other.data).length > 1);
      // A link that looks like a button is a link: it leads somewhere, and chooses nothing.
      const pressable = context.kind === 'text' && isPressable(node) && !followed(node);
      if (pressable && inline) open(context.block, context.kind).buttons.push({ text: fold(node.textContent), el: node });
      const button = pressable && !inline;
      const block = BLOCKS.test(style.display) || /^(inline-(block|flex|grid))$/.test(style.display) && button;
      const pointer = context.kind === 'text' && !pressable && !inline && !followed(node) && style.cursor === 'pointer' && context.style.cursor !== 'pointer' && name !== 'label';
      const cell = style.display === 'table-cell';
      const breaks = (block && !context.cell) || button || pointer;
      if (breaks) flush();
      const from = out.length;
      const unsettledBefore = unsettled;
      if (context.cell && block && run) run.raw += ' ';
      if (cell && run && run.raw) run.raw = run.raw.replace(/[ \n]+$/, '') + '\t';
      const inner = {
        block: breaks ? node : context.block,
        kind: button ? 'button' : pointer ? 'pointer' : context.kind,
        cell: context.cell || cell,
        style,
        since,
        plain: context.plain && !button && !pointer && !cell && name !== 'a',
      };
      let mark = null;
      if (name === 'a' && node.hasAttribute('href')) {
        if (!run) open(inner.block, inner.kind);
        mark = { at: run, from: run.raw.length };
      }
      for (const child of drawnChildren(node)) walk(child, inner);
      // A button that is a drawing only still has a name.
      if (button && !run && label(node)) open(node, 'button');
      if (mark) {
        const home = run || mark.at;
        const text = run === mark.at ? fold(run.raw.slice(mark.from)) : fold(node.textContent);
        const holder = home === mark.at ? home : out[out.length - 1] || home;
        holder.links.push({ text: text || label(node) || pictureNames(node), href: node.href });
        holder.leads = holder.leads || Boolean(followed(node));
      }
      if (breaks) flush();
      else if (context.cell && block && run) run.raw += ' ';
      if (fleeting && breaks && context.plain && unsettled === unsettledBefore && !fleeting.has(node)) memory.set(node, { at, runs: out.slice(from) });
    };
    const style = root.nodeType === Node.ELEMENT_NODE ? getComputedStyle(root) : getComputedStyle(document.documentElement);
    walk(root, { block: root, kind: 'text', cell: false, style, since: outside(root), plain: true });
    flush();
    return out;
  };

  const alpha = (color) => {
    const parts = color.match(/[\d.]+/g);
    return !parts ? 0 : parts.length < 4 ? 1 : Number(parts[3]);
  };

  /** Whether the element draws a box of its own: a ground, a border on two sides or more, a shadow. */
  const isPainted = (el) => {
    const style = getComputedStyle(el);
    if (alpha(style.backgroundColor) > 0.02 || style.backgroundImage !== 'none') return true;
    const sides = ['Top', 'Right', 'Bottom', 'Left'].filter(
      (side) => parseFloat(style['border' + side + 'Width']) > 0 && style['border' + side + 'Style'] !== 'none' && alpha(style['border' + side + 'Color']) > 0.02);
    return sides.length >= 2 || style.boxShadow !== 'none';
  };

  /** The link around an element that leads somewhere; an anchor that only runs a script is as good as a button. */
  const followed = (el) => {
    const link = el.closest('a');
    return link && link.hasAttribute('href') && !/^\s*(javascript:|#?\s*$)/i.test(link.getAttribute('href')) ? link : null;
  };

  const scrolls = (el) => {
    const style = getComputedStyle(el);
    return /auto|scroll|overlay/.test(style.overflowY);
  };

  return {
    adopt: (host, root) => handedIn.set(host, root),
    askForRoot,
    rootOf, drawnChildren, drawnParent, chain, contains, fork, elements, fold, squash, box, isDrawn, isVisible, isOnScreen,
    label, pictureNames, isEditable, isPressable, touch, forget, runs, isPainted, scrolls, followed, EDITABLE, PRESSABLE,
  };
}
