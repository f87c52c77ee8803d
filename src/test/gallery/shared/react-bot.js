// The conversation as state, for React kits that are handed their messages anew at every change.
import { useRef, useState } from 'react';
import { bot } from './bot.js';

/** What each event of the bot does to the conversation. An event that is missing here leaves it as it was. */
const steps = {
  typing: (talk, { on }) => ({ ...talk, typing: on }),
  hold: (talk, { id, text }) => put(talk, { id, text, html: `<p>${escaped(text)}</p>` }),
  say: (talk, { id, text, html }) => ({ ...put(talk, { id, text, html }), typing: false }),
  append: (talk, { id, text }) => {
    const grown = talk.messages.find(message => message.id === id);
    return put(talk, { id, text: grown.text + text, html: grown.html.replace(/<\/p>$/, '') + escaped(text) + '</p>' });
  },
  offer: (talk, { options }) => ({ ...talk, options }),
  end: talk => ({ ...talk, typing: false, busy: false }),
};

function put(talk, message) {
  const at = talk.messages.findIndex(({ id }) => id === message.id);
  const messages = [...talk.messages];
  if (at < 0) messages.push({ ...message, mine: false, time: new Date() });
  else messages[at] = { ...messages[at], ...message };
  return { ...talk, messages };
}

export const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Tells whether an answer is paragraphs and nothing else. */
export const isPlain = html => !/<(?!\/?p>)/.test(html);

/** Returns the time as chat windows show it. */
export const clock = time => time.toTimeString().slice(0, 5);

/**
 * @param account the page's own truth
 * @param transport how the bot is reached
 * @param greeting what stands in the window before anything is asked
 * @returns `messages`, each with `id`, `mine`, `text` (Markdown), `html` and `time`; `typing`; `options` to choose from;
 *     `busy` from a question until the bot has said all; and `send`
 */
export function useBot(account, transport, greeting) {
  const [ask] = useState(() => bot(transport));
  const turn = useRef(0);
  const [talk, setTalk] = useState(() => put({ messages: [], typing: false, options: [], busy: false },
    { id: 'greeting', text: greeting, html: `<p>${greeting}</p>` }));

  function send(words) {
    const question = words.trim();
    if (!question) return;
    const number = ++turn.current;
    account.begin(question);
    setTalk(before => ({
      ...before,
      messages: [...before.messages,
        { id: number + 'q', mine: true, text: question, html: `<p>${escaped(question)}</p>`, time: new Date() }],
      options: [],
      busy: true,
    }));
    ask(question, event => {
      const step = steps[event.type];
      if (step) setTalk(before => step(before, { ...event, id: `${number}a${event.bubble}` }));
      if (event.type === 'end') account.end(event);
    });
  }

  return { ...talk, send };
}
