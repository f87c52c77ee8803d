/**
 * Looks over one document for a place to ask questions: inputs that could be a chatbot's, what could open one, notices
 * in the way, walls. Ranks by what a person would go by, words and places, and says why. Touches nothing.
 *
 * @param {object} eyes what eyes.js returned
 * @param {object} words the patterns of lexicon.json
 * @param {object} recorder for the send button beside an input
 */
(eyes, words, recorder) => {
  const { fold, squash, box, elements, label, pictureNames, isVisible, isOnScreen, isEditable, isPressable, isPainted, contains, drawnParent, rootOf } = eyes;
  const is = (pattern) => {
    const re = new RegExp(pattern, 'i');
    return (text) => re.test(text);
  };
  const asks = is(words.input.asks);
  const searches = is(words.input.searches);
  const isField = is(words.input.fields);
  const speaksOfChat = is(words.chat.words);
  const greets = is(words.chat.greets);
  const chatAddress = is(words.chat.address);
  const strong = is(words.launcher.strong);
  const fair = is(words.launcher.fair);
  const weak = is(words.launcher.weak);
  const launcherClass = is(words.launcher.class);
  const notLauncher = is(words.launcher.not);
  const closes = is(words.notice.close);
  const crosses = is(words.notice.cross);
  const notNotice = is(words.notice.not);
  const isSend = is(words.send.words);

  const vendors = words.vendors || [];
  const below = (host, top) => host === top || host.endsWith('.' + top);
  const partsOf = (address) => {
    try {
      const { hostname, pathname } = new URL(address, location.href);
      return { host: hostname, path: pathname };
    } catch (malformed) {
      return { host: '', path: '' };
    }
  };
  /** Which of the chat addresses, each a host and perhaps the beginning of a path, an address lies at. */
  const chatAt = (vendor, address) => {
    const { host, path } = partsOf(address);
    return host && vendor.chats.find((one) => {
      const cut = one.indexOf('/');
      return cut < 0 ? below(host, one) : below(host, one.slice(0, cut)) && path.startsWith(one.slice(cut));
    });
  };
  /** Selectors come from a file that a person wrote; one that is malformed must not hide the others. */
  const fits = (el, selectors) => selectors.find((selector) => {
    try {
      return el.matches(selector);
    } catch (malformed) {
      return false;
    }
  });
  const isGlobal = (name) => {
    const value = window[name];
    // An element's id is a name in the window too.
    return (typeof value === 'object' || typeof value === 'function') && value !== null && !(value instanceof Node) && !(value instanceof HTMLCollection);
  };
  /** The vendor whose chat an element opens: by its own mark, where it leads, or what its click calls. */
  const vendorOf = (el) => {
    const called = (el.getAttribute('onclick') || '') + ' ' + (/^javascript:/i.test(el.getAttribute('href') || '') ? el.getAttribute('href') : '');
    return vendors.find((one) => fits(el, one.launchers) || (el.href && chatAt(one, el.href)) || one.chats.some((chat) => called.includes('/' + chat) || called.includes('.' + chat))
      || one.globals.some((name) => called.match(new RegExp('(^|[^\\w$.])(window\\.)?' + name.replace(/\$/g, '\\$&') + '\\s*[.(]'))));
  };
  /** The vendors that this document shows to be there, each with the sign of it. */
  const vendorsHere = () => {
    if (!vendors.length) return [];
    const all = Array.from(elements(document.documentElement));
    const sources = all.filter((el) => el.localName === 'script' && el.src).map((el) => partsOf(el.src).host);
    const places = [location.href, ...all.filter((el) => el.localName === 'iframe' && el.src).map((el) => el.src)];
    return vendors.flatMap(({ name, ...one }) => {
      const script = one.scripts.find((host) => sources.some((source) => below(source, host)));
      if (script) return [{ name, sign: 'script', value: script }];
      const global = one.globals.find(isGlobal);
      if (global) return [{ name, sign: 'global', value: global }];
      const place = places.map((address) => chatAt(one, address)).find(Boolean);
      if (place) return [{ name, sign: 'chat', value: place }];
      const launcher = one.launchers.find((selector) => all.some((el) => fits(el, [selector])));
      return launcher ? [{ name, sign: 'launcher', value: launcher }] : [];
    });
  };

  const names = (el) => [typeof el.className === 'string' ? el.className : '', el.id || ''].join(' ').replace(/([a-z])([A-Z])/g, '$1-$2');
  const shown = (text) => (text.length > 24 ? text.slice(0, 24) + '…' : text);
  const isFixed = (el) => {
    for (let at = el; at && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
      const position = getComputedStyle(at).position;
      if (position === 'fixed' || position === 'sticky') return at;
    }
    return null;
  };

  /** The words that stand near an input: its labels, and the text of the panel around it. */
  const captionOf = (input) => {
    const parts = [label(input)];
    const form = input.getRootNode();
    if (input.id && form.querySelector) {
      const tag = form.querySelector('label[for="' + CSS.escape(input.id) + '"]');
      if (tag) parts.push(tag.textContent);
    }
    const around = input.closest && input.closest('label');
    if (around) parts.push(around.textContent);
    const previous = input.previousElementSibling;
    if (previous && /^(label|span|em|strong)$/.test(previous.localName)) parts.push(previous.textContent);
    // Editors draw their placeholder as a text beside or behind themselves.
    if (input.isContentEditable) {
      parts.push(input.getAttribute('data-placeholder') || '');
      const near = drawnParent(input);
      if (near && near.textContent.length < 80) parts.push(near.textContent);
      const before = getComputedStyle(input, '::before').content;
      if (before && before !== 'none') parts.push(before);
    }
    return fold(parts.join(' ')).slice(0, 200);
  };

  const otherFields = (input) => {
    const form = input.form || (input.closest && input.closest('form'));
    const scope = form || recorder.regionOf(input);
    let count = 0;
    let secret = false;
    for (const el of elements(scope)) {
      if (el === input) continue;
      if (el.localName === 'input' && el.type === 'password' && isVisible(el)) secret = true;
      const field = isEditable(el) || el.localName === 'select' || (el.localName === 'input' && /^(tel|email|number|password|date|radio|checkbox|file)$/.test(el.type));
      // Many letter boxes are built without a form; their fields still ask who writes.
      if (field && isVisible(el) && (form || el.form || (scope !== document.body && isField(captionOf(el))))) count++;
    }
    return { count, secret };
  };

  const rateInput = (input) => {
    const why = [];
    let score = 0;
    const add = (points, code, value = '') => {
      score += points;
      why.push({ points, code, value: String(value) });
    };
    const caption = captionOf(input);
    const rect = box(input);
    const own = names(input);
    const region = recorder.regionOf(input);
    const regionText = fold(region === document.body ? '' : region.innerText || region.textContent || '').slice(0, 4000);
    const send = recorder.sendOf(input);
    const panel = region !== document.body;

    if (asks(caption)) add(4, 'asks', shown(caption));
    if (searches(caption) || input.type === 'search' || input.getAttribute('role') === 'searchbox' || input.closest('[role="search"]')) add(asks(caption) ? -2 : -6, 'searches', shown(caption));
    if (isField(caption) && !asks(caption)) add(-6, 'field', shown(caption));
    else if (isField(caption)) add(-2, 'field-like', shown(caption));
    if (/(^|[-_ ])(search|query|keyword|kw|sousuo)([-_ ]|$)/i.test(own) && !asks(caption)) add(-3, 'named-search');
    if (/(^|[-_ ])(chat|message|msg|question|ask|composer|prompt|im)([-_ ]|$)/i.test(own)) add(1, 'named-chat');
    const { count, secret } = otherFields(input);
    if (secret) add(-10, 'password');
    else if (count >= 2) add(-5, 'other-fields', count);
    else if (count === 1 && input.form) add(-1, 'one-field');
    if (send && isSend(fold(send.el.textContent) || label(send.el))) {
      const said = fold(send.el.textContent) || label(send.el);
      if (/提交|submit/i.test(said) && !panel) add(0.5, 'submit-button', said);
      else add(2.5, 'send-button', said);
    } else if (send) add(1, 'button');
    if (input.localName === 'textarea' || input.isContentEditable) add(0.5, 'lines');
    if (panel) {
      const heading = regionText.slice(0, 60);
      if (speaksOfChat(regionText)) add(2, 'panel-chat');
      if (greets(regionText)) add(1.5, 'panel-greets');
      if (isFixed(input)) add(1.5, 'panel-floats');
      const list = Array.from(elements(region)).find((el) => el.matches('[role="log"],[role="feed"],[aria-live="polite"],[aria-live="assertive"]') || (eyes.scrolls(el) && box(el).height >= 120 && !contains(el, input)));
      if (list && !contains(list, input)) add(2, 'list');
      if (/投诉|举报|信箱|写信|来信|留言板|评论/.test(heading) && !speaksOfChat(heading)) add(-3, 'headed', shown(heading));
    } else {
      if (document.title && speaksOfChat(document.title)) add(1, 'titled', shown(document.title));
      if (rect.top > innerHeight * 0.55) add(0.5, 'low');
    }
    if (chatAddress(location.pathname + location.hash) || chatAddress(location.hostname)) add(2, 'address');
    if (document.title && speaksOfChat(document.title) && panel) add(1.5, 'titled', shown(document.title));
    const vendor = vendors.find((one) => fits(input, one.inputs) || chatAt(one, location.href));
    if (vendor) add(4, 'vendor', vendor.name);
    if (window !== window.top) add(0.5, 'frame');
    if (input.closest('header,nav,[role="banner"],[role="navigation"]') && !isFixed(input)) add(-2, 'head');
    if (/评论|回帖|发表|跟帖|comment/i.test(regionText.slice(0, 400) + caption) && !speaksOfChat(regionText)) add(-3, 'comments');
    if (rect.width < 90) add(-3, 'narrow', Math.round(rect.width));
    const disabled = input.disabled || input.readOnly || input.getAttribute('aria-disabled') === 'true';
    if (disabled) add(-1, 'disabled');
    return { el: input, score: Math.round(score * 10) / 10, why, words: caption, disabled, send: send ? send.el : null, panel };
  };

  const inputs = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (!isEditable(el)) continue;
      if (el.isContentEditable && drawnParent(el) && drawnParent(el).isContentEditable) continue;
      if (!isVisible(el)) continue;
      found.push(rateInput(el));
    }
    return found.sort((a, b) => b.score - a.score).slice(0, 12);
  };

  // ---- what could open a chatbot

  const rateLauncher = (el) => {
    const why = [];
    let score = 0;
    const add = (points, code, value = '') => {
      score += points;
      why.push({ points, code, value: String(value) });
    };
    const text = fold(el.innerText || el.textContent || '');
    const named = label(el);
    const pictured = pictureNames(el);
    const rect = box(el);
    const said = text.length <= 40 ? text : '';
    const known = [said, named].filter(Boolean).join(' ');
    if (said || named) {
      if (strong(known)) add(5, 'reads', shown(known));
      else if (fair(known)) add(3, 'reads', shown(known));
      else if (weak(known)) add(1, 'reads', shown(known));
    }
    if (pictured && (strong(pictured) || fair(pictured))) add(3, 'picture', shown(pictured));
    const classes = names(el) + ' ' + (el.getAttribute('href') || '').slice(0, 200);
    if (launcherClass(classes)) add(2, 'named-launcher');
    const inner = Array.from(elements(el)).slice(1, 12).map(names).join(' ');
    if (!launcherClass(classes) && launcherClass(inner)) add(1, 'holds-launcher');
    if (el.href && chatAddress(el.href)) add(2, 'leads');
    const vendor = vendorOf(el);
    if (vendor) add(6, 'vendor', vendor.name);
    const fixed = isFixed(el);
    if (fixed) add(2, 'floats');
    if (fixed && rect.left > innerWidth * 0.6 && rect.top > innerHeight * 0.4) add(1.5, 'corner');
    if (fixed && rect.width <= 120 && rect.height <= 120 && Math.abs(rect.width - rect.height) <= 24 && !said && rect.left > innerWidth * 0.6 && rect.top > innerHeight * 0.5) add(2.5, 'round');
    if (notLauncher(known) && !strong(known)) add(-7, 'elsewhere', shown(known));
    else if (notLauncher(known)) add(-2, 'maybe-elsewhere', shown(known));
    if (text.length > 40) add(-3, 'long-text');
    if (rect.width > innerWidth * 0.6 && rect.height > 200) add(-4, 'large');
    if (el.closest('article,main p,li p')) add(-2, 'in-text');
    if (/\d{4}[-/.年]\d{1,2}/.test(text) || text.length > 24) add(-2, 'headline');
    if (el.href && /^(tel|mailto|javascript:void)/.test(el.href) && !/^javascript/.test(el.href)) add(-8, 'dials');
    if (el.href && /\.(pdf|docx?|xlsx?|zip|apk|exe)([?#]|$)/i.test(el.href)) add(-8, 'download');
    if (isPressable(el) && el.type === 'submit' && el.form) add(-8, 'submits');
    return { el, score: Math.round(score * 10) / 10, why, words: known || pictured };
  };

  const launchers = () => {
    const rated = [];
    for (const el of elements(document.documentElement)) {
      const name = el.localName;
      const clickable = name === 'a' || name === 'button' || name === 'area' || isPressable(el) || el.hasAttribute('onclick') || el.hasAttribute('tabindex') || vendors.some((one) => fits(el, one.launchers)) || getComputedStyle(el).cursor === 'pointer';
      if (!clickable || isEditable(el) || el === document.body || el === document.documentElement) continue;
      if (!isVisible(el)) continue;
      const launcher = rateLauncher(el);
      if (launcher.score >= 3) rated.push(launcher);
    }
    // Of nested ones that say the same, the outermost that is a real control is kept, or else the innermost.
    const kept = rated.filter((one) => !rated.some((other) => other !== one && contains(other.el, one.el) && other.score >= one.score && (other.el.localName === 'a' || isPressable(other.el) || box(other.el).width < 160)));
    return kept.sort((a, b) => b.score - a.score).slice(0, 10);
  };

  // ---- what stands in the way

  /** What is hit at a point, through open and handed-in shadow roots. */
  const hitAt = (x, y) => {
    let el = document.elementFromPoint(x, y);
    while (el && rootOf(el) && rootOf(el).elementFromPoint) {
      const deeper = rootOf(el).elementFromPoint(x, y);
      if (!deeper || deeper === el) break;
      el = deeper;
    }
    return el;
  };

  /** What a click on the middle of an element would hit instead of it; null if it would hit. */
  const coverOf = (el) => {
    const rect = box(el);
    const hit = hitAt(rect.left + rect.width / 2, rect.top + rect.height / 2);
    return hit && !contains(el, hit) && !contains(hit, el) ? hit : null;
  };

  const isLayer = (el) => {
    const style = getComputedStyle(el);
    if (el.matches('[role="dialog"],[role="alertdialog"],[aria-modal="true"],dialog[open]')) return true;
    return style.position === 'fixed' || ((style.position === 'absolute' || style.position === 'sticky') && Number(style.zIndex) >= 10);
  };
  const share = (rect) => Math.round((Math.max(0, Math.min(rect.right, innerWidth) - Math.max(rect.left, 0)) * Math.max(0, Math.min(rect.bottom, innerHeight) - Math.max(rect.top, 0))) / (innerWidth * innerHeight) * 100);

  /**
   * What lies over the page: it covers the middle of the window, or something that is wanted, or says of itself that it
   * is a dialog.
   *
   * @param {Array<Element>} wanted what a person would go for
   * @returns {Map<Element, boolean>} each layer, and whether it covers something wanted
   */
  const layersOver = (wanted) => {
    const layers = new Map();
    const note = (el, covers) => {
      for (let at = el; at && at !== document.body && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
        if (isLayer(at)) layers.set(at, covers || layers.get(at) === true);
      }
    };
    for (const [x, y] of [[0.5, 0.5], [0.5, 0.3], [0.3, 0.6], [0.7, 0.6], [0.5, 0.92], [0.9, 0.9]]) note(hitAt(innerWidth * x, innerHeight * y), false);
    for (const el of wanted) {
      const cover = coverOf(el);
      if (cover) note(cover, true);
    }
    for (const el of elements(document.documentElement)) {
      if (el.matches('[role="dialog"],[role="alertdialog"],[aria-modal="true"],dialog[open]') && isVisible(el)) note(el, false);
    }
    return layers;
  };

  const isClickable = (el) => isPressable(el) || el.localName === 'a' || el.hasAttribute('onclick') || getComputedStyle(el).cursor === 'pointer';
  const textOf = (el) => fold(el.innerText || el.textContent || '');
  const isOff = (el) => Boolean(el.disabled) || el.getAttribute('aria-disabled') === 'true' || /(^|[-_ ])disabled([-_ ]|$)/.test(names(el)) || getComputedStyle(el).pointerEvents === 'none';
  /** Seconds that a button counts down. */
  const COUNT = /[（(\[]?\s*\d{1,2}\s*(s|秒)?(后)?\s*[)）\]]?/gi;
  const holdsField = (layer) => Array.from(elements(layer)).some((el) => isEditable(el) && isVisible(el));
  const holdsFrame = (layer) => Array.from(elements(layer)).some((el) => el.localName === 'iframe' && isVisible(el) && box(el).width >= 200 && box(el).height >= 200);

  /** Layers that only want to be read, and what closes each. */
  const notices = (layers) => {
    const found = [];
    for (const [layer, covers] of layers) {
      const rect = box(layer);
      if (rect.width < 160 || rect.height < 40 || holdsField(layer) || holdsFrame(layer)) continue;
      const said = textOf(layer);
      for (const el of elements(layer)) {
        if (!isOnScreen(el)) continue;
        const off = isOff(el);
        if (!off && !isClickable(el)) continue;
        const text = textOf(el);
        const named = text || label(el);
        if (named.length > 16 && !label(el)) continue;
        if (notNotice(named) || (el.href && !/^(javascript:|#)|#$/.test(el.getAttribute('href')))) continue;
        const bare = fold(text.replace(COUNT, ' ')) || text;
        let score = 0;
        if (closes(bare) || closes(label(el))) score = 5;
        else if (crosses(text) || crosses(label(el))) score = 4;
        else if (!text && (crosses(names(el)) || crosses(pictureNames(el)))) score = 3;
        if (/取消|cancel/i.test(named)) score -= 1.5;
        if (score > 0) found.push({ el, score, words: named || names(el), text: said.slice(0, 200), cover: share(rect), covers, locked: off || (bare !== text && !crosses(bare)), chat: speaksOfChat(said) || greets(said) });
      }
    }
    return found.sort((a, b) => b.score - a.score || b.cover - a.cover).slice(0, 4);
  };

  // ---- what the page wants to know before it goes on

  const place = words.choice.place;
  const isPlace = is(place.named);
  const asksPlace = is(place.asks);
  const isPerson = is(words.choice.person.self);
  const isFirm = is(words.choice.person.other);
  const speaksOfConsent = is(words.choice.consent.about);
  const agrees = is(words.choice.consent.agree);
  const asksWho = is(words.choice.consent.who);
  const goesOn = is(words.choice.on);

  /** The layer, window or panel of a chatbot that an element lies in; null on the open page. */
  const panelOf = (el) => {
    for (let at = el; at && at !== document.body && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
      if (isLayer(at)) return at;
      const rect = box(at);
      if (rect.height >= 240 && rect.height <= innerHeight * 1.2 && at.localName !== 'main' && speaksOfChat(textOf(at).slice(0, 80))) return at;
    }
    return window !== window.top || squash(document.body.innerText || '').length < 600 ? document.body : null;
  };

  /** The smallest element around that holds enough of something. */
  const around = (el, enough) => {
    let at = el;
    for (let steps = 0; at && at !== document.documentElement && steps < 7; steps++) {
      const held = enough(at);
      if (held) return { at, held };
      at = drawnParent(at);
    }
    return null;
  };

  const isOption = (el) => isVisible(el) && (isClickable(el) || el.localName === 'li' || el.localName === 'label') && !isEditable(el);
  const optionsIn = (scope, fits) => {
    const all = Array.from(elements(scope)).filter((el) => isOption(el) && fits(textOf(el)));
    // The innermost that can be clicked stands for the ones around it that read the same.
    return all.filter((el) => !all.some((other) => other !== el && contains(el, other)));
  };
  const isChosen = (el) => {
    const tick = el.matches('input') ? el : el.querySelector('input[type="radio"],input[type="checkbox"]');
    if (tick) return tick.checked;
    return ['aria-selected', 'aria-checked', 'aria-pressed'].some((name) => el.getAttribute(name) === 'true') || /(^|[-_ ])(active|selected|checked|current|on)([-_ ]|$)/.test(names(el));
  };
  const onIn = (scope) => Array.from(elements(scope)).find((el) => isClickable(el) && isVisible(el) && !isOff(el) && goesOn(textOf(el)) && !(el.type === 'submit' && el.form && holdsField(el.form))) || null;
  const option = (el) => ({ el, words: textOf(el), chosen: isChosen(el) });

  const placesAsked = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (el.childElementCount > 3 || !isVisible(el) || el.closest('header,footer,nav,script,style')) continue;
      const said = textOf(el);
      if (said.length > 60 || !asksPlace(said) || (el.childElementCount && Array.from(el.children).some((inner) => asksPlace(textOf(inner))))) continue;
      if (el.localName === 'option') continue;
      const panel = panelOf(el);
      if (!panel) continue;
      const lists = around(el, (at) => {
        const selects = Array.from(elements(at)).filter((inner) => inner.localName === 'select' && isVisible(inner) && !isOff(inner));
        return selects.length ? selects : null;
      });
      if (lists && contains(panel, lists.at)) {
        const open = lists.held.find((list) => list.options.length > 1 && (!list.value || list.selectedIndex <= 0));
        const options = open ? Array.from(open.options).filter((one) => one.value && !one.disabled).map((one) => ({ el: one, words: fold(one.textContent), chosen: false })) : [];
        found.push({ kind: 'region', title: said, options, on: open ? null : onIn(lists.at) || onIn(panel) });
        continue;
      }
      const short = (text) => /^[\u4e00-\u9fa5]{2,9}$/.test(text) && !asksPlace(text) && !closes(text) && !goesOn(text) && !notNotice(text);
      const group = around(el, (at) => {
        const options = optionsIn(at, short);
        return options.filter((one) => isPlace(textOf(one))).length >= 2 || options.length >= 4 ? options : null;
      });
      if (!group || !contains(panel, group.at) || group.at === document.body && panel !== document.body) continue;
      found.push({ kind: 'region', title: said, options: group.held.slice(0, 80).map(option), on: onIn(group.at) || onIn(panel) });
    }
    return found;
  };

  const personsAsked = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (!isOption(el) || el.closest('header,footer,nav') || !isPerson(textOf(el))) continue;
      const panel = panelOf(el);
      if (!panel) continue;
      const pair = around(el, (at) => {
        const others = optionsIn(at, isFirm);
        return others.length ? others : null;
      });
      if (!pair || !contains(panel, pair.at)) continue;
      found.push({ kind: 'person', title: '', options: [option(el)], on: onIn(pair.at) || onIn(panel) });
    }
    return found.filter((one) => !found.some((other) => other !== one && contains(one.options[0].el, other.options[0].el)));
  };

  /** What to click to tick a box: the box where it has a place, or else what is drawn in its stead. */
  const tickOf = (box_) => {
    const rect = box(box_);
    if (rect.width >= 2 && rect.height >= 2) return box_;
    const beside = [box_.nextElementSibling, box_.previousElementSibling].find((el) => el && box(el).width >= 6 && box(el).width <= 40);
    const around_ = box_.closest('label') || (box_.id && box_.getRootNode().querySelector('label[for="' + CSS.escape(box_.id) + '"]'));
    return beside || around_ || null;
  };

  const consentsAsked = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (!isPressable(el) && !isClickable(el) || !isVisible(el)) continue;
      const said = textOf(el) || label(el);
      if (said.length > 16 || !agrees(said)) continue;
      const panel = panelOf(el);
      if (!panel || !speaksOfConsent(textOf(panel))) continue;
      const boxes = Array.from(elements(panel)).filter((one) => one.matches('input[type="checkbox"],[role="checkbox"]'));
      const ticks = boxes.filter((one) => !(one.checked || one.getAttribute('aria-checked') === 'true')).map(tickOf).filter((one) => one && box(one).width > 0);
      const fields = Array.from(elements(panel)).some((one) => one.localName === 'input' && /^(text|tel|password|email|number|)$/.test(one.getAttribute('type') || '') && isVisible(one));
      const who = fields || asksWho(said);
      found.push({ kind: who ? 'identity' : 'consent', title: textOf(panel).slice(0, 80), boxed: boxes.length > 0, options: ticks.map((one) => ({ el: one, words: '', chosen: false })), on: who || isOff(el) ? null : el });
    }
    return found.slice(0, 4);
  };

  const choices = (layers) => [...placesAsked(), ...personsAsked(), ...consentsAsked()].map((choice) => {
    const at = choice.options.length ? choice.options[0].el : choice.on;
    const over = at ? Array.from(layers).filter(([layer]) => contains(layer, at)) : [];
    return {
      kind: choice.kind, title: choice.title.slice(0, 80), options: choice.options, on: choice.on, boxed: Boolean(choice.boxed),
      cover: over.reduce((most, [layer]) => Math.max(most, share(box(layer))), 0), covers: over.some(([, covers]) => covers),
    };
  });

  const walls = (layers) => {
    const over = Array.from(layers.keys()).map(textOf).join(' ');
    const text = fold((document.body && document.body.innerText) || '').slice(0, 20000);
    const found = [];
    for (const [kind, pattern] of Object.entries(words.walls)) {
      const match = text.match(new RegExp(pattern, 'i'));
      if (match) found.push({ kind, words: match[0], share: match[0].length / Math.max(1, text.length), length: text.length, over: new RegExp(pattern, 'i').test(over) });
    }
    return found;
  };

  const frames = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (el.localName !== 'iframe' && el.localName !== 'frame') continue;
      const rect = box(el);
      found.push({ el, src: el.src || '', title: el.title || el.name || '', visible: isVisible(el), width: Math.round(rect.width), height: Math.round(rect.height), chat: vendors.some((one) => chatAt(one, el.src)) || chatAddress(el.src || '') || speaksOfChat(el.title || '') });
    }
    return found.slice(0, 40);
  };

  /** Elements that may hide a closed shadow root: drawn, but with nothing in them that we can see. */
  const opaque = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (rootOf(el)) continue;
      const name = el.localName;
      const custom = name.includes('-');
      if (!custom && !/^(div|span|section|article|aside|main|header|footer|p|nav|blockquote|h[1-6])$/.test(name)) continue;
      if (!custom && (el.childNodes.length > 0 && squash(el.textContent) !== '')) continue;
      if (!custom && el.childElementCount > 0) continue;
      const style = getComputedStyle(el);
      if (style.display === 'none') continue;
      const rect = box(el);
      const bare = style.backgroundImage === 'none' && rect.width > 40 && rect.height > 30;
      const atRoot = el.parentNode === document.body;
      if (custom || atRoot || bare) found.push(el);
      if (found.length >= 40) break;
    }
    return found;
  };

  const wordsOf = (el) => fold(label(el) || el.innerText || el.textContent || '').slice(0, 60);

  /** CSS selectors from the document down to the element, one for each shadow root on the way. */
  const pathOf = (el) => {
    const steps = [];
    const selectorIn = (node, root) => {
      const parts = [];
      for (let at = node; at && at !== root && at.nodeType === Node.ELEMENT_NODE; at = at.parentNode) {
        if (at.id && !/\d{3,}/.test(at.id) && root.querySelectorAll('#' + CSS.escape(at.id)).length === 1) {
          parts.unshift('#' + CSS.escape(at.id));
          break;
        }
        const alike = at.parentNode ? Array.from(at.parentNode.children).filter((other) => other.localName === at.localName) : [];
        parts.unshift(at.localName + (alike.length > 1 ? ':nth-of-type(' + (alike.indexOf(at) + 1) + ')' : ''));
      }
      return parts.join(' > ');
    };
    for (let at = el; at; ) {
      const root = at.getRootNode();
      steps.unshift(selectorIn(at, root));
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return steps;
  };

  const atPath = (path) => {
    let scope = document;
    let el = null;
    for (const step of path) {
      if (!scope) return null;
      try {
        el = scope.querySelector(step);
      } catch (malformed) {
        return null;
      }
      scope = el ? rootOf(el) : null;
    }
    return el;
  };

  // A page that adds something is still at work.
  let stirred = performance.now();
  new MutationObserver((records) => {
    if (records.some((record) => Array.from(record.addedNodes).some((node) => node.nodeType === Node.ELEMENT_NODE))) stirred = performance.now();
  }).observe(document, { subtree: true, childList: true });

  const offered = () => {
    const fields = inputs();
    const doors = launchers();
    const layers = layersOver([...fields.filter((one) => one.score >= 5), ...doors.slice(0, 5)].map((one) => one.el).filter(isOnScreen));
    return { inputs: fields, launchers: doors, notices: notices(layers), choices: choices(layers), walls: walls(layers) };
  };

  return {
    /** All at once; elements travel to the driver as references. */
    look: () => ({
      address: location.href,
      title: document.title,
      ready: document.readyState,
      // Not "status": an Appium server takes an answer with a number of that name for an error of its own.
      httpStatus: (performance.getEntriesByType('navigation')[0] || {}).responseStatus || 0,
      textLength: squash((document.body && document.body.innerText) || '').length,
      ...offered(), frames: frames(),
      chat: chatAddress(location.pathname + location.hash) || chatAddress(location.hostname) || speaksOfChat(document.title || ''),
      vendors: vendorsHere(),
      secret: Array.from(elements(document.documentElement)).some((el) => el.localName === 'input' && el.type === 'password' && isVisible(el)),
      stirredMs: performance.now() - stirred,
    }),
    /** Its frames alone, which costs the page little. */
    frames: () => ({ frames: frames() }),
    opaque,
    /** Opens what can be opened without the driver; whether there was any. */
    unlock: () => opaque().filter(eyes.askForRoot).length > 0,
    mark: (el) => ({ path: pathOf(el), words: wordsOf(el), tag: el.localName }),
    /** The element that lies there if it can be seen, with its words; rated as an input if that is asked. */
    recall: (path, tag, rated) => {
      const el = atPath(path);
      if (!el || el.localName !== tag || !isVisible(el) || isOff(el)) return null;
      return { ...(rated ? rateInput(el) : {}), el, words: wordsOf(el) };
    },
    /** What covers an element, brought into sight first, if a click on it would hit something else. */
    covers: (el) => {
      if (!isOnScreen(el)) el.scrollIntoView({ block: 'center', behavior: 'instant' });
      const hit = coverOf(el);
      return hit ? hit.localName + ' ' + names(hit).slice(0, 60) : null;
    },
    /**
     * Draws a frame and a label over each of these elements, in a layer that takes no clicks and no place.
     *
     * @param {Array<{el: Element, label: string, won: boolean}>} marks
     */
    outline: (marks) => {
      const layer = document.createElement('div');
      layer.dataset.wendaOutline = '';
      layer.style.cssText = 'all:initial;position:fixed;inset:0;z-index:2147483647;pointer-events:none';
      for (const { el, label: text, won } of marks) {
        if (!el || !el.isConnected || !isVisible(el)) continue;
        const rect = box(el);
        const colour = won ? '#d81b60' : '#1e63b5';
        const frame = document.createElement('div');
        frame.style.cssText = `all:initial;position:fixed;box-sizing:border-box;border:3px ${won ? 'solid' : 'dashed'} ${colour};left:${rect.left - 3}px;top:${rect.top - 3}px;width:${rect.width + 6}px;height:${rect.height + 6}px`;
        if (text) {
          const badge = document.createElement('div');
          badge.textContent = text;
          badge.style.cssText = `all:initial;position:absolute;left:-3px;top:${rect.top > 24 ? -22 : 0}px;padding:1px 7px;background:${colour};color:#fff;font:bold 14px sans-serif`;
          frame.append(badge);
        }
        layer.append(frame);
      }
      document.documentElement.append(layer);
    },
    unline: () => {
      for (const layer of document.querySelectorAll('[data-wenda-outline]')) layer.remove();
    },
    isVisible,
    isOnScreen,
  };
}
