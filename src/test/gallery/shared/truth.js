// A page's own account of each turn. It looks for the answer's known words among its messages at every change, and
// tells the server when all of them are there.

const PATIENCE_MS = 4000;
/** What Markdown that is not yet drawn has left in the words. */
const WRITTEN = /\]\(|\|/;
// Kits put zero-width characters around links.
const absolute = ({ text, href }) => ({ text, href: new URL(href, location.href).href });
const keyOf = element => element.dataset.key;
const bare = text => text.replace(/[\s\u200b-\u200d\u2060]+/g, '');

/**
 * @param root the element or shadow root in which the kit draws its messages
 * @param messages returns the elements that hold the text of one message each, in order, the citizen's own included;
 *     reasoning above an answer is no part of its text
 */
export function truth(root, messages) {
  let input = null;
  let turn = null;

  for (const type of ['keydown', 'mousedown', 'click']) {
    window.addEventListener(type, event => {
      if (event.isTrusted && (type !== 'keydown' || event.key === 'Enter')) {
        input = { at: event.timeStamp, before: messages().length, known: new Set(messages().map(keyOf)) };
      }
    }, true);
  }

  new MutationObserver(() => look(performance.now()))
    .observe(root, { childList: true, characterData: true, subtree: true });

  function look(now) {
    if (!turn) return;
    const all = messages();
    // By number, since kits draw messages anew; a page that drops old ones gives them keys.
    const recent = all.some(keyOf) ? all.filter(element => !turn.known.has(keyOf(element))) : all.slice(turn.before);
    const texts = recent.map(element => bare(element.textContent));
    const pictures = images().filter(image => !turn.old.has(image)).map(image => new URL(image.src).pathname);
    // A kit that takes something away as the question goes off leaves it before what is counted as new; an answer that
    // is the question again must not be taken for it then.
    const asked = element => element && bare(element.textContent) === bare(turn.question);
    if (texts[0] === bare(turn.question) && !asked(all[all.indexOf(recent[0]) - 1])) texts.shift();
    const text = texts.join('');
    if (text !== turn.text || pictures.length !== turn.pictures) {
      Object.assign(turn, { text, pictures: pictures.length, changed: now });
      turn.seen.push({ at: now, text, pictures });
    }
    if (turn.expected) settle(now);
  }

  function settle(now, late = false) {
    const { first, bubbles, options, links = [], sources = [], pictures = [] } = turn.expected;
    const page = bare(root.textContent);
    // The answers before may have named the same source, and so may the words of this one.
    const said = bare(bubbles.join(''));
    // A kit that types shows a link as it is written until its last letter.
    const lists = (where, known, text) => count(where, text) - count(known, text) > count(said, text) && !where.includes('[' + text);
    const isListed = ({ text }) => lists(page, turn.page, bare(text));
    const isShown = text => page.includes(bare(text));
    // Not `every` alone: each has to be counted at each look.
    const offered = options.map(bare).map(text => isOffered(text, page)).every(Boolean);
    const shown = [...options, ...links.map(({ text }) => text)].every(isShown);
    if (!shown || !(late || (offered && sources.every(isListed)))) {
      turn.lacking = true;
      return;
    }
    // What is offered and where it is from are part of the answer, and may be drawn after its words. What was taken
    // away and offered again at one stroke was never seen to come.
    turn.offeredAt ??= turn.lacking && offered ? now : 0;
    if (!bubbles.length) {
      report(turn, null, null);
      return;
    }
    // Where a kit types, its first letter is the first.
    const begun = turn.seen.find(({ text }) => text.includes(first) || (text && first.startsWith(text)));
    // Not every kit draws the pictures of an answer.
    const drawn = late ? [] : pictures;
    // Between the lines of a card stand its tabs.
    const lines = bubbles.flatMap(bubble => bubble.split('\n')).map(bare);
    // Between one piece and the next a kit may show a link or a table as it is written.
    const isWritten = text => !late && WRITTEN.test(text) && !WRITTEN.test(said);
    const whole = turn.seen.find(state => drawn.every(src => state.pictures.includes(src)) && inOrder(state.text, lines) && !isWritten(state.text));
    if (!whole) return;
    // They may have been typed long before the bot said that this was all.
    const listed = turn.seen.find(state => sources.every(({ text }) => lists(state.text, '', bare(text))));
    report(turn, begun, whole, listed);
  }

  /** Whether an option was drawn for this turn: its words may stand in the page from earlier ones, or leave it. */
  function isOffered(text, page) {
    const here = count(page, text);
    const before = turn.least.get(text) ?? count(turn.page, text) + (turn.drawn ? 0 : count(bare(turn.question), text));
    turn.least.set(text, Math.min(before, here));
    return here > before;
  }

  function count(text, part) {
    return text.split(part).length - 1;
  }

  function images() {
    return [...root.querySelectorAll('img')];
  }

  function inOrder(text, parts) {
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return true;
  }

  function report(done, begun, whole, listed = null) {
    if (turn === done) turn = null;
    const { bubbles = null, options = [], links = [], sources = [], pictures = [], controls = [], thinking = '' } = done.expected ?? {};
    // Not every kit draws the pictures of an answer.
    const drawn = pictures.filter(src => done.seen.at(-1)?.pictures.includes(src));
    tell(JSON.stringify({
      page: location.pathname + location.search,
      question: done.question,
      sentEpochMs: performance.timeOrigin + done.at,
      firstMs: begun ? begun.at - done.at : -1,
      completeMs: whole ? Math.max(whole.at, done.offeredAt, listed ? listed.at : 0) - done.at : -1,
      bubbles: bubbles ?? [],
      options,
      links: links.map(absolute),
      sources: sources.map(absolute),
      pictures: drawn.map(src => new URL(src, location.href).href),
      thinking,
      controls,
      whole: Boolean(whole) || bubbles?.length === 0,
      seen: whole ? '' : done.text.slice(0, 10000),
    }));
  }

  /** A beacon does not stand in the way of the page, but carries no more than 64 kB. */
  function tell(account) {
    if (!navigator.sendBeacon('/truth', account)) fetch('/truth', { method: 'POST', body: account });
  }

  return {
    /** A question is handed to the bot. */
    begin(question) {
      if (turn) report(turn, null, null);
      turn = { question, ...input, changed: 0, seen: [], text: '', lacking: false, offeredAt: null, old: new Set(images()), page: bare(root.textContent), drawn: messages().length > (input ? input.before : 0), least: new Map(), expected: null };
      look(performance.now());
    },
    /** The bot has said all it will say; `expected` are its words. */
    end(expected) {
      if (!turn) return;
      turn.expected = expected;
      const ending = turn;
      settle(performance.now());
      // A page that types goes on long after the bot is done.
      const giveUp = () => {
        if (turn !== ending) return;
        const still = PATIENCE_MS - (performance.now() - ending.changed);
        if (still > 0) {
          setTimeout(giveUp, still);
          return;
        }
        settle(performance.now(), true);
        if (turn === ending) report(ending, null, null);
      };
      setTimeout(giveUp, PATIENCE_MS);
    },
  };
}
