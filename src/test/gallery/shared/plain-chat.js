// A small chat window as a city's own web team might have written it, without a kit.
import { bot, setting } from './bot.js';
import { truth } from './truth.js';

const STYLE = `
  .win { display: flex; flex-direction: column; width: 100%; height: 100%; background: #f5f7fa; font: 14px/1.6 "Noto Sans CJK SC", sans-serif; }
  .top { padding: 10px 14px; background: #1f6fb5; color: #fff; }
  .flow { flex: 1; overflow-y: auto; padding: 12px; }
  .flow.upwards { display: flex; flex-direction: column-reverse; }
  .line { display: flex; margin-bottom: 10px; }
  .line.me { justify-content: flex-end; }
  .say { max-width: 80%; padding: 8px 12px; border-radius: 6px; background: #fff; overflow-wrap: anywhere; white-space: pre-wrap; }
  .say p { margin: 0 0 4px; } .say table { border-collapse: collapse; } .say td, .say th { border: 1px solid #ccc; padding: 2px 8px; }
  .say img { max-width: 100%; } .say p:has(> img) { cursor: pointer; }
  .me .say { background: #bfe0ff; }
  .fold { margin-bottom: 6px; padding: 4px 10px; border-left: 3px solid #c6ccd4; color: #7a828c; font-size: 13px; }
  .fold b { font-weight: normal; cursor: pointer; }
  .after { display: flex; gap: 6px; margin-top: 6px; }
  .after button { padding: 0 8px; border: 1px solid #d5dae1; border-radius: 3px; background: #fff; color: #7a828c; font: inherit; font-size: 12px; cursor: pointer; }
  .headed .line { display: block; }
  .headed .say { max-width: none; padding: 2px 0 2px 34px; background: none; cursor: pointer; }
  .head { display: flex; gap: 8px; align-items: center; color: #5b6470; font-size: 12px; }
  .head .face { font-size: 22px; cursor: pointer; }
  .head i { padding: 0 6px; border: 1px solid #c6ccd4; border-radius: 8px; font-style: normal; }
  .dots { padding: 0 4px 8px; color: #999; }
  .pick { display: block; margin: 4px 0; padding: 4px 10px; border: 1px solid #1f6fb5; border-radius: 12px; background: #fff; color: #1f6fb5; font: inherit; cursor: pointer; }
  .foot { display: flex; gap: 8px; padding: 10px; background: #fff; border-top: 1px solid #e1e5ea; }
  .foot input { flex: 1; min-width: 0; padding: 7px 10px; border: 1px solid #c6ccd4; font: inherit; }
  .foot button { padding: 0 16px; border: 0; background: #1f6fb5; color: #fff; font: inherit; cursor: pointer; }`;

/** Moved by the drawing itself, which no style tells. */
const MOVING_DOTS = '<svg width="32" height="16">' + [6, 16, 26].map(x => `<circle cx="${x}" cy="8" r="1">
  <animate attributeName="r" values="1;4;1;1" dur="1.2s" begin="${x / 50}s" repeatCount="indefinite"/></circle>`).join('') + '</svg>';
const KEPT = 6;
const LETTER_MS = 12;

/**
 * Draws a chat into an element or shadow root. `?list=` chooses what is done to the list of messages: `redrawn` makes
 * all of them anew at every event, `trimmed` keeps the last few, `upwards` has the newest first in the document and last
 * on the screen, `newest-first` shows the newest on top, `grouped` puts the bubbles of one answer into one row, `headed`
 * has a picture, a name and the time above the words of each, which stand on no ground and look as if they could be
 * pressed, as in PatternFly's and Ant Design's kits.
 * `?typewriter=1` writes what was said letter by letter.
 */
export function plainChat(root, name) {
  const ask = bot(setting('transport', 'stream'));
  const manner = setting('list', '');
  const typewriter = setting('typewriter', '') === '1';
  const newestFirst = manner === 'upwards' || manner === 'newest-first';
  const make = (tag, className, parent, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return parent.appendChild(element);
  };

  make('style', '', root, STYLE);
  const win = make('div', 'win', root);
  make('div', 'top', win, name);
  const flow = make('div', 'flow ' + manner, win);
  const foot = make('div', 'foot', win);
  const input = make('input', '', foot);
  input.placeholder = '请输入您的问题';
  const button = make('button', '', foot, '发送');
  const account = truth(flow, () => {
    const all = [...flow.querySelectorAll('.words')];
    return newestFirst ? all.reverse() : all;
  });
  let made = 0;

  const put = element => newestFirst ? flow.prepend(element) : flow.append(element);
  const words = key => flow.querySelector(`[data-key="${key}"]`);

  function head(row, who) {
    const bar = make('div', 'head', row);
    make('span', 'face', bar, who === 'it' ? '🤖' : '😀');
    make('b', '', bar, who === 'it' ? '小松' : '我');
    if (who === 'it') make('i', '', bar, 'AI');
    make('time', '', bar, new Date().toLocaleString('en-US'));
  }

  /** Returns the key by which the words of a new message are found again, however often they are drawn anew. */
  function line(who) {
    const last = flow.lastElementChild;
    const grouped = manner === 'grouped' && last?.className === 'line ' + who;
    const row = grouped ? last : document.createElement('div');
    row.className = 'line ' + who;
    if (manner === 'headed') head(row, who);
    const say = make('div', 'say', grouped ? row.appendChild(document.createElement('div')) : row);
    make('div', 'words', say).dataset.key = ++made;
    if (!grouped) put(row);
    return made;
  }

  function tidy() {
    if (manner === 'redrawn') flow.replaceChildren(...[...flow.children].map(child => child.cloneNode(true)));
    while (manner === 'trimmed' && flow.children.length > KEPT) flow.firstElementChild.remove();
    flow.scrollTop = manner === 'newest-first' ? 0 : flow.scrollHeight;
  }

  /** Reasoning stands in the answer's own bubble, above its words. */
  function fold(key) {
    const box = document.createElement('div');
    box.className = 'fold';
    box.dataset.fold = key;
    words(key).before(box);
    make('b', '', box, '正在思考…');
    make('div', '', box);
  }

  function typing(on) {
    flow.querySelector('.dots')?.remove();
    if (!on) return;
    const dots = document.createElement('div');
    dots.className = 'dots';
    if (manner === 'headed') {
      head(dots, 'it');
      make('div', '', dots).innerHTML = MOVING_DOTS;
    } else dots.textContent = '对方正在输入';
    put(dots);
  }

  function answer() {
    const keys = [];
    const pen = typewriter ? pencil(tidy) : null;
    const bubble = number => keys[number] ??= line('it');
    const folded = () => flow.querySelector(`[data-fold="${keys[0]}"]`);
    const under = key => make('div', 'after', words(key).parentNode);
    const draw = event => {
      if (event.type === 'typing') typing(event.on);
      if (event.type === 'hold') words(bubble(event.bubble)).textContent = event.text;
      if (event.type === 'thinking') {
        const key = bubble(0);
        if (!folded()) fold(key);
        folded().lastChild.append(event.text);
      }
      if (event.type === 'thought') {
        folded().firstChild.textContent = `已深度思考（用时 ${event.seconds} 秒）`;
        folded().lastChild.hidden = true;
      }
      if (event.type === 'say') {
        typing(false);
        const key = bubble(event.bubble);
        words(key).innerHTML = event.html;
        pen?.write(() => words(key));
      }
      if (event.type === 'append') {
        const last = () => words(keys[event.bubble]).lastChild;
        if (pen) pen.append(last, event.text);
        else last().append(event.text);
      }
      if (event.type === 'stop') {
        root.querySelector('.stop')?.remove();
        if (event.on) make('button', 'stop', event.inComposer ? foot : under(bubble(0)), event.label);
        button.hidden = event.on && event.inComposer;
      }
      if (event.type === 'controls') {
        const row = under(keys[event.bubble]);
        Object.values(event.labels).forEach(label => make('button', '', row, label));
      }
      if (event.type === 'offer') {
        const row = document.createElement('div');
        event.options.forEach(option => make('button', 'pick', row, option));
        put(row);
      }
      tidy();
      if (event.type === 'end') account.end(event);
    };
    return event => {
      // What comes behind words that are still being written waits for them.
      if (pen && event.type !== 'append') pen.done().then(() => draw(event));
      else draw(event);
    };
  }

  function send(question) {
    if (!question.trim()) return;
    account.begin(question);
    words(line('me')).textContent = question;
    tidy();
    ask(question, answer());
  }

  function sendInput() {
    send(input.value);
    input.value = '';
  }

  flow.onclick = ({ target }) => {
    if (target.className === 'pick') send(target.textContent);
    if (target.parentNode?.className === 'fold') target.nextSibling.hidden = !target.nextSibling.hidden;
  };
  button.onclick = sendInput;
  input.onkeydown = event => { if (event.key === 'Enter' && !event.isComposing) sendInput(); };
  // Where nobody has spoken yet, no name is known either.
  if (manner === 'headed') make('p', '', flow, `您好，我是${name}，请问有什么可以帮您？`);
  else words(line('it')).textContent = `您好，我是${name}，请问有什么可以帮您？`;
}

/** Writes letter by letter, one text after the other. */
function pencil(tidy) {
  let last = Promise.resolve();

  async function letters(letters, next) {
    for (const letter of letters) {
      next(letter);
      tidy();
      await new Promise(done => setTimeout(done, LETTER_MS));
    }
  }

  return {
    /** Takes the words out of an element that was just filled and writes them into it again. */
    write(element) {
      const texts = [];
      const nodes = document.createNodeIterator(element(), NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) texts.push([node, node.data]);
      texts.forEach(([node]) => { node.data = ''; });
      last = last.then(async () => {
        for (const [node, text] of texts) await letters(text, letter => { node.data += letter; });
      });
    },
    append(element, text) {
      last = last.then(() => letters(text, letter => element().append(letter)));
    },
    done: () => last,
  };
}
