import { createChat } from '@n8n/chat/dist/chat.bundle.es.js';
import '@n8n/chat/dist/style.css';
import { bot, setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const WORKFLOW = '/workflow';
const account = truth(document.querySelector('#n8n-chat'), () => [...document.querySelectorAll('.chat-message-markdown')]);
const ask = bot(setting('transport', 'stream'));
const fetched = window.fetch;

/** The kit speaks to its own kind of server only: what the bot says is put into that server's words. */
window.fetch = (address, request) => (address === WORKFLOW ? answer(JSON.parse(request.body).chatInput) : fetched(address, request));

function answer(question) {
  const encoder = new TextEncoder();
  return Promise.resolve(new Response(new ReadableStream({
    start(stream) {
      const tell = (type, bubble, content) => stream.enqueue(
        encoder.encode(JSON.stringify({ type, content, metadata: { nodeId: 'bubble' + bubble, runIndex: 0 } }) + '\n'));
      let said = 0;
      const steps = {
        say: ({ bubble, text }) => { said = bubble + 1; tell('begin', bubble); tell('item', bubble, text); },
        append: ({ bubble, text }) => tell('item', bubble, text),
        end: event => {
          for (let bubble = 0; bubble < said; bubble++) tell('end', bubble);
          stream.close();
          account.end(event);
        },
      };
      ask(question, event => steps[event.type]?.(event));
    },
  })));
}

createChat({
  webhookUrl: WORKFLOW,
  mode: 'fullscreen',
  loadPreviousSession: false,
  enableStreaming: true,
  initialMessages: ['您好，这里是榆川市智能问答。', '请描述您要办理的事项。'],
  i18n: { en: { title: '榆川市智能问答', subtitle: '办事指南随时问', footer: '', getStarted: '开始咨询', inputPlaceholder: '请输入您的问题' } },
  beforeMessageSent: question => account.begin(question),
});
