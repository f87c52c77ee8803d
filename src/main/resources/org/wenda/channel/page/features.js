/**
 * Looks at what a chatbot's window offers besides its answers: controls, labels, questions to pick from, forms. Only what
 * a person sees counts, and no words inside an answer's own text do. Changes nothing, presses nothing, knows no vendor.
 *
 * @param {object} eyes what eyes.js returned
 * @param {object} words the patterns of lexicon.json
 * @param {object} recorder for where the conversation stands
 */
(eyes, words, recorder) => {
  const { fold, squash, box, contains, drawnChildren, drawnParent, elements, label, pictureNames, isDrawn, isVisible, isEditable, isPressable, isPainted, followed, runs, rootOf } = eyes;
  const is = (pattern) => {
    const re = new RegExp(pattern, 'i');
    return (text) => re.test(text);
  };
  const traits = Object.entries(words.traits.controls).map(([name, { reads, icon, places, not }]) => ({
    name, places, reads: is(reads), icon: icon ? is(icon) : () => false, not: not ? is(not) : () => false,
  }));
  const headings = words.traits.headings;
  const isHot = is(headings.hot);
  const isRecommended = is(headings.recommended);
  const isServices = is(headings.services);
  const isAnother = is(headings.another);
  const isQuestion = is(words.traits.question);
  const isDisclaimer = is(words.traits.disclaimer);
  const isAiLabel = is(words.aiLabel);
  const isThinkingHead = is(words.thinking);
  const isSourcesHead = is(words.sources);
  const isSuggestionsHead = is(words.suggestions);
  const isFeedback = is(words.traits.feedback);
  const isStep = is(words.traits.step);
  const greets = is(words.chat.greets);
  const isPlace = is(words.choice.place.named);
  const isSelf = is(words.choice.person.self);
  const isOther = is(words.choice.person.other);
  const controls = Object.values(words.controls).map(is);
  const isControl = (text) => controls.some((test) => test(text));

  const MOST_ELEMENTS = 12000;
  const MOST_FEATURES = 80;
  const LONGEST_NAME = 40;
  const LONGEST_CHOICE = 60;
  const LONGEST_LABEL = 80;
  const NEAR = 160;
  const REACH = 460;

  const cut = (text, most) => (text.length > most ? text.slice(0, most) : text);
  const listed = (texts) => cut(texts.map((text) => cut(text, LONGEST_CHOICE)).join(' · '), 200);

  /** What could be pressed at the opening, and what each read. */
  let stood = new Map();
  /** What was in the window at the opening. */
  let known = new WeakSet();

  /** The whole window of the chatbot: where the conversation is, with the strips above and beside it. */
  const windowOf = (region) => {
    const area = (el) => Math.min(box(el).width, innerWidth) * Math.min(box(el).height, innerHeight * 1.5);
    const own = area(region);
    const inner = box(region);
    // What floats over the page is no part of what it is written in.
    const holds = (rect) => rect.left <= inner.left + 4 && rect.right >= inner.right - 4 && rect.top <= inner.top + 4 && rect.bottom >= inner.bottom - 4;
    let best = region;
    for (let el = drawnParent(region); el && el.nodeType === Node.ELEMENT_NODE && el !== document.documentElement; el = drawnParent(el)) {
      if (!holds(box(el)) || box(el).height > Math.max(innerHeight * 1.2, box(region).height + 200) || area(el) > own * 1.7) break;
      best = el;
    }
    return best;
  };

  const listOf = (region, composer) => {
    const size = (el) => box(el).width * box(el).height;
    const all = Array.from(elements(region)).filter((el) => eyes.scrolls(el) && box(el).height >= 100 && !contains(composer, el) && !contains(el, composer));
    return all.sort((a, b) => size(b) - size(a))[0] || null;
  };

  /** Every element of the window with what it reads, if that is short: a button's name is no page. */
  const short = (root) => {
    const found = [];
    let left = MOST_ELEMENTS;
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || /^(script|style|noscript|template|head)$/.test(node.localName)) return '';
      if (left-- <= 0) return null;
      const one = { el: node, text: '', own: '' };
      found.push(one);
      let text = '';
      for (const child of drawnChildren(node)) {
        const said = visit(child);
        if (child.nodeType === Node.TEXT_NODE && one.own.length < 60) one.own += child.data.slice(0, 60);
        text = text === null || said === null || text.length + said.length > 400 ? null : text + said;
      }
      one.text = text === null ? null : fold(text);
      if (one.text !== null && one.text.length > LONGEST_LABEL) one.text = null;
      one.own = fold(one.own);
      return text;
    };
    visit(root);
    return found;
  };

  /** Names that are not meant for people: classes, ids, the names of icons. */
  const hidden = (el) => {
    const own = [typeof el.className === 'string' ? el.className : el.className && el.className.baseVal || '', el.id, el.getAttribute('data-icon') || '', el.getAttribute('data-testid') || ''];
    const drawing = el.localName === 'svg' || el.localName === 'i' ? el : el.firstElementChild;
    if (drawing && drawing !== el) own.push(drawing.getAttribute('class') || '', drawing.getAttribute('data-icon') || '');
    const use = el.querySelector ? el.querySelector('use') : null;
    if (use) own.push(use.getAttribute('href') || use.getAttribute('xlink:href') || '');
    return cut(own.join(' '), 300);
  };

  const pressable = (el, styled = getComputedStyle(el)) =>
    isPressable(el) || (el.localName === 'a' && (el.hasAttribute('href') || styled.cursor === 'pointer')) ||
    el.matches('label,[role="link"],[role="radio"],[role="checkbox"],select') || styled.cursor === 'pointer';

  /** Whether an element stands in the middle of a sentence: then it is part of what is said. */
  const inSentence = (el) => {
    let at = el;
    for (let i = 0; i < 3 && at && /^inline$/.test(getComputedStyle(at).display); i++) {
      const parent = drawnParent(at);
      if (!parent || parent.nodeType !== Node.ELEMENT_NODE) return false;
      for (const other of drawnChildren(parent)) {
        if (other !== at && other.nodeType === Node.TEXT_NODE && squash(other.data).length > 1) return true;
      }
      at = parent;
    }
    return false;
  };

  /** What the scripts look at, once for all traits. */
  const survey = (input, stage) => {
    const region = recorder.regionOf(input);
    const composer = recorder.composerOf(input);
    const win = windowOf(region);
    const list = listOf(region, composer);
    const foot = box(composer);
    const zone = (el) => {
      if (contains(composer, el)) return 'input';
      if ((list || region) === el || contains(list || region, el)) {
        if (list || !isNear(el)) return stage === 'opening' || known.has(el) ? 'opening' : 'answer';
      }
      return isNear(el) ? 'input' : 'page';
    };
    const isNear = (el) => {
      const rect = box(el);
      return rect.bottom > foot.top - NEAR && rect.top < foot.bottom + NEAR && rect.right > foot.left - 40 && rect.left < foot.right + 40 && !(list && contains(list, el));
    };
    // A long conversation is scrolled above the window, and is there all the same.
    const isSeen = (el) => {
      if (!list || !contains(list, el)) return isVisible(el);
      const rect = box(el);
      return rect.right > box(list).left && rect.left < box(list).right && isDrawn(el);
    };
    const above = new Set(eyes.chain(input));
    return { region, composer, win, list, zone, isSeen, input, all: short(win).filter(({ el }) => !above.has(el)) };
  };

  const collector = () => {
    const out = new Map();
    const add = (trait, where, said) => {
      const text = cut(fold(said), 200);
      const key = trait + '\n' + where + '\n' + text;
      if (text && out.size < MOST_FEATURES && !out.has(key)) out.set(key, { trait, where, words: text });
    };
    return { add, all: () => Array.from(out.values()) };
  };

  /** A control is told by what it reads, or else by its label, or else by what its picture is called. */
  const controlTraits = (look, add) => {
    const { isSeen } = look;
    for (const { el, text } of look.all) {
      if (text === null && el.localName !== 'input') continue;
      const named = label(el);
      const said = (text && text.length <= LONGEST_NAME ? text : '');
      if (!said && !named && el.childElementCount > 3) continue;
      const bare = !said && /^(button|a|i|svg|img|span|div|label|input|em)$/.test(el.localName) ? hidden(el) : '';
      for (const trait of traits) {
        const reads = said && trait.reads(said) ? said : named && trait.reads(named) ? named : '';
        const pictured = reads || !bare || text ? '' : trait.icon(bare) ? bare : '';
        if (!reads && !pictured || trait.not(reads || bare + ' ' + named)) continue;
        if (pictured && box(el).width > 90) continue;
        const where = look.zone(el);
        if (!trait.places.includes(where) || (pictured && where !== 'input' && where !== 'answer')) continue;
        const takesFile = el.localName === 'input' && el.type === 'file';
        if (!takesFile && !pressable(el) && !(named && where === 'input')) continue;
        if (!isSeen(el) || inSentence(el)) continue;
        add(trait.name, where, reads || named || pictureNames(el) || iconName(pictured, trait));
      }
    }
  };

  const iconName = (names, trait) => names.split(/\s+/).find((name) => trait.icon(name)) || names;

  /** What can be chosen: short, visible, and pressed with one click. */
  const choices = (look) => {
    const out = [];
    for (const { el, text } of look.all) {
      if (!text || text.length < 2 || text.length > LONGEST_CHOICE || contains(look.composer, el) && isControl(text)) continue;
      if (el.localName === 'select' || !pressable(el) || !look.isSeen(el)) continue;
      const last = out[out.length - 1];
      if (last && contains(last.el, el) && (last.text === text || !isPressable(el) && el.localName !== 'a')) continue;
      out.push({ el, text, where: look.zone(el) });
    }
    return out.filter(({ el }) => !inSentence(el));
  };

  /** The smallest element around a heading that holds enough of what stands below the heading. */
  const underneath = (heading, all, enough) => {
    let at = drawnParent(heading);
    for (let i = 0; i < 5 && at && at.nodeType === Node.ELEMENT_NODE; i++, at = drawnParent(at)) {
      const inside = all.filter(({ el, text }) => el !== heading && !contains(el, heading) && !contains(heading, el) && contains(at, el) && !isControl(text) && follows(heading, el));
      const picks = inside.filter(({ text }) => !isAnother(text));
      if (picks.length >= enough) return { at, picks, another: inside.find(({ text }) => isAnother(text)) };
    }
    return null;
  };
  const follows = (one, other) => {
    const a = box(one);
    const b = box(other);
    return b.top >= a.top - 30 && b.bottom > a.top;
  };

  const headed = (look, all, add) => {
    const taken = new Set();
    const group = (el, said, where) => {
      const found = underneath(el, all, where === 'answer' ? 1 : 2);
      if (!found) return;
      const proof = listed([said, ...found.picks.slice(0, 3).map(({ text }) => text), ...(found.another ? [found.another.text] : [])]);
      const trait = isServices(said) ? 'service-entry' : where === 'answer' ? 'related-questions' : isHot(said) ? 'hot-questions' : 'recommended-questions';
      found.picks.forEach(({ el: pick }) => taken.add(pick));
      add(trait, where, proof);
    };
    for (const { el, text: whole, own } of look.all) {
      const text = own || whole;
      if (!text || text.length > 24 || !(isHot(text) || isRecommended(text) || isServices(text))) continue;
      if (all.some((choice) => choice.el === el) && text.length > 8 || !look.isSeen(el)) continue;
      group(el, text, look.zone(el));
    }
    for (const where of ['opening', 'input']) {
      const open = all.filter((choice) => choice.where === where && !taken.has(choice.el) && choice.text.length >= 5 && isQuestion(choice.text));
      if (open.length >= 2) add('recommended-questions', where, listed(open.slice(0, 3).map(({ text }) => text)));
    }
  };

  const chosen = (look, all, add) => {
    const beside = (el) => drawnParent(drawnParent(el) || el) || el;
    for (const one of all) {
      if (!isSelf(one.text)) continue;
      const other = all.find(({ el, text }) => isOther(text) && contains(beside(one.el), el));
      if (other) add('identity-choice', one.where, listed([one.text, other.text]));
    }
    const places = all.filter(({ text }) => isPlace(text));
    for (const one of places) {
      const near = places.filter(({ el }) => contains(beside(one.el), el));
      if (near.length >= 3) { add('region-choice', one.where, listed(near.slice(0, 3).map(({ text }) => text))); break; }
    }
    for (const { el } of look.all) {
      if (el.localName !== 'select' || !look.isSeen(el)) continue;
      const texts = Array.from(el.options).slice(0, 60).map((option) => fold(option.text));
      if (texts.filter(isPlace).length >= 3) add('region-choice', look.zone(el), listed(texts.filter(isPlace).slice(0, 3)));
      if (texts.some(isSelf) && texts.some(isOther)) add('identity-choice', look.zone(el), listed(texts.slice(0, 3)));
    }
  };

  const around = (el, steps) => {
    let at = el;
    for (let i = 0; i < steps && drawnParent(at) && drawnParent(at).nodeType === Node.ELEMENT_NODE; i++) at = drawnParent(at);
    return at;
  };

  /** Fields, steps and the like inside the conversation itself. */
  const guided = (look, add) => {
    if (!look.list) return;
    const field = (el) => isEditable(el) || el.localName === 'select' || (el.localName === 'input' && /^(tel|email|number|date|month|radio|checkbox|file|text)$/.test(el.type));
    for (const { el, text } of look.all) {
      if (!contains(look.list, el) || contains(look.composer, el)) continue;
      if (field(el) && look.isSeen(el)) {
        const context = fold(around(el, 3).textContent || '').slice(0, 120);
        if (!isFeedback(context + ' ' + label(el))) add('guided-service', look.zone(el), label(el) || context || el.localName);
      } else if (el.getAttribute('aria-current') === 'step' && look.isSeen(el)) {
        add('guided-service', look.zone(el), text || label(el) || 'aria-current');
      } else if (text && text.length <= 24 && isStep(text) && look.isSeen(el) && !inSentence(el)) {
        const siblings = Array.from(drawnChildren(drawnParent(el))).filter((other) => other.nodeType === Node.ELEMENT_NODE && isStep(fold(other.textContent || '').slice(0, 24)));
        if (siblings.length >= 2 && isPainted(around(el, 1))) add('guided-service', look.zone(el), listed(siblings.slice(0, 3).map((other) => fold(other.textContent))));
      }
    }
  };

  /** A box inside a message with a title, more than one line, and something to press. */
  const cards = (look, all, add) => {
    if (!look.list) return;
    const pressed = all.filter(({ el, where }) => where === 'answer' && contains(look.list, el));
    for (const { el: button, text } of pressed) {
      for (let at = button, i = 0; at && at !== look.list && at.nodeType === Node.ELEMENT_NODE && i < 6; at = drawnParent(at), i++) {
        const rect = box(at);
        if (rect.width < 120 || rect.height < 60 || rect.height > 600 || !isPainted(at) || at.localName === 'table' || !inBubble(at, look.list)) continue;
        const lines = runs(at, null).filter((run) => run.text);
        const title = lines[0] && fold(lines[0].text);
        if (lines.length < 2 || !title || title.length > 40 || /[：:？?]$/.test(title)) continue;
        if (isSuggestionsHead(title) || isSourcesHead(title) || isThinkingHead(title) || isHot(title) || isRecommended(title) || isControl(title)) continue;
        if (!apart(at, lines, look.list)) continue;
        if (lines[0].kind !== 'text' && !lines[0].pictures.length && lines.every((run) => run.kind !== 'text')) continue;
        add('cards', 'answer', listed([title, text]));
        break;
      }
    }
  };

  /** Whether a box is more than the bubble itself: something is said beside it, or it has a title that looks like one. */
  const apart = (el, lines, list) => {
    const own = squash(el.textContent || '').length;
    for (let at = drawnParent(el); at && at !== list && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
      if (isPainted(at) && squash(at.textContent || '').length > own + 4) return true;
    }
    return /^h[1-6]$/.test(lines[0].el.localName) || Number(getComputedStyle(lines[0].el).fontWeight) >= 600;
  };

  /** Whether something around it, inside the list, is painted too; or others like it stand beside it. */
  const inBubble = (el, list) => {
    const like = Array.from(drawnChildren(drawnParent(el))).filter((other) => other.nodeType === Node.ELEMENT_NODE && other.localName === el.localName && other.className === el.className);
    if (like.length >= 2 && box(drawnParent(el)).width < box(list).width * 3) {
      if (like.every((other) => !other.contains(el) || other === el) && like.some((other) => Math.abs(box(other).top - box(el).top) < 4 && other !== el)) return true;
    }
    for (let at = drawnParent(el); at && at !== list && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) if (isPainted(at)) return true;
    return false;
  };

  /** Lines that are no control: what greets, what says who wrote the answer, what it is worth. */
  const lines = (look, stage, said, add) => {
    const wholes = said.map(squash);
    const own = (text) => wholes.some((whole) => whole.includes(squash(text)));
    const scope = look.win === document.body && look.list ? look.region : look.win;
    for (const run of runs(scope, (el) => el === look.input)) {
      if (run.kind !== 'text' || !run.text) continue;
      const where = look.zone(run.el);
      const text = fold(run.text);
      if (stage === 'opening' && where !== 'input' && greets(text.slice(0, 200)) && !(where === 'page' && text.length < 6)) add('welcome', 'opening', text);
      if (text.length > LONGEST_LABEL && where !== 'opening') continue;
      if (where === 'answer' && own(text)) continue;
      if (isAiLabel(text) && text.length <= 46) add('ai-label', where, text);
      if (isDisclaimer(text)) add('disclaimer', where, text);
    }
  };

  /** Reasoning that can be folded away: its heading can be pressed. */
  const reasoning = (look, add) => {
    for (const { el, text } of look.all) {
      if (!text || text.length > LONGEST_NAME || !isThinkingHead(text) || look.zone(el) !== 'answer') continue;
      if ((pressable(el) || el.hasAttribute('aria-expanded')) && look.isSeen(el)) add('reasoning-foldable', 'answer', text);
    }
  };

  const bigrams = (text) => {
    const bare = squash(text).replace(/[？?。，,！!]/g, '');
    return Array.from({ length: Math.max(0, bare.length - 1) }, (each, i) => bare.slice(i, i + 2));
  };
  const valueOf = (input) => (input.value !== undefined ? input.value : input.innerText || '');

  /** What is offered since the typing began, near the input, and has to do with what was typed. */
  const hints = (input) => {
    const typed = bigrams(valueOf(input));
    const at = box(input);
    const region = recorder.regionOf(input);
    const composer = recorder.composerOf(input);
    const list = listOf(region, composer);
    const native = input.list && input.list.options ? Array.from(input.list.options).map((option) => fold(option.label || option.value)).filter(Boolean) : [];
    if (native.length) return native;
    const found = [];
    for (const { el, text } of short(document.body)) {
      if (!text || text.length < 2 || text.length > LONGEST_CHOICE || stood.get(el) === text || el === input || contains(el, input)) continue;
      if (list && contains(list, el)) continue;
      const rect = box(el);
      if (rect.bottom < at.top - REACH || rect.top > at.bottom + REACH || rect.right < at.left - 60 || rect.left > at.right + 60) continue;
      if (!(el.matches('li,[role="option"]') || pressable(el)) || isControl(text) || !typed.some((pair) => text.includes(pair))) continue;
      if (squash(text) === squash(valueOf(input)) && found.length === 0 && !el.matches('li,[role="option"]')) continue;
      if (isVisible(el) && !found.some((other) => contains(other.el, el))) found.push({ el, text });
    }
    return found.map(({ text }) => text);
  };

  const remember = (look) => {
    known = new WeakSet(look.all.map(({ el }) => el));
    stood = new Map();
    for (const { el, text } of short(document.body)) if (text && text.length <= LONGEST_CHOICE && isVisible(el)) stood.set(el, text);
  };

  return {
    /** The whole window of the chatbot that an input belongs to. */
    windowOf: (input) => windowOf(recorder.regionOf(input)),

    /**
     * Looks once at the window as it stands.
     *
     * @param {string} stage opening: nothing was asked yet; end: the conversation is over
     * @param {Array<string>} said what the chatbot has said, in whose words no control and no label is looked for
     * @returns {{features: Array<{trait: string, where: string, words: string}>, ms: number}} ms: what the look cost the page
     */
    look: (input, stage, said) => {
      const from = performance.now();
      const look = survey(input, stage);
      const { add, all } = collector();
      const picks = choices(look);
      controlTraits(look, add);
      headed(look, picks, add);
      chosen(look, picks, add);
      guided(look, add);
      cards(look, picks, add);
      lines(look, stage, said, add);
      reasoning(look, add);
      if (stage === 'opening') remember(look);
      return { features: all(), ms: performance.now() - from };
    },

    /**
     * Waits for questions that are offered while one is typed, which now stands in the input.
     *
     * @param {number} atMost milliseconds
     * @returns {Promise<{features: Array<{trait: string, where: string, words: string}>, ms: number}>}
     */
    hints: (input, atMost) =>
      new Promise((resolve) => {
        const from = performance.now();
        let cost = 0;
        const again = () => {
          const began = performance.now();
          const found = hints(input);
          cost += performance.now() - began;
          if (found.length) resolve({ features: [{ trait: 'input-hints', where: 'input', words: listed(found.slice(0, 3)) }], ms: cost });
          else if (performance.now() - from >= atMost) resolve({ features: [], ms: cost });
          else setTimeout(again, 60);
        };
        again();
      }),
  };
}
