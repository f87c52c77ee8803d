import 'deep-chat';
import { bot, setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const manner = setting('connect', 'stream');
const holder = document.querySelector('#consult');
const drawn = document.createElement('div');
// The font stands in the tag: an element that is born without one has the kit fetch a font from outside. The kit makes
// itself a table cell, and WebKit draws such a one as wide as its words, at times as its borders: 2 pixels.
drawn.innerHTML = `<deep-chat style="display: block; width: 100%; height: 520px; border: 1px solid #dde2e8;
  font-family: 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"></deep-chat>`;
customElements.upgrade(drawn);
const chat = drawn.firstChild;
let account = null;

const buttons = options => '<div class="deep-chat-temporary-message">' + options
  .map(option => `<button class="deep-chat-button deep-chat-suggestion-button" style="margin: 4px">${option}</button>`)
  .join('') + '</div>';

function response(event) {
  if (event.type === 'hold') return { text: event.text };
  if (event.type === 'say') return { text: event.text, overwrite: overwrites(event) };
  if (event.type === 'append') return { text: event.text };
  if (event.type === 'offer') return { html: buttons(event.options) };
  if (event.type === 'end') account.end(event);
  return { text: '' };
}

let held = false;
function overwrites(event) {
  const was = held;
  held = false;
  return was && event.bubble === 0;
}

chat.requestInterceptor = request => {
  const question = request.body.messages[0].text;
  account.begin(question);
  return { ...request, body: { question } };
};

chat.responseInterceptor = body => {
  if (manner === 'socket') return body;
  if (!body.events) return response(body);
  return body.events.map(response).filter(({ text, html }) => text || html);
};

Object.assign(chat, {
  introMessage: { text: '您好，我是政务问答机器人，您可以直接提问。' },
  textInput: { placeholder: { text: '请输入您要咨询的问题' } },
  errorMessages: { overrides: { default: '网络异常，请稍后再试' } },
  history: [],
  onComponentRender: () => {
    account ??= truth(chat.shadowRoot, () => [...chat.shadowRoot.querySelectorAll('.text-message, .html-message')]);
  },
});

const connections = {
  stream: { url: '/bot/sse', method: 'POST', stream: true },
  plain: { url: '/bot/ask', method: 'POST' },
  socket: {
    websocket: true,
    handler: (_, { onOpen, onResponse, newUserMessage }) => {
      const ask = bot('socket');
      onOpen();
      newUserMessage.listener = ({ question }) => ask(question, event => {
        if (event.type === 'hold') held = true;
        const message = response(event);
        if (message.text || message.html) onResponse(message);
      });
    },
  },
};

chat.connect = connections[manner];
holder.append(chat);
