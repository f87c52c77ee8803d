import { image, view } from '/device/view.js';
import { City } from './city.js';
import { linesOf, partsOf, plain } from './markup.js';
import { Recycler } from './recycler.js';
import { Turn } from './turn.js';

/** The app's own chat screen: views only, its answers are the city's. */

const MASCOT = '/chat/sdk/mascot.svg';

/**
 * @param {{settings: object, asked: (number: number) => void, back: () => void, follow: (href: string) => void}} around settings: bubbles (lines or
 *   whole), drawnText, sticker; asked is told of each question before it is sent, follow of each link that is touched
 */
export function chatScreen({ settings, asked, back, follow }) {
  const city = new City();
  const list = new Recycler({ id: 'rv_messages', css: 'messages' });
  const guess = view('LinearLayout', { id: 'll_guess', css: 'guess' });
  const input = view('EditText', { id: 'et_input', css: 'typed', hint: '请输入您想咨询的问题' });
  const send = view('Button', { id: 'btn_send', css: 'send', text: '发送', disabled: true, click: sendTyped });
  let count = 0;

  input.addEventListener('input', () => {
    send.disabled = input.value.trim() === '';
  });
  input.addEventListener('editoraction', (event) => event.detail === 'send' && sendTyped(event));

  function sendTyped(event) {
    const question = input.value.trim();
    if (question) {
      input.value = '';
      send.disabled = true;
      ask(question, event);
    }
  }

  function ask(question, event) {
    asked(++count);
    list.add(() => own(question));
    if (settings.sticker) {
      list.add(sticker);
    }
    const turn = new Turn(question, event, shown, (truth) => city.report(truth));
    city.ask(question, turn).catch(() => turn.failed());
  }

  const shown = {
    typing: () => list.add(() => bot(view('TextView', { id: 'tv_typing', css: 'bubble quiet', text: '正在输入…' }))),
    bubble: (bubble) => list.add(() => bot(bubbleView(bubble))),
    login: () => list.add(() => view('TextView', { id: 'tv_notice', css: 'notice', text: '请先登录后再进行咨询' })),
    /** An answer that suggests nothing leaves what stands there; returns that. */
    suggest: (labels) => {
      if (labels.length > 0) {
        guess.replaceChildren(...labels.map(chip));
      }
      return [...guess.children].map((suggested) => suggested.textContent);
    },
  };

  function chip(label) {
    return view('TextView', { id: 'tv_guess', css: 'chip', text: label, click: (event) => ask(label, event) });
  }

  function bubbleView(bubble) {
    return view(
      'LinearLayout',
      { id: 'll_bubble', css: 'bubble' },
      bubble.thinking ? thinking(bubble) : null,
      ...content(bubble.text),
      ...bubble.options.map((option) =>
        view('TextView', { id: 'tv_option', css: 'option', text: option, click: (event) => ask(option, event) }),
      ),
      bubble.done ? ratings() : null,
    );
  }

  function thinking(bubble) {
    return view(
      'LinearLayout',
      { id: 'll_thinking', css: 'thinking' },
      view('TextView', { id: 'tv_thinking_head', text: bubble.folded ? '已深度思考' : '深度思考中…' }),
      bubble.folded ? null : view('TextView', { id: 'tv_thinking', text: bubble.thinking }),
    );
  }

  function content(text) {
    if (!text) {
      return [];
    }
    if (settings.drawnText) {
      return [drawn(plain(text))];
    }
    if (settings.bubbles === 'whole') {
      return [textView('text', text, follow)];
    }
    return text
      .split('\n')
      .flatMap((line) => linesOf(line).map(({ kind, cells }) => ({ line, kind, cells })))
      .map(({ line, kind, cells }) =>
        cells.length > 1
          ? view('LinearLayout', { css: 'row' }, ...cells.map((cell) => view('TextView', { text: cell })))
          : textView(kind, line, follow),
      );
  }

  function ratings() {
    return view(
      'LinearLayout',
      { css: 'ratings' },
      view('ImageView', { id: 'iv_useful', desc: '有用', css: 'rating', click: () => city.act('useful') }),
      view('ImageView', { id: 'iv_useless', desc: '没用', css: 'rating', click: () => city.act('useless') }),
    );
  }

  async function greet() {
    const opened = await city.greet();
    list.add(() => view('TextView', { id: 'tv_time', css: 'time', text: '今天 10:24' }));
    list.add(() => bot(bubbleView({ text: opened.greeting, options: opened.hot })));
    shown.suggest(opened.guesses);
  }

  return {
    greet,
    element: view(
      'LinearLayout',
      { css: 'content chat' },
      view(
        'LinearLayout',
        { id: 'toolbar', css: 'toolbar' },
        view('ImageButton', { desc: '返回', css: 'up', click: back }),
        view('TextView', { id: 'tv_title', text: '智能客服' }),
        view('TextView', { id: 'tv_human', css: 'human', text: '转人工', click: () => city.act('human') }),
      ),
      list.element,
      guess,
      view(
        'LinearLayout',
        { css: 'foot' },
        view('ImageButton', { id: 'btn_voice', desc: '语音输入', css: 'voice', click: () => {} }),
        input,
        send,
      ),
    ),
  };
}

/** Links are spans of one text: the tree tells that there are some, not where. */
function textView(kind, text, follow) {
  const parts = partsOf(text);
  const made = view('TextView', {
    id: 'tv_content',
    css: `line ${kind}`,
    text: plain(text),
    span: parts.some(({ href }) => href !== undefined),
  });
  made.replaceChildren(...parts.map((part) => (part.href === undefined ? part.text : span(part, follow))));
  return made;
}

function span({ text, href }, follow) {
  const link = document.createElement('span');
  link.className = 'link';
  link.textContent = text;
  link.addEventListener('click', () => follow(href));
  return link;
}

function bot(bubble) {
  return view('LinearLayout', { css: 'said' }, image({ id: 'iv_avatar', desc: '头像', css: 'avatar' }, MASCOT), bubble);
}

function own(question) {
  return view(
    'LinearLayout',
    { css: 'said mine' },
    view('TextView', { id: 'tv_content', css: 'bubble', text: question }),
    image({ id: 'iv_avatar', desc: '头像', css: 'avatar me' }),
  );
}

function sticker() {
  return bot(image({ id: 'iv_sticker', desc: '表情', css: 'sticker' }, MASCOT));
}

/** Text that no accessibility service can read, as apps draw it that protect what they say. */
function drawn(text) {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const lines = text.split('\n').flatMap((line) => line.match(/.{1,14}/gu) ?? []);
  canvas.width = 460;
  canvas.height = lines.length * 48;
  pen.font = '30px "Noto Sans CJK SC"';
  lines.forEach((line, at) => pen.fillText(line, 0, at * 48 + 34));
  const picture = image({ id: 'iv_content', css: 'drawn' }, canvas.toDataURL());
  picture.style.height = `${canvas.height / 2}px`;
  return picture;
}
