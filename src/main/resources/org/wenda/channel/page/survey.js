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
      if (field && isVisible(el) && (form || el.form)) count++;
    }
    return { count, secret };
  };

  const rateInput = (input) => {
    const why = [];
    let score = 0;
    const add = (points, reason) => {
      score += points;
      why.push((points >= 0 ? '+' : '') + points + ' ' + reason);
    };
    const caption = captionOf(input);
    const rect = box(input);
    const own = names(input);
    const region = recorder.regionOf(input);
    const regionText = fold(region === document.body ? '' : region.innerText || region.textContent || '').slice(0, 4000);
    const send = recorder.sendOf(input);
    const panel = region !== document.body;

    if (asks(caption)) add(4, 'asks for a question: ' + shown(caption));
    if (searches(caption) || input.type === 'search' || input.getAttribute('role') === 'searchbox' || input.closest('[role="search"]')) add(asks(caption) ? -2 : -6, 'is a search box: ' + shown(caption));
    if (isField(caption) && !asks(caption)) add(-6, 'is a form field: ' + shown(caption));
    else if (isField(caption)) add(-2, 'reads like a form field: ' + shown(caption));
    if (/(^|[-_ ])(search|query|keyword|kw|sousuo)([-_ ]|$)/i.test(own) && !asks(caption)) add(-3, 'is named like a search box');
    if (/(^|[-_ ])(chat|message|msg|question|ask|composer|prompt|im)([-_ ]|$)/i.test(own)) add(1, 'is named like a chat input');
    const { count, secret } = otherFields(input);
    if (secret) add(-10, 'stands beside a password');
    else if (count >= 2) add(-5, 'stands in a form with ' + count + ' other fields');
    else if (count === 1 && input.form) add(-1, 'stands in a form with another field');
    if (send && isSend(fold(send.el.textContent) || label(send.el))) {
      const said = fold(send.el.textContent) || label(send.el);
      if (/提交|submit/i.test(said) && !panel) add(0.5, 'has a button beside it: ' + said);
      else add(2.5, 'has a send button: ' + said);
    } else if (send) add(1, 'has a button beside it');
    if (input.localName === 'textarea' || input.isContentEditable) add(0.5, 'takes several lines');
    if (panel) {
      const heading = regionText.slice(0, 60);
      if (speaksOfChat(regionText)) add(2, 'its panel speaks of a chatbot');
      if (greets(regionText)) add(1.5, 'its panel greets');
      if (isFixed(input)) add(1.5, 'its panel floats over the page');
      const list = Array.from(elements(region)).find((el) => el.matches('[role="log"],[role="feed"],[aria-live="polite"],[aria-live="assertive"]') || (eyes.scrolls(el) && box(el).height >= 120 && !contains(el, input)));
      if (list && !contains(list, input)) add(2, 'a list of messages stands beside it');
      if (/投诉|举报|信箱|写信|来信|留言板|评论/.test(heading) && !speaksOfChat(heading)) add(-3, 'its panel is headed ' + shown(heading));
    } else {
      if (document.title && speaksOfChat(document.title)) add(1, 'the page is titled ' + shown(document.title));
      if (rect.top > innerHeight * 0.55) add(0.5, 'stands low on the page');
    }
    if (chatAddress(location.pathname + location.hash) || chatAddress(location.hostname)) add(2, 'the address speaks of a chatbot');
    if (document.title && speaksOfChat(document.title) && panel) add(1.5, 'the page is titled ' + shown(document.title));
    if (window !== window.top) add(0.5, 'lies in a frame');
    if (input.closest('header,nav,[role="banner"],[role="navigation"]') && !isFixed(input)) add(-2, 'stands in the page head');
    if (/评论|回帖|发表|跟帖|comment/i.test(regionText.slice(0, 400) + caption) && !speaksOfChat(regionText)) add(-3, 'is for comments');
    if (rect.width < 90) add(-3, 'is ' + Math.round(rect.width) + ' px wide');
    const disabled = input.disabled || input.readOnly || input.getAttribute('aria-disabled') === 'true';
    if (disabled) add(-1, 'is disabled');
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
    const add = (points, reason) => {
      score += points;
      why.push((points >= 0 ? '+' : '') + points + ' ' + reason);
    };
    const text = fold(el.innerText || el.textContent || '');
    const named = label(el);
    const pictured = pictureNames(el);
    const rect = box(el);
    const said = text.length <= 40 ? text : '';
    const known = [said, named].filter(Boolean).join(' ');
    if (said || named) {
      if (strong(known)) add(5, 'reads ' + shown(known));
      else if (fair(known)) add(3, 'reads ' + shown(known));
      else if (weak(known)) add(1, 'reads ' + shown(known));
    }
    if (pictured && (strong(pictured) || fair(pictured))) add(3, 'its picture is named ' + shown(pictured));
    const classes = names(el) + ' ' + (el.getAttribute('href') || '').slice(0, 200);
    if (launcherClass(classes)) add(2, 'is named like a launcher');
    const inner = Array.from(elements(el)).slice(1, 12).map(names).join(' ');
    if (!launcherClass(classes) && launcherClass(inner)) add(1, 'holds something named like a launcher');
    if (el.href && chatAddress(el.href)) add(2, 'leads to an address that speaks of a chatbot');
    const fixed = isFixed(el);
    if (fixed) add(2, 'floats over the page');
    if (fixed && rect.left > innerWidth * 0.6 && rect.top > innerHeight * 0.4) add(1.5, 'stands low on the right');
    if (fixed && rect.width <= 120 && rect.height <= 120 && Math.abs(rect.width - rect.height) <= 24 && !said && rect.left > innerWidth * 0.6 && rect.top > innerHeight * 0.5) add(2.5, 'is a round button in the corner');
    if (notLauncher(known) && !strong(known)) add(-7, 'is for something else: ' + shown(known));
    else if (notLauncher(known)) add(-2, 'may be for something else: ' + shown(known));
    if (text.length > 40) add(-3, 'holds a long text');
    if (rect.width > innerWidth * 0.6 && rect.height > 200) add(-4, 'is too large for a button');
    if (el.closest('article,main p,li p')) add(-2, 'stands inside a text');
    if (/\d{4}[-/.年]\d{1,2}/.test(text) || text.length > 24) add(-2, 'reads like a headline');
    if (el.href && /^(tel|mailto|javascript:void)/.test(el.href) && !/^javascript/.test(el.href)) add(-8, 'dials or writes a letter');
    if (el.href && /\.(pdf|docx?|xlsx?|zip|apk|exe)([?#]|$)/i.test(el.href)) add(-8, 'is a download');
    if (isPressable(el) && el.type === 'submit' && el.form) add(-8, 'submits a form');
    return { el, score: Math.round(score * 10) / 10, why, words: known || pictured };
  };

  const launchers = () => {
    const rated = [];
    for (const el of elements(document.documentElement)) {
      const name = el.localName;
      const clickable = name === 'a' || name === 'button' || name === 'area' || isPressable(el) || el.hasAttribute('onclick') || el.hasAttribute('tabindex') || getComputedStyle(el).cursor === 'pointer';
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

  /** A notice covers the middle of the window, or says of itself that it is a dialog. */
  const notices = () => {
    const overlays = new Set();
    for (const [x, y] of [[0.5, 0.5], [0.5, 0.3], [0.3, 0.6], [0.7, 0.6], [0.5, 0.92], [0.9, 0.9]]) {
      let el = document.elementFromPoint(innerWidth * x, innerHeight * y);
      while (el && rootOf(el) && rootOf(el).elementFromPoint) {
        const deeper = rootOf(el).elementFromPoint(innerWidth * x, innerHeight * y);
        if (!deeper || deeper === el) break;
        el = deeper;
      }
      for (let at = el; at && at !== document.body && at.nodeType === Node.ELEMENT_NODE; at = drawnParent(at)) {
        const style = getComputedStyle(at);
        if (style.position === 'fixed' || ((style.position === 'absolute' || style.position === 'sticky') && Number(style.zIndex) >= 10)) overlays.add(at);
      }
    }
    for (const el of elements(document.documentElement)) {
      if (el.matches('[role="dialog"],[role="alertdialog"],[aria-modal="true"],dialog[open]') && isVisible(el)) overlays.add(el);
    }
    const found = [];
    for (const overlay of overlays) {
      const rect = box(overlay);
      if (rect.width < 160 || rect.height < 40) continue;
      if (Array.from(elements(overlay)).some((el) => isEditable(el) && isVisible(el))) continue;
      for (const el of elements(overlay)) {
        const pointer = isPressable(el) || el.localName === 'a' || el.hasAttribute('onclick') || getComputedStyle(el).cursor === 'pointer';
        if (!pointer || !isOnScreen(el)) continue;
        const text = fold(el.innerText || el.textContent || '');
        const named = text || label(el);
        if (named.length > 16 && !label(el)) continue;
        if (notNotice(named) || (el.href && !/^(javascript:|#)|#$/.test(el.getAttribute('href')) )) continue;
        let score = 0;
        if (closes(text) || closes(label(el))) score = 5;
        else if (crosses(text) || crosses(label(el))) score = 4;
        else if (!text && (crosses(names(el)) || crosses(pictureNames(el)))) score = 3;
        if (/取消|cancel/i.test(named)) score -= 1.5;
        if (score > 0) found.push({ el, score, words: named || names(el), text: fold(overlay.innerText || '').slice(0, 200), cover: Math.round((rect.width * rect.height) / (innerWidth * innerHeight) * 100) });
      }
    }
    return found.sort((a, b) => b.score - a.score || b.cover - a.cover).slice(0, 4);
  };

  const walls = () => {
    const text = fold((document.body && document.body.innerText) || '').slice(0, 20000);
    const found = [];
    for (const [kind, pattern] of Object.entries(words.walls)) {
      const match = text.match(new RegExp(pattern, 'i'));
      if (match) found.push({ kind, words: match[0], share: match[0].length / Math.max(1, text.length), length: text.length });
    }
    return found;
  };

  const frames = () => {
    const found = [];
    for (const el of elements(document.documentElement)) {
      if (el.localName !== 'iframe' && el.localName !== 'frame') continue;
      const rect = box(el);
      found.push({ el, src: el.src || '', title: el.title || el.name || '', visible: isVisible(el), width: Math.round(rect.width), height: Math.round(rect.height), chat: chatAddress(el.src || '') || speaksOfChat(el.title || '') });
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

  return {
    /** All at once; elements travel to the driver as references. */
    look: () => ({
      address: location.href,
      title: document.title,
      ready: document.readyState,
      status: (performance.getEntriesByType('navigation')[0] || {}).responseStatus || 0,
      textLength: squash((document.body && document.body.innerText) || '').length,
      inputs: inputs(), launchers: launchers(), notices: notices(), walls: walls(), frames: frames(),
    }),
    opaque,
    /** Opens what can be opened without the driver; whether there was any. */
    unlock: () => opaque().filter(eyes.askForRoot).length > 0,
    mark: (el) => ({ path: pathOf(el), words: fold(label(el) || el.innerText || el.textContent || '').slice(0, 60), tag: el.localName }),
    recall: (path, tag) => {
      const el = atPath(path);
      return el && el.localName === tag && isVisible(el) ? el : null;
    },
    rate: rateInput,
    /** What covers the element at its middle, if a click on it would hit something else. */
    covers: (el) => {
      const rect = box(el);
      const root = el.getRootNode();
      const hit = (root.elementFromPoint ? root : document).elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      return hit && !contains(el, hit) && !contains(hit, el) ? hit.localName + ' ' + names(hit).slice(0, 60) : null;
    },
    /**
     * Draws a line around elements so that a picture shows them, and takes it away again.
     *
     * @param {Array<Element>} chosen in the order input, send button, conversation
     */
    outline: (chosen) => {
      const colours = ['#d81b60', '#1e88e5', '#43a047'];
      chosen.forEach((el, i) => {
        if (!el || !el.isConnected) return;
        el.dataset.wendaOutline = el.style.outline;
        el.style.outline = '3px solid ' + colours[i % colours.length];
      });
    },
    unline: (chosen) => {
      for (const el of chosen) {
        if (!el || el.dataset.wendaOutline === undefined) continue;
        el.style.outline = el.dataset.wendaOutline;
        delete el.dataset.wendaOutline;
      }
    },
    isVisible,
    isOnScreen,
  };
}
