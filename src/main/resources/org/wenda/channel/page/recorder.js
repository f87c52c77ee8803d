/**
 * Hears a reply: watches the page's mutations from the question on, tells the citizen's own bubble, furniture and
 * ornaments from the answer, stamps every change in the page's clock, and resolves one promise when the asker should
 * look again. Knows no class names of any vendor.
 *
 * @param {object} eyes what eyes.js returned
 * @param {object} words the patterns of lexicon.json
 * @param {object} transport what transport.js returned
 */
(eyes, words, transport) => {
  const { fold, squash, box, contains, fork, chain, elements, runs, label, isVisible, isPainted, isPressable, drawnParent, rootOf } = eyes;
  const is = (pattern) => {
    const re = new RegExp(pattern, 'i');
    return (text) => re.test(text);
  };
  const isClock = is(words.clock);
  const isStatus = is(words.status);
  const isNameAndClock = is('^.{1,12}\\d{1,2}[:：]\\d{2}([:：]\\d{2})?$');
  const isBusyText = is(words.busy);
  const isThinkingHead = is(words.thinking);
  const isThinkingClass = is(words.thinkingClass);
  const isSourcesHead = is(words.sources);
  const isSuggestionsHead = is(words.suggestions);
  const isAiLabel = is(words.aiLabel);
  const greets = is(words.chat.greets);
  const isPager = is(words.pager);
  const controlKinds = Object.entries(words.controls).map(([kind, pattern]) => [kind, is(pattern)]);
  const controlOf = (text) => {
    const found = controlKinds.find(([, test]) => test(text));
    return found ? found[0] : null;
  };

  const OBSERVED = {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'disabled', 'aria-expanded', 'aria-hidden', 'aria-busy', 'aria-disabled', 'src', 'href', 'data-state', 'readonly'],
  };
  const SHORT = 24;
  const UNDELIVERED_MS = 1500;
  /** So long words may wait for a frame that shows them. */
  const UNDRAWN_MS = 5000;
  const NO_ECHO_MS = 500;
  const LATE_MS = 10000;
  const LONGEST_THOUGHT = 200000;
  const MOST_GONE = 60;
  const MOST_REQUESTS = 40;
  const MOST_PAUSES = 12;
  const MOST_ARRIVALS = 200;
  const MOST_DOUBTS = 2000;
  const TICK_MS = 8;
  const FRAME_MS = 17;
  /** What is offered beside an answer is drawn so soon behind its last words. */
  const DRAWN_WITH_MS = 300;
  const ADDED_WITHIN_MS = 1500;
  /** What fades in stands in the page some frames before it can be seen, and is there from then on. */
  const FADES_IN_MS = 100;
  /** The same where it is seen to fade: on a busy machine frames are long. */
  const FADES_SLOWLY_MS = 800;
  /** The same in frames, for a page that is drawn seldom: the second one starts what fades, and one may be just due. */
  const FADES_IN_FRAMES = 3;
  const MOST_FRAMES = 100;
  const MOST_PUT = 20;
  /** As many letters as the first piece of a stream has at least. */
  const FIRST_WORDS = 2;
  /** A look that costs the page more than this waits for some times as long, so that the page gets its turn. */
  const CHEAP_LOOK_MS = 4;
  const REST = 3;
  /** The same before anything of the answer stands there: little is worth more than the moment of its first words. */
  const REST_BEFORE_WORDS = 0.5;
  /** The clock of a server may be off by so much. */
  const NOW_MINUTES = 3;
  /** The sides of an icon, and of a portrait, at most. */
  const ICON = 28;
  const PORTRAIT = 64;
  /** After so long without a change that was seen, all is read anew. */
  const UNSEEN_MS = 300;
  /** A letter or a digit: a picture made of one sign has none. */
  const WORD = /[\p{L}\p{N}]/u;
  const SENTENCE_ENDS = /[。！？!?….~～）)」』】》”"：:；;]$/;

  let turn = null;
  /** The turn before, while something may still be added to its reply. */
  let last = null;
  /** What was added, until the asker fetches it. */
  let added = null;
  let idle = null;
  /** Short texts that stood in the conversation before the first question, each with its style. */
  let labels = null;
  const watched = new WeakSet();
  const roots = [];
  /** When an element or a text was put into the page, or a text was changed. */
  const written = new WeakMap();
  /** What was written since the last look, each by its first letters: drawing it anew with more takes their stamp away. */
  let arrivals = [];
  /**
   * The page tells of a change only when the task that made it is over. When no task was under way for sure: what was
   * told since then was made in between.
   */
  let idleAt = 0;
  let ticking = false;
  /** By the stamp of a change: how much earlier it may have been made, where that is more than a frame. */
  const doubts = new Map();
  /** When the page was drawn behind a change, the newest of it, and how many frames are still to be noted. */
  const drawnAt = [];
  let framesDue = 0;
  const observer = new MutationObserver((records) => mutated(records));

  const watch = (root) => {
    if (!watched.has(root)) {
      watched.add(root);
      roots.push(root);
      observer.observe(root, OBSERVED);
    }
  };
  const watchBelow = (root) => {
    for (const el of elements(root)) if (rootOf(el)) watch(rootOf(el));
  };

  // ---- what surrounds the input

  /** The panel that holds the conversation: from the input up to where there is room for messages. */
  const regionOf = (input) => {
    const at = box(input);
    let best = document.body;
    for (let el = drawnParent(input); el && el !== document.body && el.nodeType === Node.ELEMENT_NODE; el = drawnParent(el)) {
      const rect = box(el);
      if (rect.height >= 240 && (at.top - rect.top >= 120 || rect.bottom - at.bottom >= 240)) {
        best = el;
        break;
      }
    }
    return best;
  };

  /** The bar that the input sits in, with its buttons. */
  const composerOf = (input) => {
    const at = box(input);
    let best = input;
    for (let el = drawnParent(input); el && el.nodeType === Node.ELEMENT_NODE; el = drawnParent(el)) {
      const rect = box(el);
      if (rect.height > at.height + 140 || el === document.body) break;
      best = el;
    }
    return best;
  };

  const shapeOf = (el) => {
    const drawing = Array.from(elements(el)).filter((inner) => /^(path|use|img|rect|circle|i)$/.test(inner.localName)).slice(0, 6)
      .map((inner) => inner.getAttribute('d') || inner.getAttribute('href') || inner.getAttribute('src') || inner.localName).join('|');
    return [el.localName, Boolean(el.disabled), el.getAttribute('aria-disabled') === 'true', label(el), fold(el.textContent), drawing].join('~');
  };

  /** What the composer offers right now; comes back to the same text when the chatbot has finished. */
  const composerKey = (input) => {
    if (!input.isConnected) return null;
    const at = box(input);
    const beside = (rect) => rect.bottom > at.top - 12 && rect.top < at.bottom + 60;
    const buttons = Array.from(elements(composerOf(input))).filter((el) => isPressable(el) && beside(box(el)) && isVisible(el)).map(shapeOf);
    return [Boolean(input.disabled), Boolean(input.readOnly), input.getAttribute('aria-disabled'), input.getAttribute('contenteditable'), ...buttons].join('\n');
  };

  const isSend = is(words.send.words);
  const hintsSend = is(words.send.hint);
  const isNotSend = is(words.send.not);
  const isVendorsSend = (el) => (words.vendors || []).some((vendor) => vendor.sends.some((selector) => {
    try {
      return el.matches(selector);
    } catch (malformed) {
      return false;
    }
  }));

  /**
   * The button that sends what stands in the input: by its words first, then by its picture's name, its place last.
   *
   * @returns {{el: Element, score: number, why: string}|null}
   */
  const sendOf = (input) => {
    const at = box(input);
    const bar = composerOf(input);
    const scope = bar === input ? regionOf(input) : bar;
    const near = (rect) => rect.width > 0 && rect.left > at.left - 8 && rect.top < at.bottom + 90 && rect.bottom > at.top - 24 && rect.left < at.right + 220;
    let best = null;
    for (const el of elements(scope)) {
      if (el === input || contains(el, input)) continue;
      const pressable = isPressable(el);
      if (!pressable && getComputedStyle(el).cursor !== 'pointer') continue;
      const rect = box(el);
      if (!near(rect) || !isVisible(el)) continue;
      const named = fold(el.textContent).slice(0, 40);
      const said = named || label(el);
      const hints = [label(el), el.className && el.className.baseVal === undefined ? el.className : '', el.id, eyes.pictureNames(el)].join(' ');
      let score = 0;
      const why = [];
      if (isSend(named) || isSend(label(el))) { score += 6; why.push('reads ' + said); }
      else if (hintsSend(hints)) { score += 3; why.push('is named like a send button'); }
      if (isNotSend(said) || (!isSend(named) && isNotSend(hints) && !hintsSend(hints))) score -= 8;
      if (el.type === 'submit') { score += 1.5; why.push('submits'); }
      if (pressable) score += 0.5;
      if (isVendorsSend(el)) { score += 8; why.push('is what the vendor sends with'); }
      if (rect.left >= at.right - 60) { score += 1; why.push('stands right of the input'); }
      score += Math.min(1, Math.max(0, rect.left - at.left) / 1000);
      if (el.disabled || el.getAttribute('aria-disabled') === 'true') score -= 4;
      if (rect.width > 240 || rect.height > 90) score -= 4;
      if (!best || score > best.score) best = { el, score, why: why.join(', ') };
    }
    return best && best.score >= 1.5 ? best : null;
  };

  /** Whether keys that go to the page go to this input. */
  const hasFocus = (input) => {
    const root = input.getRootNode();
    return document.hasFocus() && (root.activeElement || document.activeElement) === input;
  };

  const valueOf = (input) => (input.value !== undefined ? input.value : input.innerText || '');

  // ---- what is new since the question

  const same = (text, question) => {
    const a = squash(text);
    const q = squash(question);
    if (a === q) return true;
    return a.length > q.length && a.length <= q.length + 20 && q.length >= 2 && a.includes(q) && a.length < q.length * 3 + 8;
  };

  const keyOf = (run) => {
    if (!run.key) run.key = run.kind + '\u0000' + (run.text || (run.kind === 'button' ? label(run.el) : '')) + '\u0000' + run.pictures.map((picture) => picture.src).join(' ');
    return run.key;
  };

  /**
   * Takes away from the runs seen now those that stood there before: first the same element with the same text, then,
   * for lists that were drawn anew, the longest common sequence of texts, earliest match first.
   */
  const freshRuns = (now, before) => {
    const unmatched = [];
    const left = new Map();
    for (const run of before.runs) {
      if (!left.has(run.el)) left.set(run.el, []);
      left.get(run.el).push(run);
    }
    for (const run of now) {
      const same = left.get(run.el);
      const i = same ? same.findIndex((old) => old.key === keyOf(run)) : -1;
      if (i >= 0) same.splice(i, 1);
      else unmatched.push(run);
    }
    let gone = before.runs.filter((run) => (left.get(run.el) || []).includes(run));
    if (!gone.length || !unmatched.length) return { unmatched, fresh: unmatched };
    gone = gone.slice(-400);
    const recent = unmatched.slice(-800);
    const n = gone.length;
    const m = recent.length;
    const keys = recent.map(keyOf);
    const common = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
    for (let i = n - 1; i >= 0; i--) {
      for (let j = m - 1; j >= 0; j--) {
        common[i][j] = gone[i].key === keys[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    const old = new Set();
    let i = 0;
    let j = 0;
    while (i < n && j < m) {
      if (gone[i].key === keys[j] && common[i][j] === common[i + 1][j + 1] + 1) {
        old.add(recent[j]);
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) i++;
      else j++;
    }
    return { unmatched, fresh: unmatched.filter((run) => !old.has(run)) };
  };

  const signature = (run) => {
    if (run.signature) return run.signature;
    const path = [];
    for (let el = run.el, i = 0; el && el.nodeType === Node.ELEMENT_NODE && i < 3; el = drawnParent(el), i++) {
      const cls = typeof el.className === 'string' ? el.className.split(/\s+/).filter((c) => c && !/\d{3,}|^css-|^_/.test(c)).sort().slice(0, 4).join('.') : '';
      path.push(el.localName + '.' + cls);
    }
    run.signature = path.join('<');
    return run.signature;
  };
  const styleOf = (run) => signature(run).split('<')[0];
  const textShape = (text) => text.replace(/\d+/g, '0');

  /** The message list: some kits let each message scroll too, so it is the innermost one of the height of a list. */
  const scrollerOf = (el, region) => {
    const found = [];
    for (let at = el; at && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
      if (eyes.scrolls(at) && box(at).height >= 100) found.push({ el: at, height: box(at).height });
      if (at === region) break;
    }
    const tallest = Math.max(0, ...found.map(({ height }) => height));
    const list = found.find(({ height }) => height >= tallest / 2);
    return list ? list.el : region;
  };

  const textBox = (run) => {
    const range = document.createRange();
    range.selectNodeContents(run.el);
    const rect = range.getBoundingClientRect();
    return rect.width ? rect : box(run.el);
  };

  /** Whether it is nothing but a sign or two, as faces are. */
  const isSign = (run) => {
    const one = fold(run.text);
    return one !== '' && one.length <= 4 && !WORD.test(one) && !run.pictures.length;
  };

  /** A status line that hangs on the citizen's own bubble: short, on its side, inside the same branch. */
  const isCompany = (run, echo, scroller) => {
    if (isClock(run.text) || isStatus(run.text)) return true;
    const isFace = run.kind === 'pointer' && isSign(run);
    if (run.text.length > SHORT || (run.kind !== 'text' && !isFace)) return false;
    if (turn.company.has(signature(run))) return true;
    const room = box(scroller);
    const own = textBox(echo);
    const its = textBox(run);
    const middle = room.left + room.width * 0.55;
    const right = own.left + own.width / 2 > middle && its.left + its.width / 2 > middle;
    const branch = fork(echo.el, run.el);
    return right && branch && contains(scroller, branch.at) && branch.at !== scroller && its.top < own.bottom + 40 && its.left > room.left + room.width * 0.35;
  };

  // ---- from runs to a reply

  const paintOf = (run, item, room) => {
    let outermost = null;
    for (let el = run.el; el; el = drawnParent(el)) {
      if (el.nodeType === Node.ELEMENT_NODE && box(el).width < room * 0.985 && isPainted(el)) outermost = el;
      if (el === item) break;
    }
    return outermost;
  };

  /** The branch that holds the reasoning: told by its element or class, else by what its heading stood over first. */
  const thinkingBranch = (head, item, all) => {
    const speaksOfThinking = (el) => el.localName === 'details' || isThinkingClass([typeof el.className === 'string' ? el.className : '', el.id, el.getAttribute ? el.getAttribute('data-testid') || '' : ''].join(' '));
    const isReasoning = (run, top) => {
      for (let el = run.el; el && el !== top; el = drawnParent(el)) if (speaksOfThinking(el)) return true;
      return false;
    };
    for (let el = head.el; el && el !== drawnParent(item); el = drawnParent(el)) {
      if (speaksOfThinking(el)) {
        // The outermost one that does not also hold the answer.
        let branch = el;
        for (let up = drawnParent(el); up && up !== drawnParent(item); up = drawnParent(up)) {
          if (!speaksOfThinking(up) || all.some((run) => contains(up, run.el) && !contains(branch, run.el) && run.text.length > 60 && !isReasoning(run, up))) break;
          branch = up;
        }
        return branch;
      }
    }
    if (turn.thinking.el && turn.thinking.el.isConnected && contains(turn.thinking.el, head.el)) return turn.thinking.el;
    if (turn.thinking.el) return head.el;
    for (let el = head.el; el && el !== item; el = drawnParent(el)) {
      if (all.some((run) => run !== head && contains(el, run.el))) return el;
    }
    return head.el;
  };

  const BLOCKS = /^(p|div|li|ul|ol|section|article|blockquote|pre|table|tr|h[1-6])$/;

  /** What a branch reads that is no longer drawn, with a line for each block. */
  const linesOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === 'br') return '\n';
    const inside = Array.from(node.childNodes, linesOf).join('');
    return BLOCKS.test(node.localName || '') ? '\n' + inside + '\n' : inside;
  };

  /** The largest branch below a node that begins with these words; null if none does. */
  const beginsWith = (node, words) => {
    if (node.nodeType !== Node.ELEMENT_NODE || node.textContent.length > LONGEST_THOUGHT) return null;
    const text = squash(node.textContent);
    if (!text.includes(words)) return null;
    if (text.startsWith(words)) return node;
    for (const child of node.children) {
      const found = beginsWith(child, words);
      if (found) return found;
    }
    return null;
  };

  /** Reasoning is often folded away right behind its last words, before they were read: they still stand in their element. */
  const hearLastThought = () => {
    const { last, text } = turn.thinking;
    const words = last ? fold(last.el.textContent) : '';
    if (last && words.length > fold(last.text).length && squash(words).startsWith(squash(last.text)) && text.endsWith(last.text)) {
      turn.thinking.text = text.slice(0, text.length - last.text.length) + words;
      turn.thinking.last = { el: last.el, text: words };
    }
    // Or in what was taken away, where a page draws its list anew at every word.
    const said = squash(turn.thinking.text);
    for (const node of said ? turn.gone.splice(0).reverse() : []) {
      const branch = beginsWith(node, said);
      const more = branch ? linesOf(branch).split('\n').map(fold).filter(Boolean).join('\n') : '';
      if (squash(more).length > said.length) {
        turn.thinking.text = more;
        return;
      }
    }
  };

  const unnumbered = (text) => text.replace(/^\d+\s*[.、)）:：]\s*/, '');

  /** Notes a choice, and what has to be pressed for it. */
  const offer = (reply, text, el) => {
    reply.options.push(text);
    reply.offers.push({ text, el });
  };

  const compose = (items, room) => {
    const reply = { bubbles: [], options: [], offers: [], links: [], sources: [], thinking: '', lastThought: null, controls: new Set(), drawn: [], placeholder: false };
    for (const item of items) composeItem(item, room, reply);
    const said = reply.bubbles.filter((bubble) => bubble.text || bubble.pictures.length);
    if (said.length && said.every((bubble) => isBusyText(bubble.text) && !bubble.pictures.length)) reply.placeholder = true;
    else reply.bubbles = said.filter((bubble, i) => !(isBusyText(bubble.text) && !bubble.pictures.length && i === said.length - 1 && said.length > 1));
    return reply;
  };

  const composeItem = (item, room, reply) => {
    let list = item.runs;
    // Reasoning first: it must not reach the answer, whatever else it looks like.
    const head = list.find((run) => run.text.length <= 40 && isThinkingHead(run.text) && list.some((other) => other !== run || turn.thinking.text));
    if (head) {
      const branch = thinkingBranch(head, item.el, list);
      const inside = list.filter((run) => run === head || contains(branch, run.el));
      if (inside.length > 1 || turn.thinking.text || branch !== head.el) {
        turn.thinking.el = branch;
        const thoughts = inside.filter((run) => run !== head && run.kind === 'text');
        const text = thoughts.map((run) => run.text).join('\n');
        if (squash(text).length >= squash(reply.thinking).length) Object.assign(reply, { thinking: text, lastThought: thoughts[thoughts.length - 1] || null });
        list = list.filter((run) => !inside.includes(run));
      }
    }
    // Before their sizes are known, pictures cannot be told from portraits: all count as a change, none twice.
    for (const run of list) reply.drawn.push(...run.pictures.map((picture) => picture.src.slice(0, 200)));
    const content = [];
    let suggesting = false;
    let sourcing = false;
    list.forEach((run, index) => {
      const text = run.text;
      const one = fold(text);
      const control = one.length <= 30 ? controlOf(one) : null;
      if (run.kind !== 'text' && control) { reply.controls.add(control); return; }
      // A table's pager, a count of unread messages: nothing that is said, nothing to choose.
      if (run.kind === 'text' ? isPager(one) : /^\d+$/.test(one)) return;
      if (run.kind === 'button' && !run.leads) {
        const name = one || label(run.el);
        const kind = controlOf(name);
        if (kind) reply.controls.add(kind);
        else if (one) offer(reply, one, run.el);
        return;
      }
      if (isSuggestionsHead(one) && list.slice(index + 1).some((next) => next.kind !== 'text')) { suggesting = true; return; }
      if (isSourcesHead(one)) {
        const rest = list.slice(index + 1).filter((next) => next.kind === 'text' && !isAiLabel(fold(next.text)) && !isClock(fold(next.text)));
        if (rest.length && rest.every((next) => next.links.length)) { sourcing = true; return; }
      }
      if (isAiLabel(one) && one.length <= 40 && list.length > 1) { reply.controls.add('ai-label'); sourcing = false; return; }
      if (sourcing && run.links.length) { reply.sources.push(...run.links); reply.links.push(...run.links); return; }
      // What can be pressed above the words is whose they are, or their title; choices stand below.
      const isCaption = index === 0 && list.length > 1 && list[1].kind === 'text' && one.length <= SHORT;
      if (run.kind === 'pointer' && !isCaption && !run.leads && !isPointerPlain()) {
        if (isSign(run)) return; // the speaker's picture, which can be pressed
        const inList = Boolean(run.el.closest('ul,ol,table')) || /^\d+\s*[.、)）:：]/.test(one);
        if (one && one.length <= 80) {
          offer(reply, unnumbered(one), run.el);
          if (!inList || suggesting) return;
        }
      }
      for (const { text, el } of run.buttons) if (!controlOf(text)) offer(reply, text, el);
      content.push(run);
    });
    addBubbles(content, item, room, reply);
  };

  /** Where what the citizen said looks as if it could be pressed, what is answered does so as well, and is no choice. */
  const isPointerPlain = () => Boolean(turn.echo && turn.echo.el.isConnected && getComputedStyle(turn.echo.el).cursor === 'pointer');

  /** Whether something moves in a message as long as its words are to come. */
  const isAwaited = (item) => Boolean(turn.moving) && turn.moving.always.some((el) => contains(item.el, el));

  const isNow = (text) => {
    const minute = /\d[:：](\d{2})/.exec(text);
    if (!minute) return true; // just now
    const apart = Math.abs(new Date().getMinutes() - minute[1]);
    return Math.min(apart, 60 - apart) <= NOW_MINUTES;
  };

  /**
   * Who speaks: what stands in no bubble and in one row with the time of the message, above its words; while there are
   * none yet, all that does.
   *
   * @param {Map<object, Element|null>} painted the ground of each run
   */
  const speakerOf = (content, main, item, painted) => {
    const above = isAwaited(item) ? content : content.slice(0, content.indexOf(main));
    const clock = [...(item.clocks || []), ...content].find((run) => isClock(fold(run.text)) && isNow(fold(run.text)));
    if (!clock || !above.length) return [];
    const row = textBox(clock);
    // A badge is no higher than its word; a bubble is.
    const isGround = (paint) => Boolean(paint) && box(paint).height > row.height * 1.6;
    const isBeside = (run) => {
      const rect = textBox(run);
      const one = fold(run.text);
      return Math.min(rect.bottom, row.bottom) - Math.max(rect.top, row.top) > Math.min(rect.height, row.height) / 2 && one.length <= SHORT && !SENTENCE_ENDS.test(one) && !isGround(painted.get(run));
    };
    const speaker = [];
    for (const run of above) {
      // A portrait may stand higher.
      if (WORD.test(run.text) ? !isBeside(run) : run.text && !isSign(run)) break;
      if (run.text) speaker.push(run);
    }
    return speaker.some((run) => WORD.test(run.text)) ? speaker : [];
  };

  const addBubbles = (content, item, room, reply) => {
    const painted = new Map(content.map((run) => [run, paintOf(run, item.el, room)]));
    const isSquare = (run) => {
      const rect = box(painted.get(run));
      return rect.width <= 72 && rect.height <= 72 && Math.abs(rect.width - rect.height) <= 8;
    };
    const hasPaint = content.some((run) => painted.get(run) && (run.text.length > 3 || run.pictures.length || !isSquare(run)));
    const main = content.reduce((longest, run) => (!longest || run.text.length > longest.text.length ? run : longest), null);
    const speaker = main ? speakerOf(content, main, item, painted) : [];
    const isFurniture = (run) => {
      const one = fold(run.text);
      // Before anything is said, the speaker's picture stands beside the sign that it will be.
      if (isSign(run) && isAwaited(item)) return true;
      if (content.length < 2) return false;
      if (speaker.includes(run)) return true;
      if (isClock(one) || isStatus(one)) return true;
      const paint = painted.get(run);
      // A portrait with a letter. A bubble that begins with one word is small and square as well, but nothing follows it.
      if (paint && one.length <= 3 && isSquare(run)) {
        if (turn.furniture.has(signature(run) + '\u0000' + textShape(one)) || content.slice(content.indexOf(run) + 1).some((other) => painted.get(other))) return true;
      }
      if (one.length > SHORT) return false;
      // A name or a label that other messages have too: outside the bubble, or at the item's edge in a style of its own.
      const edge = run === content[0] || run === content[content.length - 1];
      const apart = hasPaint ? !paint : edge && signature(run) !== signature(main);
      if (apart && turn.furniture.has(signature(run) + '\u0000' + textShape(one))) return true;
      // Some write the speaker's name into the bubble: it stood there in the greeting already.
      if (run === content[0] && run !== main && !SENTENCE_ENDS.test(one) && one.length <= 12 && signature(run) !== signature(main) && labels.has(styleOf(run) + '\u0000' + one)) return true;
      return hasPaint && !paint && !run.links.length && !run.pictures.length && content.indexOf(run) < content.findIndex((other) => painted.get(other));
    };
    let kept = content.filter((run) => !isFurniture(run));
    if (!kept.length && content.length) {
      const inPaint = content.filter((run) => painted.get(run) && !isClock(fold(run.text)) && !speaker.includes(run));
      kept = inPaint.length ? inPaint.slice(-1) : [];
    }
    // A small picture beside the words is the sender's portrait; below them, on the same ground, one to be enlarged.
    const isBelow = (picture, run) =>
      Math.max(picture.width, picture.height) > ICON && content.indexOf(run) > content.indexOf(main) && (!painted.get(main) || contains(painted.get(main), picture.el)) && box(picture.el).top > textBox(main).bottom - 4;
    const isPortrait = (picture, run) => picture.width <= PORTRAIT && picture.height <= PORTRAIT && (picture.width > 0 || picture.height > 0) && !isBelow(picture, run);
    let bubble = null;
    let ground = null;
    for (const run of kept) {
      const isGone = (picture) => picture.el.complete && picture.width < 2;
      const pictures = run.pictures.filter((picture) => !isGone(picture) && !isPortrait(picture, run) && !/typing|loading|dots|spinner/i.test(picture.src.slice(-80)));
      if (!run.text && !pictures.length) continue;
      const paint = painted.get(run);
      if (!bubble || (paint !== ground && paint && ground && hasPaint)) {
        bubble = { el: run.el, runs: [], text: '', links: [], options: [], pictures: [] };
        reply.bubbles.push(bubble);
      }
      ground = paint || ground;
      bubble.runs.push(run);
      bubble.text += (bubble.text && run.text ? '\n' : '') + run.text;
      bubble.links.push(...run.links);
      reply.links.push(...run.links);
      bubble.pictures.push(...pictures.map(({ alt, src }) => ({ alt, src: src.startsWith('data:') ? src.slice(0, src.indexOf(',') + 1) : src })));
    }
  };

  /** Reads what has been said to the question so far. */
  const readReply = () => {
    const now = performance.now();
    const within = turn.region;
    const skip = (el) => el === turn.input;
    turn.moving = moving();
    const seen = runs(within, skip, turn.moving.all);
    const news = freshRuns(seen, turn.before(within));
    // An option that was pressed often looks different from then on, and is old all the same.
    const isNew = (run) => !turn.offered.some((el) => contains(el, run.el));
    const unmatched = news.unmatched.filter(isNew);
    const fresh = news.fresh.filter(isNew);
    const bubbles = fresh.filter((run) => run.kind !== 'button' && !contains(turn.composer, run.el)).sort((a, b) => box(a.el).top - box(b.el).top);
    const repeats = turn.pressed ? (run) => repeatsOption(run.text, turn.question) : (run) => same(run.text, turn.question);
    // An answer may be the question again: the question came first, so it is the one further from the newest.
    const repeated = bubbles.filter(repeats);
    const echo = (turn.upwards ? repeated[repeated.length - 1] : repeated[0]) || bubbles.find((run) => signature(run) === turn.ownSignature) || null;
    if (!echo && within !== document.body && turn.outside && turn.t0 !== null && now - turn.t0 > 60) {
      const elsewhere = freshRuns(runs(document.body, skip, turn.moving.all), turn.before(document.body)).fresh
        .filter((run) => run.kind !== 'button' && repeats(run) && isVisible(run.el));
      if (elsewhere.length) {
        turn.region = fork(turn.input, elsewhere[0].el).at;
        turn.forget();
        return readReply();
      }
    }
    turn.echo = echo;
    if (echo) turn.delivered = turn.echoed = true;
    // Behind the echo nothing can be old, even if the same words stood in an earlier answer.
    const free = (echo ? unmatched : fresh).filter((run) => run !== echo && !contains(turn.composer, run.el));
    const anew = new Set(fresh);
    const scroller = echo ? scrollerOf(drawnParent(echo.el) || echo.el, within) : within;
    const room = box(scroller).width;
    const below = echo ? box(echo.el) : null;
    if (echo && turn.upwards === null) turn.upwards = growsUpwards(seen, new Set(unmatched), echo, scroller);
    const replies = [];
    const aside = [];
    const clocks = [];
    // What is newly offered beside the input is offered with the reply.
    for (const run of fresh) {
      if (run.kind !== 'text' && contains(turn.composer, run.el) && !isSend(fold(run.text))) aside.push(run);
    }
    for (const run of free) {
      if (echo && !contains(scroller, run.el)) {
        if (anew.has(run)) aside.push(run);
        continue;
      }
      if (echo) {
        const its = box(run.el);
        const beyond = turn.upwards ? its.top > below.bottom - 1 : its.bottom < below.top + 1;
        if (beyond && !contains(run.el, echo.el)) continue;
        if (!turn.upwards && repeats(run) && its.top < below.top) continue;
        if (isCompany(run, echo, scroller)) {
          turn.company.add(signature(run));
          if (isClock(run.text)) clocks.push(run);
          continue;
        }
      }
      replies.push(run);
    }
    if (!echo && !turn.echoed && (turn.t0 === null || now - turn.t0 < NO_ECHO_MS || isUndrawn(now))) return { items: [], aside: [], fresh: free, room, scroller };
    const items = new Map();
    const messageOf = (run) => {
      const branch = echo ? fork(echo.el, run.el) : null;
      if (branch && branch.b) turn.trunk = branch.at;
      return branch ? branch.b || run.el : branchOf(run.el);
    };
    for (const run of replies) {
      const el = messageOf(run);
      if (!items.has(el)) items.set(el, { el, runs: [], clocks: [] });
      items.get(el).runs.push(run);
    }
    for (const run of clocks) {
      const branch = fork(echo.el, run.el);
      const item = branch && items.get(branch.b || run.el);
      if (item) item.clocks.push(run);
    }
    const way = turn.upwards ? -1 : 1;
    const ordered = Array.from(items.values()).map((item) => ({ ...item, top: box(item.el).top })).sort((a, b) => way * (a.top - b.top));
    return { items: ordered, aside, fresh: free, room, scroller };
  };

  /** Without the question in sight, messages are told apart where they were told apart before. */
  const branchOf = (el) => {
    if (!turn.trunk || !contains(turn.trunk, el)) return el;
    let branch = el;
    for (let at = el; at && at !== turn.trunk; at = drawnParent(at)) branch = at;
    return branch;
  };

  /** Whether this list puts what is new on top: what is old stands below the question, and nothing old above it. */
  const growsUpwards = (seen, unmatched, echo, scroller) => {
    const at = textBox(echo);
    let above = 0;
    let under = 0;
    for (const run of seen) {
      if (unmatched.has(run) || run.kind !== 'text' || !contains(scroller, run.el) || contains(turn.composer, run.el)) continue;
      const its = textBox(run);
      if (its.bottom <= at.top + 1) above++;
      else if (its.top >= at.bottom - 1) under++;
    }
    return under > 0 && above === 0 && fork(echo.el, turn.input).at !== scroller;
  };

  // ---- signs that more is to come

  const ENDLESS = 'animate[repeatCount="indefinite"],animateTransform[repeatCount="indefinite"],animateMotion[repeatCount="indefinite"]';

  /** What is just moving or fading, and of that what does so for ever, as typing signs do. */
  const moving = () => {
    const all = new Set();
    const always = [];
    for (const root of roots) {
      if (root !== document && !root.isConnected) continue;
      for (const animation of root.getAnimations ? root.getAnimations() : []) {
        const effect = animation.effect;
        if (!effect || !effect.target || animation.playState === 'finished') continue;
        all.add(effect.target);
        if (animation.playState === 'running' && effect.getTiming().iterations === Infinity) always.push(effect.target);
      }
      // Drawings have a way of their own to move.
      for (const motion of root.querySelectorAll(ENDLESS)) if (motion.ownerSVGElement) always.push(motion.ownerSVGElement);
    }
    return { all, always };
  };

  const busySigns = (seen) => {
    const signs = new Set();
    for (const run of seen.fresh) {
      const one = fold(run.text);
      if (one.length <= 40 && isBusyText(one)) signs.add('typing-sign');
      if (run.kind !== 'text' && controlOf(one || label(run.el)) === 'stop') signs.add('stop-button');
    }
    if (turn.moving.always.some((el) => !turn.known.has(el) && contains(turn.region, el) && isVisible(el) && !contains(turn.composer, el))) signs.add('typing-sign');
    for (const el of elements(turn.region)) {
      if (turn.known.has(el) || !isPressable(el)) continue;
      if (controlOf(fold(el.textContent) || label(el)) === 'stop' && isVisible(el)) signs.add('stop-button');
    }
    // While the question still stands in it, the composer looks busy of itself.
    const key = turn.idle === null || squash(valueOf(turn.input)) ? null : composerKey(turn.input);
    if (key !== null && key !== turn.idle && key !== turn.typedKey) signs.add('composer');
    return signs;
  };

  // ---- options of the last reply

  /** Stricter than for a question that was typed: there may be no echo, and answers like to begin with the option. */
  const repeatsOption = (text, option) => {
    const said = squash(unnumbered(text));
    if (!said.includes(squash(option))) return false;
    const rest = said.replace(squash(option), '');
    return rest === '' || isClock(rest) || isStatus(rest) || /^[我你您][:：]?$/.test(rest);
  };

  const reads = (el, text) => squash(unnumbered(fold(el.textContent || el.value || ''))) === squash(unnumbered(text));

  /** The element of an option: the one that was seen, or where the list was drawn anew since, the newest that reads so. */
  const offered = (text) => {
    if (!turn || !turn.reply) return null;
    const usable = (el) => el.isConnected && isVisible(el) && reads(el, text);
    const seen = turn.reply.offers.filter((one) => one.text === text).map(({ el }) => el);
    if (!seen.length) return null;
    const again = () => Array.from(elements(turn.region))
      .filter((el) => !turn.known.has(el) && (isPressable(el) || getComputedStyle(el).cursor === 'pointer') && usable(el));
    return seen.reverse().find(usable) || again().pop() || null;
  };

  const leadsAway = (el) => {
    if (eyes.followed(el) || Array.from(el.querySelectorAll('a')).some(eyes.followed)) return true;
    return el.type === 'submit' && Boolean(el.form);
  };

  /** How the citizen's own bubble is made, where it is made otherwise than the chatbot's. */
  const ownSignature = (before) => {
    const own = before.echo && before.echo.el.isConnected ? signature(before.echo) : null;
    const others = before.seen ? before.seen.items.flatMap((item) => item.runs) : [];
    return own && others.length && !others.some((run) => signature(run) === own) ? own : null;
  };

  // ---- one turn

  /** What a change put into the page that bears words; null if nothing. */
  const bearerOf = (record) => {
    if (record.type === 'characterData') return record.target;
    if (record.type !== 'childList') return null;
    for (const node of record.addedNodes) if (squash(node.textContent || '') || node.localName === 'img') return node;
    return null;
  };

  const tick = () => {
    idleAt = performance.now();
    ticking = Boolean(turn) && (!turn.done || (turn.ended !== null && idleAt - turn.ended.at < LATE_MS));
    if (ticking) setTimeout(tick, TICK_MS);
  };

  const noteFrame = () => {
    drawnAt.push(performance.now());
    if (drawnAt.length > MOST_FRAMES) drawnAt.shift();
    framesDue--;
    if (framesDue) requestAnimationFrame(noteFrame);
    else check();
  };

  /** Notes the next frames only, since a page that is asked for its frames is drawn though nothing changes. */
  const noteFrames = () => {
    if (!framesDue) requestAnimationFrame(noteFrame);
    framesDue = FADES_IN_FRAMES + 1;
  };

  const mutated = (records) => {
    const at = performance.now();
    if (ticking && at - idleAt > FRAME_MS && doubts.size < MOST_DOUBTS) doubts.set(at, at - idleAt);
    if (turn && turn.dirtyFrom === null) arrivals = [];
    for (const record of records) {
      eyes.touch(record.target, at, record.type === 'attributes');
      if (turn && turn.ahead && !turn.disturbed) turn.disturbed = !contains(turn.composer, record.target);
      if (record.type === 'characterData') {
        written.set(record.target, at);
        arrived(record.target, at);
      }
      for (const node of record.addedNodes) {
        written.set(node, at);
        arrived(node, at);
        if (node.nodeType === Node.ELEMENT_NODE) watchBelow(node);
      }
    }
    if (!turn) return;
    if (turn.thinking.text && !turn.done) keepGone(records);
    for (const each of [last, turn]) if (each && (!each.done || each.ended)) mark(each, records, at);
    if (!turn.done && turn.dirtyFrom !== null) {
      noteFrames();
      lookSoon(at);
    }
    idleAt = performance.now();
  };

  /** Looks at once, unless that costs the page much. */
  const lookSoon = (at) => {
    const wait = turn.readAt + turn.cost * (turn.content || turn.thinking.text ? REST : REST_BEFORE_WORDS) - at;
    if (turn.cost < CHEAP_LOOK_MS || wait <= 0) look();
    else if (!turn.looking) {
      turn.looking = setTimeout(look, wait);
    }
  };

  const arrived = (node, at) => {
    if (arrivals.length >= MOST_ARRIVALS) return;
    const head = headOf((node.textContent || '').slice(0, 8 * SHORT));
    if (head) arrivals.push({ head, at });
  };

  /** Keeps what was taken away since the last look, the newest of it: reasoning may have gone that was not read. */
  const keepGone = (records) => {
    for (const record of records) {
      for (const node of record.removedNodes) if (node.nodeType === Node.ELEMENT_NODE) turn.gone.push(node);
    }
    if (turn.gone.length > MOST_GONE) turn.gone.splice(0, turn.gone.length - MOST_GONE);
  };

  /** Notes when the conversation of a turn changed. */
  const mark = (each, records, at) => {
    if (each.ended && at - each.ended.at > LATE_MS) return;
    let inside = false;
    let words = false;
    for (const record of records.length > 300 ? records.slice(-300) : records) {
      if (each.input === record.target || contains(each.input, record.target)) continue;
      if (contains(each.region, record.target)) {
        inside = true;
        const bearer = bearerOf(record);
        words = words || Boolean(bearer);
        if (words && each.put.length >= MOST_PUT) break;
        if (bearer) each.put.push({ node: bearer, at, words: squash(bearer.textContent.slice(0, 8 * SHORT)) });
      } else each.outside = true;
    }
    if (!inside && !(each.outside && !each.echo)) return;
    if (each.dirtyFrom === null) each.dirtyFrom = at;
    each.dirtyTo = at;
    if (words) {
      if (each.wordsFrom === null) each.wordsFrom = at;
      each.wordsTo = at;
    }
  };

  /** With the words of the links: those of sources stand in no bubble, and are typed letter by letter as well. */
  const contentKey = (reply) =>
    [reply.bubbles.map((bubble) => bubble.text).join('\u0002'), reply.drawn.join(' '), reply.options.join('\u0001'), reply.links.map((link) => `${link.href} ${link.text}`).join('\u0001')].join('\u0003');

  /** Without white space and marks of Markdown: drawing the same words anew as a list or a table says nothing more. */
  const wordsKey = (reply) => [reply.bubbles.map((bubble) => bare(bubble.text)).join(''), reply.drawn.length, reply.options.join('\u0001'), reply.links.map((link) => bare(link.text)).join('\u0001')].join('\u0003');

  const headOf = (text) => squash(text).slice(0, SHORT);

  const bare = (text) => text.replace(/[\s*#`>_~|\-\u200b]+/g, '');

  const look = () => {
    if (!turn || turn.done) return;
    clearTimeout(turn.looking);
    turn.looking = null;
    if (turn.t0 === null) {
      turn.stirred = turn.stirred || turn.wordsFrom !== null;
      turn.dirtyFrom = turn.wordsFrom = null;
      check();
      return;
    }
    const began = performance.now();
    // Between two looks only those mutations can have changed the words that brought some.
    const from = turn.wordsFrom !== null ? turn.wordsFrom : turn.dirtyFrom !== null ? turn.dirtyFrom : began;
    const to = turn.wordsFrom !== null ? turn.wordsTo : turn.dirtyFrom !== null ? turn.dirtyTo : began;
    turn.dirtyFrom = null;
    turn.wordsFrom = null;
    try {
      read(from, to);
    } catch (fault) {
      turn.fault = String(fault && fault.stack || fault);
    }
    turn.readAt = performance.now();
    turn.cost = turn.readAt - began;
    check();
    idleAt = performance.now();
  };

  /**
   * When the words and pictures below an element were written: the first and the last of them. Null if there are none,
   * or if some are older than what is watched.
   */
  const stamps = (el) => {
    let first = Infinity;
    let last = 0;
    const visit = (node, above) => {
      const at = Math.max(above, written.get(node) || 0);
      if (node.nodeType === Node.TEXT_NODE ? squash(node.data) : node.localName === 'img') {
        first = Math.min(first, at);
        last = Math.max(last, at);
      } else for (const child of eyes.drawnChildren(node)) visit(child, at);
    };
    visit(el, Math.max(0, ...chain(el).map((node) => written.get(node) || 0)));
    return first > 0 && last > 0 ? { first, last } : null;
  };

  const isOpacity = (animation) =>
    animation.transitionProperty === 'opacity' || (animation.effect && animation.effect.getKeyframes && animation.effect.getKeyframes().some((frame) => frame.opacity !== undefined));
  const isFading = (el) => chain(el).some((node) => node.getAnimations && node.getAnimations().some((animation) => animation.playState === 'running' && isOpacity(animation)));

  const wasRead = (el) => Boolean(turn.seen) && turn.seen.items.some((item) => item.runs.some((run) => run.el === el));

  /** Whether the page had no frame yet between two moments to show what came at the first. */
  const isBetweenFrames = (from, to) => drawnAt.filter((at) => at >= from && at < to).length <= FADES_IN_FRAMES;

  const isTransparent = (node) => node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).opacity === '0';

  /** Whether the end of what was read, but for a clock, is the beginning of a text. */
  const endsAsBegins = (words, text) => {
    const said = words.replace(/\d{1,2}[:：]\d{2}([:：]\d{2})?$/, '');
    for (let length = Math.min(said.length, text.length); length >= FIRST_WORDS; length--) if (said.endsWith(text.slice(0, length))) return true;
    return false;
  };

  /** When what an element is drawn in was put into the page with its first words, of what still had no frame; else never. */
  const putAt = (el, text) => {
    const asked = turn.echo ? turn.echo.el : null;
    const first = turn.put.find(({ node, words }) => contains(node, el) && !(asked && contains(node, asked)) && endsAsBegins(words, squash(text)));
    return first ? first.at : Infinity;
  };

  /** Whether words were put into the page that are still to fade in, as it had no frame for them yet. */
  const isUndrawn = (now) => {
    const since = turn.lastChange === null ? turn.t0 : turn.lastChange;
    if (since === null || now - since > UNDRAWN_MS) return false;
    turn.put = turn.put.filter(({ node, at }) => node.isConnected && isBetweenFrames(at, now) && chain(node).some(isTransparent));
    return turn.put.length > 0;
  };

  /** Whether what can be seen now has faded in since it was put there. */
  const fadesIn = (el, since, now) => now - since <= FADES_IN_MS || ((now - since <= FADES_SLOWLY_MS || isBetweenFrames(since, now)) && isFading(el));

  /** When an element came to be read that was seen to have changed between two moments. */
  const momentOf = ({ el, text }, from, to) => {
    const when = stamps(el);
    if (!when) return { from, to };
    const begun = arrivals.find(({ head, at }) => at >= from && headOf(text).startsWith(head));
    const put = wasRead(el) ? when.first : Math.min(when.first, putAt(el, text));
    if (when.last >= from) {
      const shown = Math.max(from, begun ? Math.min(begun.at, when.first) : when.first);
      return { from: put < shown && fadesIn(el, put, to) ? put : shown, to: Math.max(from, Math.min(to, when.last)) };
    }
    // It was not written just now: it became visible, and stood there a little before.
    if (fadesIn(el, put, from)) return { from: put, to: when.last };
    return fadesIn(el, when.last, from) ? { from: when.last, to: when.last } : { from, to };
  };

  /** The same for all that changed: a look may come late, and other words may have come in between. */
  const momentOfAll = (said, from, to) => {
    const moments = said.map((one) => momentOf(one, from, to));
    return moments.length ? { from: Math.min(...moments.map((one) => one.from)), to: Math.max(...moments.map((one) => one.to)) } : { from, to };
  };

  const read = (from, to) => {
    const old = new Map((turn.seen ? turn.seen.items : []).flatMap((item) => item.runs.map((run) => [run.el, run.text])));
    const seen = readReply();
    for (const item of seen.items) watchBelow(item.el);
    const reply = compose(seen.items, seen.room);
    if (turn.echoed && !turn.echo && turn.reply && !turn.reply.placeholder) keepVanished(turn.reply, reply);
    // What stands beside the conversation is offered with the answer, and is no answer by itself.
    const content = !reply.placeholder && (reply.bubbles.length > 0 || reply.options.length > 0);
    const key = content ? contentKey(reply) : '';
    const own = reply.offers.length;
    for (const run of seen.aside) {
      const one = fold(run.text);
      const control = controlOf(one || label(run.el));
      if (run.kind !== 'text' && control) reply.controls.add(control);
      else if (run.kind !== 'text' && one && one.length <= 80 && !isBusyText(one) && !/^\d+$/.test(one)) offer(reply, one, run.el);
    }
    const beside = reply.offers.slice(own);
    // Some are laid out long before they are moved into sight; what counts is when they were put there.
    const besideAt = Math.max(0, ...beside.map(({ el }) => (stamps(el) || { last: to }).last));
    if (reply.thinking) {
      if (!turn.thinking.text) turn.thinking.from = from;
      if (reply.thinking !== turn.thinking.text) turn.thinking.to = to;
      if (squash(reply.thinking).length >= squash(turn.thinking.text).length) Object.assign(turn.thinking, { text: reply.thinking, last: reply.lastThought });
    }
    hearLastThought();
    const signs = busySigns(seen);
    // A stop button is gone when the reply has ended; that it was offered is kept.
    for (const control of reply.controls) turn.controls.add(control);
    if (signs.has('stop-button')) turn.controls.add('stop');
    if (turn.firstSign === null && turn.t0 !== null && (content || reply.placeholder || reply.thinking || seen.items.length || signs.has('typing-sign') || signs.has('stop-button'))) turn.firstSign = from;
    if (key !== turn.key) {
      const offered = new Set((turn.reply ? turn.reply.offers : []).map(({ el }) => el));
      const said = reply.bubbles.flatMap((bubble) => bubble.runs).filter((run) => old.get(run.el) !== run.text);
      ({ from, to } = momentOfAll(said.concat(reply.offers.filter(({ el }) => !offered.has(el))), from, to));
      const text = content ? bare(reply.bubbles.map((bubble) => bubble.text).join('\n')) : '';
      if (turn.log.length && turn.lastChange !== null && content) pausedUntil(from, from - turn.lastChange);
      turn.log.push({ t: from, to, head: text.slice(0, 64), length: text.length });
      if (turn.log.length > 20000) turn.log.splice(1, 10000);
      // A message is headed by a name and a clock before it says anything.
      if (text !== turn.spoken && !isNameAndClock(text)) turn.spokenAt.push(to);
      if (turn.spokenAt.length > 5) turn.spokenAt.splice(1, 1);
      turn.spoken = text;
      turn.key = key;
      turn.lastChange = Math.max(turn.lastChange || 0, to);
      const words = content ? wordsKey(reply) : '';
      if (words !== turn.words) turn.lastWords = Math.max(turn.lastWords || 0, to);
      turn.words = words;
      turn.changes++;
    }
    const offers = beside.map(({ text }) => text).join('\u0001');
    if (content && offers !== turn.beside) {
      // What changes there later need not belong to this answer.
      if (turn.lastWords !== null && besideAt - turn.lastWords <= DRAWN_WITH_MS) turn.lastWords = Math.max(turn.lastWords, besideAt);
      turn.beside = offers;
    }
    for (const sign of signs) {
      if (!turn.signs.has(sign)) turn.signs.set(sign, { seen: to, gone: null });
      turn.signs.get(sign).gone = null;
    }
    for (const [sign, edge] of turn.signs) if (!signs.has(sign) && edge.gone === null) edge.gone = to;
    turn.busy = Array.from(signs);
    turn.seen = seen;
    turn.reply = reply;
    turn.content = content;
    if (content) turn.delivered = true;
  };

  /** Notes a pause of the answer; of many only the longest are worth keeping. */
  const pausedUntil = (until, ms) => {
    turn.gap = Math.max(turn.gap, ms);
    if (ms <= 0) return;
    turn.pauses.push({ until, ms });
    if (turn.pauses.length > MOST_PAUSES) turn.pauses = turn.pauses.sort((a, b) => b.ms - a.ms).slice(0, MOST_PAUSES);
  };

  /** A list that keeps only what is in sight drops the question first, then the beginning of its answer: that was read. */
  const keepVanished = (before, now) => {
    const isStill = (old) => old.el.isConnected || now.bubbles.some((bubble) => squash(bubble.text).startsWith(squash(old.text)));
    const first = before.bubbles.findIndex(isStill);
    const gone = first < 0 ? before.bubbles : before.bubbles.slice(0, first);
    now.bubbles = turn.upwards ? now.bubbles.concat(gone) : gone.concat(now.bubbles);
    const links = gone.flatMap((bubble) => bubble.links);
    now.links = turn.upwards ? now.links.concat(links) : links.concat(now.links);
  };

  /** Whether the words stop where a sentence does not: more is likely to come. */
  const isOpen = (reply) => {
    const final = reply && !reply.options.length && reply.bubbles[reply.bubbles.length - 1];
    if (!final || final.pictures.length) return false;
    const line = final.text.split('\n').pop().trim();
    return !line.includes('\t') && !SENTENCE_ENDS.test(line);
  };

  /** The requests that ended since the question. */
  const ended = () => (turn.t0 === null ? [] : transport.since(performance.timeOrigin + turn.t0).requests);

  const report = (why) => {
    const now = performance.now();
    const requests = ended();
    return {
      why, content: turn.content, delivered: turn.delivered, changes: turn.changes, busy: turn.busy,
      quiet: turn.lastChange === null ? null : now - turn.lastChange,
      sinceSent: turn.t0 === null ? null : now - turn.t0,
      lastChangeAt: turn.lastChange === null ? null : performance.timeOrigin + turn.lastChange,
      sentAt: turn.t0 === null ? null : performance.timeOrigin + turn.t0,
      gap: turn.gap, open: isOpen(turn.reply),
      pauses: turn.pauses.map(({ until, ms }) => ({ until: performance.timeOrigin + until, ms })),
      endings: requests.length, requests: requests.slice(-MOST_REQUESTS),
      changedAt: turn.spokenAt.map((at) => performance.timeOrigin + at),
      signs: Array.from(turn.signs, ([name, edge]) => ({ name, gone: edge.gone === null ? null : now - edge.gone, goneAt: edge.gone === null ? null : performance.timeOrigin + edge.gone })),
      inputEmpty: !turn.input.isConnected || squash(valueOf(turn.input)) === '',
    };
  };

  const tell = (why) => {
    const waiter = turn.waiter;
    turn.waiter = null;
    clearTimeout(waiter.timer);
    const said = report(why);
    if (why === 'silence' || (why === 'lull' && waiter.concludes)) said.heard = conclude();
    waiter.resolve(said);
  };

  /** Where nothing was seen to change for a while, something may have without a trace. */
  const lookAnew = () => {
    if (turn && performance.now() - (turn.lastChange || 0) > UNSEEN_MS) eyes.forget();
    look();
  };

  /** Decides whether the asker should look again now, or when to decide next. */
  const check = () => {
    if (!turn || !turn.waiter) return;
    const waiter = turn.waiter;
    const now = performance.now();
    clearTimeout(waiter.timer);
    const due = [];
    const when = (condition, at, why) => {
      if (!condition || !turn.waiter) return;
      if (now >= at - 0.5) tell(why);
      else due.push(at);
    };
    const sent = turn.t0 === null ? waiter.since : turn.t0;
    const free = turn.busy.length === 0;
    const signGone = Math.max(0, ...Array.from(turn.signs.values(), (edge) => edge.gone || 0));
    const still = turn.lastChange === null ? now : turn.lastChange;
    // What the transport brought last is drawn behind its end.
    const requests = ended();
    const drawn = waiter.concludes ? Math.max(0, ...requests.slice(-MOST_REQUESTS).map((request) => request.ended - performance.timeOrigin + waiter.draws)) : 0;
    when(true, sent + waiter.limit, 'limit');
    // A pressed option has reached the page; only one that was merely put into the input is still to be sent.
    const stuck = !turn.pressed || squash(valueOf(turn.input)) !== '';
    const undrawn = isUndrawn(now);
    when(stuck && !turn.delivered && !turn.signs.size, sent + (undrawn ? UNDRAWN_MS : UNDELIVERED_MS), 'undelivered');
    const news = turn.changes > waiter.changes || requests.length > waiter.endings;
    when(turn.content && free && !undrawn && news, Math.max(still + waiter.lull, signGone + Math.min(waiter.lull, 100), drawn), 'lull');
    when(turn.content && free && !undrawn, Math.max(still, signGone) + waiter.silence, 'silence');
    when(turn.content && !free, still + (turn.busy.every((sign) => sign === 'composer') && !waiter.trustsComposer ? waiter.silence : waiter.patience), 'sign-stays');
    when(!turn.content && !turn.busy.length && !turn.thinking.text, sent + waiter.silent, 'silent');
    if (!turn.echoed && !turn.content && now - sent < NO_ECHO_MS) due.push(sent + NO_ECHO_MS + 1);
    // What fades in changes nothing in the page that would wake the recorder.
    if (undrawn) due.push(now + FRAME_MS);
    if (!turn.waiter) return;
    clearTimeout(waiter.timer);
    waiter.timer = setTimeout(lookAnew, Math.max(1, Math.min(...due) - now));
  };

  // Whoever asks for the ends is among those who are told of them, so nothing is decided right here.
  transport.tell(() => {
    if (!turn || !turn.waiter) return;
    clearTimeout(turn.waiter.timer);
    turn.waiter.timer = setTimeout(lookAnew, 0);
  });

  /** How long after the end was told a bubble was still added to, in milliseconds; null if it was whole by then. */
  const lateness = (bubble, i) => {
    if (!turn.ended || turn.ended.texts[i] === bubble.text) return null;
    return Math.max(0, turn.lastChange - turn.ended.at);
  };

  /** All that was heard. Times are milliseconds from the input event. */
  const summary = () => {
    const reply = turn.reply || { bubbles: [], options: [], links: [], sources: [], controls: new Set() };
    const t0 = turn.t0;
    const since = (t) => (t === null || t0 === null ? null : Math.max(0, t - t0));
    const text = bare(reply.bubbles.map((bubble) => bubble.text).join('\n'));
    // The first text of the answer is the first that stayed: the whole begins with it. While it is being typed,
    // Markdown still shows its marks.
    const begins = (state) => text.startsWith(state.head.slice(0, 24).replace(/(?<=.)[!\[\]()<&].*$/, ''));
    const begun = turn.log.find((state) => (text ? state.length && begins(state) : true));
    const first = begun ? begun.t : null;
    const dom = (turn.seen ? turn.seen.items : []).map((item) => item.el.outerHTML).join('\n');
    return {
      fault: turn.fault,
      content: turn.content,
      delivered: turn.delivered,
      echoed: turn.echoed,
      bubbles: turn.content ? reply.bubbles.map(({ el, runs: of, ...bubble }, i) => ({ ...bubble, lateMs: lateness(bubble, i) })) : [],
      options: Array.from(new Set(reply.options)),
      links: reply.links,
      sources: reply.sources,
      thinking: turn.thinking.text,
      controls: Array.from(turn.controls),
      sentAt: t0 === null ? null : performance.timeOrigin + t0,
      firstSign: since(turn.firstSign),
      firstReply: turn.content ? since(first) : null,
      complete: turn.content ? since(turn.lastWords) : null,
      thinkingMs: turn.thinking.from === null ? null : Math.max(0, (first === null ? turn.thinking.to : first) - turn.thinking.from),
      doubt: Math.max(0, doubts.get(first) || 0, doubts.get(turn.lastWords) || 0),
      gap: turn.gap,
      dom: dom.length > 1048576 ? dom.slice(0, 1048576) : dom,
    };
  };

  /**
   * Looks whether anything was added to a reply whose end was told, and keeps it for the asker.
   *
   * @param {boolean} echoed whether only what stands below its question counts, as something else may have been drawn
   */
  const lookAgain = (ended, echoed = false) => {
    if (!ended || !ended.ended || ended.closed || (ended.dirtyFrom === null && ended.wordsFrom === null) || (echoed && !ended.echoed)) return;
    const now = turn;
    const before = { reply: ended.reply, content: ended.content, key: ended.key };
    turn = ended;
    try {
      const from = turn.wordsFrom !== null ? turn.wordsFrom : turn.dirtyFrom;
      const to = turn.wordsTo || turn.dirtyTo;
      turn.dirtyFrom = turn.wordsFrom = null;
      read(from, to);
      const text = (reply) => reply.bubbles.map((bubble) => squash(bubble.text)).join('');
      const more = turn.content && text(turn.reply).length > (before.content ? text(before.reply).length : 0) && to - turn.ended.at <= LATE_MS;
      // A list that folds, drops or shortens what was read takes nothing back.
      if (more) added = summary();
      else Object.assign(turn, before);
    } catch (fault) {
      Object.assign(turn, before);
      turn.fault = String(fault && fault.stack || fault);
      added = summary(); // carries the fault to the asker
    } finally {
      turn = now;
    }
  };

  /** The question goes off: what came until now belongs to the one before, and is old for this one. */
  /** What typing did to the composer belongs to the question; where more of the page changed, all is taken anew. */
  const settle = () => {
    const unseen = observer.takeRecords();
    if (unseen.length) mutated(unseen);
    turn.ahead = false;
    if (turn.disturbed) turn.stands();
    else for (const el of elements(turn.composer)) turn.known.add(el);
    turn.typedKey = composerKey(turn.input);
  };

  /** Whether the question stands in the input, or stood there until the page took it before it was seen to be sent. */
  const holdsQuestion = () => {
    const text = squash(valueOf(turn.input));
    return text ? text === squash(turn.question) : turn.written;
  };

  const begin = () => {
    if (last) {
      lookAgain(last, true);
      last.closed = true;
      last = null;
    }
    try {
      if (turn.ahead) settle();
      else if (turn.stirred || turn.wordsFrom !== null) turn.stands();
    } catch (fault) {
      turn.fault = String(fault && fault.stack || fault);
    }
    turn.dirtyFrom = turn.wordsFrom = null;
    doubts.clear();
    idleAt = performance.now();
    if (!ticking) tick();
  };

  const sends = (event) => {
    if (!turn || turn.done || !event.isTrusted || turn.delivered) return;
    if (event.type === 'keydown' && (event.key !== 'Enter' || event.isComposing)) return;
    if (turn.ahead && turn.t0 === null && event.type === 'keydown' && !holdsQuestion()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      turn.refused = true;
      return;
    }
    // Some kits send when the button goes down; where that brought nothing, the click is what sent.
    const released = event.type === 'click' && turn.sentBy === 'mousedown';
    if (turn.waiter || turn.t0 === null || released || event.timeStamp - turn.t0 > 50) {
      if (turn.t0 === null) begin();
      turn.t0 = event.timeStamp;
      turn.sentBy = event.type;
    }
  };
  addEventListener('input', (event) => {
    if (turn && turn.ahead && event.isTrusted) turn.written = squash(valueOf(turn.input)) === squash(turn.question);
  }, true);
  addEventListener('keydown', sends, true);
  addEventListener('mousedown', sends, true);
  addEventListener('click', sends, true);

  const takeAdded = () => {
    lookAgain(last || turn, Boolean(last));
    const found = added;
    added = null;
    return found;
  };

  /** Takes the turn as over, with all that was heard; what comes within ten seconds is still added to it. */
  const conclude = () => {
    const earlier = takeAdded();
    turn.done = true;
    const heard = summary();
    turn.ended = { at: performance.now(), texts: heard.bubbles.map((bubble) => bubble.text) };
    return { ...heard, earlier };
  };

  /** In a field of a form, Enter submits the form where the page does not see to it. */
  const enters = (input) => input.localName !== 'input' || !input.form;

  /**
   * Takes the page as it stands, with the question in the input, as what was there before.
   *
   * @param {boolean} pressed whether the question is an option of the last reply and will be pressed, not sent
   * @param {boolean} ahead whether the question is still to be written and then sent by Enter, which is kept from the
   *     page if something else stands in the input
   * @returns {{region: Element, send: Element|null, why: string, enters: boolean, typed: string, focused: boolean}}
   *     enters: whether the Enter key can do no more than send
   */
  const arm = (question, input, { pressed = false, ahead = false } = {}) => {
    const before = pressed && turn ? turn : null;
    watch(document);
    watchBelow(document.documentElement);
    if (turn && turn.ended) last = turn;
    lookAgain(last, true);
    const region = regionOf(input);
    turn = {
      question, input, region, known: new WeakSet(), pressed, offered: before && before.reply ? before.reply.offers.map(({ el }) => el) : [], ownSignature: before ? ownSignature(before) : null, composer: composerOf(input), t0: null, sentBy: '', delivered: false, outside: false,
      idle: idle && idle.input === input ? idle.key : null, typedKey: composerKey(input), echo: null, log: [], key: '', words: '', lastChange: null, lastWords: null, beside: '', changes: 0, gap: 0, pauses: [], echoed: false,
      firstSign: null, dirtyFrom: null, dirtyTo: 0, wordsFrom: null, wordsTo: 0, put: [], readAt: 0, cost: 0, looking: null, busy: [], signs: new Map(), content: false, ended: null, closed: false, stirred: false,
      ahead, disturbed: false, written: false, refused: false,
      thinking: { text: '', from: null, to: null, el: null, last: null }, gone: [], spoken: '', spokenAt: [], reply: null, seen: null, moving: null, waiter: null, done: false, fault: null,
      controls: new Set(), upwards: (turn && turn.region === region && turn.upwards) || null, trunk: null,
      company: new Set(), furniture: new Set(), whole: [], cache: new Map(),
      before: (root) => {
        const { cache, whole } = turn;
        if (!cache.has(root)) cache.set(root, { runs: root === document.body ? whole : whole.filter((run) => contains(root, run.el)) });
        return cache.get(root);
      },
      forget: () => turn.cache.clear(),
      /** Takes all that stands in the page now as old. */
      stands: () => {
        const shape = (run) => ({ el: run.el, key: keyOf(run), text: run.text, signature: signature(run) });
        eyes.forget();
        turn.whole = runs(document.body, (el) => el === input, moving().all).map(shape);
        turn.known = new WeakSet(elements(document.documentElement));
        const short = turn.whole.filter((run) => run.text.length <= SHORT);
        turn.furniture = new Set(short.map((run) => run.signature + '\u0000' + textShape(fold(run.text))));
        labels = labels || new Set(short.map((run) => styleOf(run) + '\u0000' + fold(run.text)));
        turn.cache.clear();
      },
    };
    turn.stands();
    const send = sendOf(input);
    return { region, send: send && send.el, sendScore: send ? send.score : 0, why: send ? send.why : '', enters: enters(input), typed: valueOf(input), focused: hasFocus(input) };
  };

  return {
    regionOf, composerOf, sendOf,
    sendButton: (input) => (sendOf(input) || { el: null }).el,

    /**
     * Remembers what the composer looks like while nothing is typed and nothing is awaited.
     *
     * @param {boolean} writes whether the question will be typed, so that the input shall have the focus
     * @param {string|null} question if given, and if it can be written right away, the recorder is armed for it
     * @returns {{typed: string, focused: boolean, armed: object|null}} what stands in the input all the same; whether it
     *     has the focus; what arm returned, if it was called
     */
    prepare: (input, writes, question = null) => {
      lookAgain(turn);
      watch(document);
      watchBelow(document.documentElement);
      idle = { input, key: composerKey(input) };
      if (writes && !hasFocus(input)) input.focus({ preventScroll: true });
      const ready = { typed: valueOf(input), focused: hasFocus(input), armed: null };
      if (question !== null && ready.focused && !squash(ready.typed) && enters(input)) ready.armed = arm(question, input, { ahead: true });
      return ready;
    },

    arm,

    /** Where the conversation stands and what was said last; null before anything was asked. */
    talk: () => turn && { region: turn.region, upwards: Boolean(turn.upwards), question: turn.question, said: turn.reply ? turn.reply.bubbles.map((bubble) => bubble.text) : [] },

    /** Whether a turn is under way or over in this very document. */
    isArmed: () => turn !== null,

    /**
     * Finds what has to be pressed for an option of the last reply, and brings it into sight.
     *
     * @returns {{el: Element|null, why: string, text: string}} why there is nothing to press: gone, leads-away, forbidden
     *     or disabled; the text as a citizen's bubble would repeat it
     */
    option: (text) => {
      const found = offered(text);
      const no = (why) => ({ el: null, why, text });
      if (!found) return no('gone');
      const control = found.closest(eyes.PRESSABLE) || found;
      if (controlOf(text) || controlOf(label(control))) return no('forbidden');
      if (leadsAway(control)) return no('leads-away');
      if (control.disabled || control.getAttribute('aria-disabled') === 'true') return no('disabled');
      found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return { el: found, why: '', text: unnumbered(text) };
    },

    /**
     * Resolves when the asker should look: a lull after a change, silence, a sign that stays, nothing at all, the limit;
     * at once if the question was kept from the page (refused).
     *
     * What is likely to be the end comes with all that was heard, as finish returns it, and is the end unless the asker
     * listens again.
     *
     * @param {{lull: number, draws: number, silence: number, patience: number, silent: number, limit: number,
     *     changes: number, endings: number, concludes: boolean}} terms milliseconds; a lull is told only if there were
     *     more changes, or more requests that ended, than the given counts, and where it is likely to be the end
     *     (concludes), not before what ended is drawn
     */
    listen: (terms) =>
      new Promise((resolve) => {
        if (!turn) throw new Error('listen before arm');
        turn.done = false;
        turn.ended = null;
        turn.waiter = { ...terms, resolve, timer: null, since: performance.now() };
        if (turn.refused) tell('refused');
        else look();
      }),

    state: () => report('asked'),

    /** Ends the turn and tells all that was heard; what comes within ten seconds is still added to it. */
    finish: () => {
      look();
      return conclude();
    },

    /** What was added to the reply before this one, or to this one, after its end was told; null if nothing was. */
    added: takeAdded,

    /** Waits for an addition to the last reply, at most so long; resolves to true as soon as one came and rested. */
    linger: (atMost) =>
      new Promise((resolve) => {
        const ended = turn && turn.ended ? turn : null;
        const until = performance.now() + atMost;
        const rest = () => {
          const now = performance.now();
          lookAgain(ended);
          const came = added && ended.lastChange;
          if (!ended || now >= until || (came && now - came >= ADDED_WITHIN_MS)) resolve(Boolean(added));
          else setTimeout(rest, Math.min(250, Math.max(1, until - now)));
        };
        rest();
      }),

    /** What stands in the conversation before anything is asked. */
    opening: (input) => {
      turn = last = added = null;
      const region = regionOf(input);
      const composer = composerOf(input);
      const all = runs(region, (el) => el === input);
      const scrollers = Array.from(elements(region)).filter((el) => eyes.scrolls(el) && box(el).height >= 100 && !contains(composer, el));
      const list = scrollers.sort((a, b) => box(b).height * box(b).width - box(a).height * box(a).width)[0] || region;
      const greeting = [];
      const suggestions = [];
      const controls = new Set();
      for (const run of all) {
        const one = fold(run.text);
        const control = controlOf(one || label(run.el));
        // Questions to pick from often stand in the composer; its other buttons have shorter names.
        const inComposer = contains(composer, run.el);
        if (inComposer && (run.kind === 'text' || one.length < 5 || isSend(one) || isNotSend(one))) continue;
        const isSaid = run.kind === 'text' || (run.kind === 'pointer' && contains(list, run.el) && (/[。！!]$/.test(one) || greets(one)));
        if (!isSaid) {
          if (control) controls.add(control);
          else if (WORD.test(one) && one.length >= 2 && one.length <= 60) suggestions.push(one);
        } else if (contains(list, run.el) && one.length > 1 && !isClock(one) && !isStatus(one) && !isNameAndClock(one)) greeting.push(run.text);
      }
      for (const el of elements(composer)) {
        const control = isPressable(el) && isVisible(el) ? controlOf(fold(el.textContent) || label(el)) : null;
        if (control) controls.add(control);
      }
      return { greeting: greeting.slice(0, 100), suggestions: Array.from(new Set(suggestions)).slice(0, 100), controls: Array.from(controls), region };
    },
  };
}
