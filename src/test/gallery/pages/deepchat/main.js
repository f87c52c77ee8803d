import 'deep-chat';
import { setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const manner = setting('connect', 'stream');
const chat = document.createElement('deep-chat');
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
  if (!body.events) {
    if (body.type === 'hold') held = true;
    return response(body);
  }
  return body.events.map(response).filter(({ text, html }) => text || html);
};

Object.assign(chat, {
  style: 'width: 100%; height: 520px; border: 1px solid #dde2e8',
  introMessage: { text: '您好，我是政务问答机器人，您可以直接提问。' },
  textInput: { placeholder: { text: '请输入您要咨询的问题' } },
  errorMessages: { overrides: { default: '网络异常，请稍后再试' } },
  history: [],
  onComponentRender: () => {
    account ??= truth(chat.shadowRoot, () => [...chat.shadowRoot.querySelectorAll('.text-message, .html-message')]);
  },
});

async function connect() {
  if (manner === 'stream') return { url: '/bot/sse', method: 'POST', stream: true };
  if (manner === 'plain') return { url: '/bot/ask', method: 'POST' };
  const { url } = await (await fetch('/bot/socket')).json();
  return { url, websocket: true };
}

chat.connect = await connect();
document.querySelector('#consult').append(chat);
