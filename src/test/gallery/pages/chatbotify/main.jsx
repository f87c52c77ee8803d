import React from 'react';
import { createRoot } from 'react-dom/client';
import ChatBot from 'react-chatbotify';
import { bot, setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const host = document.body.appendChild(document.createElement('div'));
const account = truth(host, () => [...host.querySelectorAll('.rcb-bot-message, .rcb-user-message, .drawn')]);
const ask = bot(setting('transport', 'sse'));

/** Runs until the bot has said all; the kit shows what is handed to it, one message after the other. */
function answer({ userInput, injectMessage, removeMessage }) {
  account.begin(userInput);
  const shown = new Map();
  let queue = Promise.resolve();
  const inTurn = step => { queue = queue.then(step); };
  const put = ({ bubble, html, text }) => inTurn(async () => {
    if (shown.has(bubble)) await removeMessage(shown.get(bubble));
    // What is no plain text the kit shows as it is, without a bubble of its own.
    const drawn = await injectMessage(html ? <div className="drawn" dangerouslySetInnerHTML={{ __html: html }} /> : text);
    shown.set(bubble, drawn?.id);
  });
  return new Promise(done => ask(userInput, event => {
    if (event.type === 'say' || event.type === 'hold') put(event);
    if (event.type === 'end') inTurn(() => { account.end(event); done(); });
  }));
}

const flow = {
  start: { message: '您好，这里是汀州湾市智能客服，请问有什么可以帮您？', path: 'loop' },
  loop: { message: async params => { await answer(params); }, path: 'loop' },
};

const settings = {
  general: { showFooter: false, primaryColor: '#8a2f2b', secondaryColor: '#a8443f' },
  header: { title: '智能客服', showAvatar: true, avatar: '/chatbotify/robot.svg' },
  chatButton: { icon: '/chatbotify/robot.svg' },
  tooltip: { mode: 'CLOSE', text: '有问题，问我' },
  notification: { disabled: true },
  audio: { disabled: true },
  voice: { disabled: true },
  emoji: { disabled: true },
  fileAttachment: { disabled: true },
  chatHistory: { disabled: true },
  chatInput: { enabledPlaceholderText: '请输入您的问题', blockSpam: false, botDelay: 0 },
  botBubble: { showAvatar: true, avatar: '/chatbotify/robot.svg' },
};

createRoot(host).render(<ChatBot flow={flow} settings={settings} />);
