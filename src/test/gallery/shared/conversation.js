// The messages of one conversation, for kits that draw a list which the page keeps.
import { bot, setting } from './bot.js';

const escaped = text => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const paragraph = text => `<p>${escaped(text)}</p>`;

/** What each event does to the conversation; an event that is not here is one that no list can show. */
const reactions = {
  typing: (talk, { on }) => { talk.typing = on; },
  hold: (talk, { bubble, text }) => put(talk, bubble, { text, html: paragraph(text) }),
  thinking: (talk, { text }) => put(talk, 0, { thinking: (talk.bubbles[0]?.thinking ?? '') + text }),
  thought: (talk, { seconds }) => put(talk, 0, { seconds }),
  say: (talk, { bubble, text, html }) => {
    talk.typing = false;
    put(talk, bubble, { text, html });
  },
  append: (talk, { bubble, text }) => {
    const grown = talk.bubbles[bubble];
    put(talk, bubble, { text: grown.text + text, html: grown.html.replace(/<\/p>$/, escaped(text) + '</p>') });
  },
  offer: (talk, { options }) => { talk.options = options; },
  end: talk => { talk.busy = false; },
};

function put(talk, bubble, words) {
  const before = talk.bubbles[bubble];
  const message = { ...(before ?? fresh(talk, false)), ...words };
  talk.bubbles[bubble] = message;
  // Kits compare by identity: both the list and the message that changed are new.
  talk.messages = before
    ? talk.messages.map(each => each.id === message.id ? message : each)
    : [...talk.messages, message];
}

const fresh = (talk, mine, text = '') =>
  ({ id: 'm' + talk.next++, mine, text, html: paragraph(text), at: new Date() });

/**
 * @param account the page's truth
 * @param greeting what stands there before anything is asked
 * @param draw is called with the conversation as it is, now and after each change: `messages`, each with `id`, `mine`,
 *     `text` as Markdown, `html`, `at`, and `thinking` and `seconds` where it was reasoned; `typing`; `options` to choose
 *     from; `busy` from a question until all is said
 * @returns how to ask a question
 */
export function conversation(account, greeting, draw) {
  const ask = bot(setting('transport', 'stream'));
  const talk = { messages: [], bubbles: [], typing: false, options: [], busy: false, next: 1 };
  talk.messages = [fresh(talk, false, greeting)];
  draw(talk);

  return words => {
    const question = words.trim();
    if (!question) return;
    account.begin(question);
    Object.assign(talk, { bubbles: [], options: [], busy: true, messages: [...talk.messages, fresh(talk, true, question)] });
    draw(talk);
    ask(question, event => {
      reactions[event.type]?.(talk, event);
      draw(talk);
      if (event.type === 'end') account.end(event);
    });
  };
}

/** The time of a message as chat windows show it. */
export const clock = at => at.toTimeString().slice(0, 5);
