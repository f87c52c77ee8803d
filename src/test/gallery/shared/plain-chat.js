// A small chat window as a city's own web team might have written it, without a kit.
import { bot, setting } from './bot.js';
import { truth } from './truth.js';

const STYLE = `
  .win { display: flex; flex-direction: column; width: 100%; height: 100%; background: #f5f7fa; font: 14px/1.6 "Noto Sans CJK SC", sans-serif; }
  .top { padding: 10px 14px; background: #1f6fb5; color: #fff; }
  .flow { flex: 1; overflow-y: auto; padding: 12px; }
  .line { display: flex; margin-bottom: 10px; }
  .line.me { justify-content: flex-end; }
  .say { max-width: 80%; padding: 8px 12px; border-radius: 6px; background: #fff; overflow-wrap: anywhere; white-space: pre-wrap; }
  .say p { margin: 0 0 4px; } .say table { border-collapse: collapse; } .say td, .say th { border: 1px solid #ccc; padding: 2px 8px; }
  .say img { max-width: 100%; }
  .me .say { background: #bfe0ff; }
  .fold { margin-bottom: 6px; padding: 4px 10px; border-left: 3px solid #c6ccd4; color: #7a828c; font-size: 13px; }
  .fold b { font-weight: normal; cursor: pointer; }
  .after { display: flex; gap: 6px; margin-top: 6px; }
  .after button { padding: 0 8px; border: 1px solid #d5dae1; border-radius: 3px; background: #fff; color: #7a828c; font: inherit; font-size: 12px; cursor: pointer; }
  .dots { padding: 0 4px 8px; color: #999; }
  .pick { display: block; margin: 4px 0; padding: 4px 10px; border: 1px solid #1f6fb5; border-radius: 12px; background: #fff; color: #1f6fb5; font: inherit; cursor: pointer; }
  .foot { display: flex; gap: 8px; padding: 10px; background: #fff; border-top: 1px solid #e1e5ea; }
  .foot input { flex: 1; min-width: 0; padding: 7px 10px; border: 1px solid #c6ccd4; font: inherit; }
  .foot button { padding: 0 16px; border: 0; background: #1f6fb5; color: #fff; font: inherit; cursor: pointer; }`;

/** Draws a chat into an element or shadow root. */
export function plainChat(root, name) {
  const ask = bot(setting('transport', 'stream'));
  const make = (tag, className, parent, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return parent.appendChild(element);
  };

  make('style', '', root, STYLE);
  const win = make('div', 'win', root);
  make('div', 'top', win, name);
  const flow = make('div', 'flow', win);
  const foot = make('div', 'foot', win);
  const input = make('input', '', foot);
  input.placeholder = '请输入您的问题';
  const button = make('button', '', foot, '发送');
  const account = truth(flow, () => [...flow.querySelectorAll('.words')]);

  function line(who) {
    const say = make('div', 'say', make('div', 'line ' + who, flow));
    return make('div', 'words', say);
  }

  /** Reasoning stands in the answer's own bubble, above its words. */
  function fold(words) {
    const box = document.createElement('div');
    box.className = 'fold';
    words.before(box);
    const heading = make('b', '', box, '正在思考…');
    const body = make('div', '', box);
    heading.onclick = () => { body.hidden = !body.hidden; };
    return { heading, body };
  }

  function typing(on) {
    flow.querySelector('.dots')?.remove();
    if (on) make('div', 'dots', flow, '对方正在输入');
  }

  function answer() {
    const bubbles = [];
    let thoughts = null;
    let stop = null;
    const under = words => make('div', 'after', words.parentNode);
    return event => {
      if (event.type === 'typing') typing(event.on);
      if (event.type === 'hold') (bubbles[event.bubble] ??= line('it')).textContent = event.text;
      if (event.type === 'thinking') {
        thoughts ??= fold(bubbles[0] ??= line('it'));
        thoughts.body.append(event.text);
      }
      if (event.type === 'thought') {
        thoughts.heading.textContent = `已深度思考（用时 ${event.seconds} 秒）`;
        thoughts.body.hidden = true;
      }
      if (event.type === 'say') {
        typing(false);
        (bubbles[event.bubble] ??= line('it')).innerHTML = event.html;
      }
      if (event.type === 'append') bubbles[event.bubble].lastChild.append(event.text);
      if (event.type === 'stop') {
        stop?.remove();
        stop = event.on ? make('button', '', event.inComposer ? foot : under(bubbles[0] ??= line('it')), event.label) : null;
        button.hidden = event.on && event.inComposer;
      }
      if (event.type === 'controls') {
        const row = under(bubbles[event.bubble]);
        Object.values(event.labels).forEach(label => make('button', '', row, label));
      }
      if (event.type === 'offer') {
        const row = make('div', 'picks', flow);
        event.options.forEach(option => { make('button', 'pick', row, option).onclick = () => send(option); });
      }
      flow.scrollTop = flow.scrollHeight;
      if (event.type === 'end') account.end(event);
    };
  }

  function send(question) {
    if (!question.trim()) return;
    account.begin(question);
    line('me').textContent = question;
    flow.scrollTop = flow.scrollHeight;
    ask(question, answer());
  }

  function sendInput() {
    send(input.value);
    input.value = '';
  }

  button.onclick = sendInput;
  input.onkeydown = event => { if (event.key === 'Enter' && !event.isComposing) sendInput(); };
  line('it').textContent = `您好，我是${name}，请问有什么可以帮您？`;
}
