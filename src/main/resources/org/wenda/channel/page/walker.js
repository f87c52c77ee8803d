/**
 * Goes where a link of the conversation leads, as far as one document can tell: finds the link, notes what a click on it
 * does here, and reads a page that was reached. Presses nothing. Every look at a page is bounded, however large it is.
 *
 * @param {object} eyes what eyes.js returned
 * @param {object} words the patterns of lexicon.json
 * @param {object} recorder for where the conversation stands
 * @param {object} survey for what covers an element
 */
(eyes, words, recorder, survey) => {
  const { fold, squash, box, contains, drawnChildren, drawnParent, elements, label, pictureNames, isVisible, isPressable, runs } = eyes;
  const is = (pattern) => {
    const re = new RegExp(pattern, 'i');
    return (text) => re.test(text);
  };
  const asksToLeave = is(words.landing.leaveAsks);
  const goesOn = is(words.landing.leaveOn);
  const sendsOn = is(words.landing.sendsOn);
  const isService = is(words.landing.service);
  const isGuide = is(words.landing.guide);
  const closes = is(words.notice.close);
  const crosses = is(words.notice.cross);

  const MOST_ELEMENTS = 40000;
  const MOST_TEXT = 20000;
  const LONGEST_LINE = 500;
  const LONGEST_ADDRESS = 8000;
  /** A notice that asks whether to leave is short; what is longer only mentions it. */
  const LONGEST_NOTICE = 400;
  const SMALLEST_FRAME = { width: 150, height: 100 };

  /** What a wall clock says less what this document's own clock says, in milliseconds. */
  const skew = () => Date.now() - (performance.timeOrigin + performance.now());
  /** A time of this document on the wall clock, on which two documents can be compared. */
  const onWall = (t) => (t === null ? null : performance.timeOrigin + t + skew());

  let stirred = performance.now();
  new MutationObserver(() => { stirred = performance.now(); })
    .observe(document, { subtree: true, childList: true, characterData: true });

  function* some(root) {
    let left = MOST_ELEMENTS;
    for (const el of elements(root)) {
      if (left-- <= 0) return;
      yield el;
    }
  }

  /** Elements do not travel as JSON: they stay here, and their numbers do. */
  const held = [];
  const hold = (el) => {
    if (!el) return null;
    el.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    return held.push(el) - 1;
  };

  const cut = (text, most) => (text.length > most ? text.slice(0, most) : text);
  /** What an element reads, of a short text only: a button's name is no page. */
  const said = (el) => {
    const text = el.textContent || '';
    return text.length > 200 ? '' : fold(text) || label(el);
  };
  const hasHref = (el) => el.localName === 'a' && el.hasAttribute('href') && typeof el.href === 'string';
  const canPress = (el) => isPressable(el) || el.localName === 'a' || getComputedStyle(el).cursor === 'pointer';
  const submits = (el) => /^(submit|image)$/.test(el.type || '') && Boolean(el.form);

  // ---- the conversation's document

  let trip = null;
  let asking = null;

  /** The last words of the conversation, by which it is known again. */
  const lastWords = () => {
    const talk = recorder.talk();
    return talk ? [talk.question, ...talk.said].map((text) => cut(squash(text), 40)).filter((text) => text.length >= 2) : [];
  };

  const frames = () => Array.from(some(document.documentElement)).filter((el) => el.localName === 'iframe' || el.localName === 'frame');
  const isShown = (frame) => {
    const rect = box(frame);
    return rect.width >= SMALLEST_FRAME.width && rect.height >= SMALLEST_FRAME.height && isVisible(frame);
  };

  /** A notice that asks whether to leave, and what goes on from there. */
  const leaving = (old) => {
    if (!document.documentElement) return null;
    for (const el of some(document.documentElement)) {
      if (el.localName === 'iframe' || (old && old.has(el))) continue;
      const text = said(el);
      if (!text || text.length > 24 || !goesOn(text) || !canPress(el) || !isVisible(el)) continue;
      let at = drawnParent(el);
      for (let i = 0; at && at.nodeType === Node.ELEMENT_NODE && i < 10; at = drawnParent(at), i++) {
        const around = fold(at.textContent && at.textContent.length > 20 * LONGEST_NOTICE ? '' : at.innerText || '');
        if (!around || around.length > LONGEST_NOTICE) break;
        if (asksToLeave(around)) return { el: submits(el) ? null : el, asks: cut(around, 200) };
      }
    }
    return null;
  };

  const MEMORY = 'org.wenda.walker';
  /** What has to outlive this document, if the click replaces it; taken away again as soon as it is back. */
  const remember = (own) => {
    try {
      sessionStorage.setItem(MEMORY, JSON.stringify({ armed: true, clickedAt: own.wall, left: own.left, asked: own.asked }));
    } catch (forbidden) {
      // Then the click is timed by the driver.
    }
  };
  const recollect = () => {
    try {
      const kept = sessionStorage.getItem(MEMORY);
      sessionStorage.removeItem(MEMORY);
      return JSON.parse(kept);
    } catch (forbidden) {
      return null;
    }
  };

  /** Windows that were opened empty, and wait for their address until the driver watches them. */
  const waiting = [];
  const isNewWindow = (name) => {
    const target = String(name || '_blank').toLowerCase();
    if (/^_(self|parent|top)$/.test(target)) return false;
    return target === '_blank' || !frames().some((el) => el.name && el.name.toLowerCase() === target);
  };
  const openEmpty = (open, address, name, features = '') => {
    const alone = /noopener|noreferrer/i.test(features);
    const made = open.call(window, '', name || '_blank', features.replace(/\b(noopener|noreferrer)\b(=\w+)?,?/gi, ''));
    if (made) waiting.push({ made, address, alone, at: performance.now() });
    return made;
  };
  const isWeb = (address) => /^https?:/i.test(address);
  const resolved = (address) => {
    try {
      return new URL(String(address), document.baseURI).href;
    } catch (malformed) {
      return '';
    }
  };

  /** A new window's first requests pass by a driver that has not begun to watch it. */
  const holdWindows = () => {
    const open = window.open;
    window.open = function (address, name, features) {
      const to = address ? resolved(address) : '';
      if (!isWeb(to) || !isNewWindow(name)) return open.apply(this, arguments);
      return openEmpty(open, to, name, String(features || ''));
    };
    const clicked = (event) => {
      const link = event.composedPath().find((el) => el instanceof HTMLAnchorElement && hasHref(el));
      if (!link || event.defaultPrevented || !event.isTrusted || link.hasAttribute('download')) return;
      const base = document.querySelector('base[target]');
      const target = link.target || (base ? base.target : '');
      if (!target || !isWeb(link.href) || !isNewWindow(target)) return;
      event.preventDefault();
      openEmpty(open, link.href, target, /\bopener\b/i.test(link.rel) || target.toLowerCase() !== '_blank' ? '' : 'noopener');
    };
    addEventListener('click', clicked);
    return () => {
      window.open = open;
      removeEventListener('click', clicked);
    };
  };

  /** Answers in the page's place what it asks while the link is clicked; only to leave is agreed to, and once. */
  const answerFor = (own) => {
    const before = { open: window.open, confirm: window.confirm, alert: window.alert, prompt: window.prompt };
    const note = (text) => { if (own.asked.length < 5) own.asked.push(cut(fold(String(text)), 200)); remember(own); };
    window.open = function (...given) {
      own.opens++;
      const made = before.open.apply(this, given);
      if (!made && !/noopener|noreferrer/i.test(String(given[2] || ''))) own.refused++;
      return made;
    };
    window.confirm = (text) => {
      note(text);
      const leave = !own.left && asksToLeave(String(text));
      own.left = own.left || leave;
      remember(own);
      return leave;
    };
    window.alert = note;
    window.prompt = (text) => { note(text); return null; };
    return () => Object.assign(window, before);
  };

  const listen = (own) => {
    const clicked = (event) => {
      if (!event.isTrusted || own.t0 !== null) return;
      own.t0 = event.timeStamp;
      own.wall = onWall(own.t0);
      remember(own);
    };
    const loaded = (event) => { if (event.target && event.target.localName === 'iframe') own.loaded.add(event.target); };
    addEventListener('click', clicked, true);
    document.addEventListener('load', loaded, true);
    const observer = new MutationObserver(() => {
      if (own.t0 === null || own.changed !== null || own.changing) return;
      own.changing = true;
      requestAnimationFrame(() => requestAnimationFrame((at) => { own.changed = at; }));
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    return () => {
      removeEventListener('click', clicked, true);
      document.removeEventListener('load', loaded, true);
      observer.disconnect();
    };
  };

  const shownFrame = () => {
    const now = frames().filter(isShown).filter((el) => !trip.frames.has(el) || trip.frames.get(el) !== el.src || trip.loaded.has(el));
    return now.pop() || null;
  };

  /** The same frame is told at every look. */
  const holdFrame = () => {
    const frame = shownFrame();
    const at = held.indexOf(frame);
    return !frame ? null : at < 0 ? held.push(frame) - 1 : at;
  };

  // ---- a page that was reached

  const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'video', 'audio', 'object', 'embed', 'iframe', 'frame', 'head', 'select', 'textarea']);

  /** The text as a reader sees it, down through shadow roots, as far as it is kept. */
  const read = () => {
    let out = '';
    let left = MOST_ELEMENTS;
    const stack = [document.body || document.documentElement];
    while (stack.length && left-- > 0 && out.length < MOST_TEXT * 2) {
      const node = stack.pop();
      if (typeof node === 'string') { out += node; continue; }
      if (node.nodeType === Node.TEXT_NODE) { out += cut(node.data, MOST_TEXT).replace(/[\s\u00a0\u200b\ufeff]+/g, ' '); continue; }
      if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.localName)) continue;
      if (node.localName === 'br') { out += '\n'; continue; }
      const style = getComputedStyle(node);
      if (style.display === 'none' || style.visibility !== 'visible') continue;
      const block = !/^(inline|contents)/.test(style.display);
      if (block) { out += '\n'; stack.push('\n'); }
      const children = drawnChildren(node);
      for (let i = Math.min(children.length, MOST_ELEMENTS) - 1; i >= 0; i--) stack.push(children[i]);
    }
    return cut(out.replace(/[ \t]*\n[ \t\n]*/g, '\n').trim(), MOST_TEXT);
  };

  const heading = () => {
    const found = ['', '', ''];
    for (const el of some(document.documentElement)) {
      const level = ['h1', 'h2', 'h3'].indexOf(el.localName);
      if (level < 0 || found[level] || !isVisible(el)) continue;
      found[level] = cut(fold(cut(el.textContent || '', 4 * LONGEST_LINE)), LONGEST_LINE);
      if (level === 0 && found[0]) break;
    }
    return found.find(Boolean) || '';
  };

  const paint = () => {
    const entries = performance.getEntriesByType('paint');
    const named = (name) => entries.find((entry) => entry.name === name);
    const first = named('first-contentful-paint') || named('first-paint');
    return first ? first.startTime : null;
  };

  /** How large the document has grown: elements, and the last text, in which an endless one grows. */
  const weight = () => {
    const last = document.body && document.body.lastChild;
    return document.getElementsByTagName('*').length + (last && last.nodeType === Node.TEXT_NODE ? last.length / 100 : 0);
  };

  return {
    /**
     * Finds the newest link of the conversation that reads so and leads there, and brings it into sight.
     *
     * @returns {{el: number|null, why: string, words: string[], download: boolean}} why there is none: gone, hidden or
     *     covered; the last words of the conversation, by which it is known again
     */
    find: (text, href, input) => {
      asking = input;
      const talk = recorder.talk();
      const region = talk && talk.region.isConnected ? talk.region : recorder.regionOf(input);
      const alike = Array.from(elements(region)).filter((el) => hasHref(el) && el.href === href);
      const names = (el) => [fold(el.textContent || ''), label(el), pictureNames(el)].map(squash);
      const named = alike.filter((el) => names(el).includes(squash(text)));
      const newestFirst = (named.length ? named : alike).sort((a, b) => box(b).top - box(a).top);
      if (talk && talk.upwards) newestFirst.reverse();
      // What a list of messages has scrolled above the window's edge counts as unseen until it is scrolled back.
      const inSight = (el) => {
        el.scrollIntoView({ block: 'center', behavior: 'instant' });
        return isVisible(el);
      };
      const el = newestFirst.find(inSight) || null;
      const why = el ? (survey.covers(el) ? 'covered' : '') : alike.length ? 'hidden' : 'gone';
      return { el: why ? null : hold(el), why, words: lastWords(), download: Boolean(el && el.hasAttribute('download')) };
    },

    /**
     * Takes this document as it stands before the click.
     *
     * @param {boolean} holds whether windows are opened empty and wait for release
     */
    arm: (holds) => {
      if (trip) trip.undo();
      const old = new WeakSet(Array.from(some(document.documentElement)).filter((el) => said(el) && goesOn(said(el)) && isVisible(el)));
      trip = { t0: null, wall: null, href: location.href, frames: new Map(frames().filter(isShown).map((el) => [el, el.src])), loaded: new Set(), old, opens: 0, refused: 0, asked: [], left: false, changed: null, changing: false };
      const undo = [answerFor(trip), listen(trip)];
      if (holds) undo.push(holdWindows());
      trip.undo = () => undo.splice(0).reverse().forEach((each) => each());
      return { address: location.href, host: location.host };
    },

    /** What the click did to this document so far; not armed if another one stands in its place. */
    news: () => {
      if (!trip) return { armed: false, address: location.href };
      const leave = trip.left ? null : leaving(trip.old);
      return {
        armed: true, address: location.href, route: location.href !== trip.href, clickedAt: trip.wall, changedAt: onWall(trip.changed),
        frame: holdFrame(), opens: trip.opens, refused: trip.refused, asked: trip.asked, left: trip.left,
        leave: leave && hold(leave.el), leaveAsks: leave ? leave.asks : '',
      };
    },

    /** Opens windows empty from now on, in a page that is looked at and no more. */
    holdWindows: () => { holdWindows(); },

    /** Lets the windows that wait go to their addresses; the time that they waited is none of the click's. */
    release: () => {
      for (const { made, address, alone, at } of waiting.splice(0)) {
        if (alone) made.opener = null;
        made.location.replace(address);
        if (trip && trip.t0 !== null && !trip.released) {
          trip.released = true;
          trip.wall = onWall(performance.now()) - Math.max(0, at - trip.t0);
        }
      }
    },

    /** Gives the page its own functions back. */
    disarm: () => {
      if (trip) trip.undo();
      trip = null;
      recollect();
    },

    /** What was remembered of a click that replaced this document, as far as news would tell it; null if nothing. */
    memory: recollect,

    /** What this document is and reads. */
    read: () => {
      const nav = performance.getEntriesByType('navigation')[0];
      const text = read();
      const leave = leaving(null);
      return {
        address: cut(location.href, LONGEST_ADDRESS), protocol: location.protocol, title: cut(fold(document.title || ''), LONGEST_LINE), heading: heading(), text,
        began: performance.timeOrigin, paintedAt: onWall(paint()), loadedAt: nav && nav.loadEventEnd > 0 ? onWall(nav.loadEventEnd) : null,
        leave: leave && hold(leave.el), leaveAsks: leave ? leave.asks : '', sendsOn: sendsOn(cut(text, 2000)),
      };
    },

    /** How this document stands, at little cost. */
    rest: () => ({
      address: cut(location.href, LONGEST_ADDRESS), began: performance.timeOrigin, loaded: document.readyState === 'complete',
      stillMs: performance.now() - stirred, weight: weight(), empty: document.getElementsByTagName('*').length < 500 && squash((document.body && document.body.innerText) || '').length < 20,
    }),

    stop: () => window.stop(),

    held: (number) => held[number] || null,

    /**
     * Looks for a button that does the matter online, and for a plain link of the same host to the matter's guide.
     *
     * @returns {{found: boolean, guide: number|null, href: string}}
     */
    service: () => {
      let guide = null;
      for (const el of some(document.documentElement)) {
        const text = said(el);
        if (!text || text.length > 30) continue;
        const service = isService(text);
        if (!service && (guide || !isGuide(text))) continue;
        if (!isVisible(el)) continue;
        if (service && canPress(el)) return { found: true, guide: null, href: '' };
        if (!service && hasHref(el) && el.host === location.host && /^https?:$/.test(el.protocol) && !el.hasAttribute('download')) guide = el;
      }
      return { found: false, guide: hold(guide), href: guide ? guide.href : '' };
    },

    /** What closes the layer that this frame alone stands in; null if nothing says so. What holds the chat is none. */
    closer: (number) => {
      if (!held[number]) return null;
      const others = frames().filter((el) => el !== held[number]);
      const holdsMore = (el) => (asking && contains(el, asking)) || others.some((other) => contains(el, other));
      let at = drawnParent(held[number]);
      for (let i = 0; at && at !== document.body && at.nodeType === Node.ELEMENT_NODE && i < 4 && !holdsMore(at); at = drawnParent(at), i++) {
        for (const el of some(at)) {
          const text = said(el) || label(el);
          const names = [text, typeof el.className === 'string' ? el.className : '', el.id].join(' ');
          if ((closes(text) || crosses(text) || crosses(names)) && canPress(el) && !submits(el) && isVisible(el)) return hold(el);
        }
      }
      return null;
    },

    /** Whether any of these words still stands in the document. */
    stands: (marks) => {
      const text = squash(runs(document.body).map((run) => run.text).join(''));
      return marks.some((mark) => text.includes(mark));
    },
  };
}
