import { createServer } from 'node:http';

/**
 * Stands in for the demonstration city's chatbot: the same requests, answers that a test hands in.
 *
 * An answer is {kind: 'messages', …} as the city sends it, or {lines: […]} for a stream.
 */
export class Parrot {
  asked = [];
  told = [];
  acted = [];
  answers = new Map();
  #server;

  static async start() {
    const city = new Parrot();
    city.#server = createServer((request, response) => city.#visited(request, response));
    await new Promise((resolve) => city.#server.listen(0, '127.0.0.1', resolve));
    return city;
  }

  get address() {
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  async #visited(request, response) {
    const { pathname } = new URL(request.url, this.address);
    const body = await read(request);
    const page = PAGES[pathname];
    if (page) {
      response.writeHead(200, { 'content-type': page.type }).end(page.text);
      return;
    }
    switch (pathname) {
      case '/chat/api/session':
        json(response, { session: 's1', bot: '小演', greeting: '您好，我是**小演**。', hot: ['怎么投诉？'], guesses: ['公司注销'] });
        break;
      case '/chat/api/ask':
        this.asked.push(body.question);
        this.#answer(body.question, response);
        break;
      case '/chat/api/action':
        this.acted.push(body.action);
        response.writeHead(204).end();
        break;
      case '/chat/telemetry':
        this.told.push(body);
        response.writeHead(204).end();
        break;
      default:
        response.writeHead(404).end();
    }
  }

  async #answer(question, response) {
    const answer = this.answers.get(question) ?? messages(`您问的是：${question}`);
    if (answer.lines) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      for (const line of answer.lines) {
        response.write(`${JSON.stringify(line)}\n`);
      }
      response.end();
    } else {
      json(response, answer);
    }
  }
}

export function messages(...texts) {
  return {
    kind: 'messages',
    messages: texts.map((text) => ({ wait: 0, text, options: [] })),
    related: [],
  };
}

const MASCOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#2f86e4"/></svg>';

/** A chat page of the web, as small as can be. */
const CHAT = `<!DOCTYPE html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>在线咨询</title><body style="margin:0;background:#ffe9c9"><h3>网页客服</h3><ul id="list"></ul>
<textarea id="ask" placeholder="请输入问题"></textarea><button id="send">发送</button>
<div style="height:2000px">长页</div>
<script>send.onclick = (event) => { list.innerHTML += '<li>' + (event.isTrusted ? ask.value : '') + '</li>'; ask.value = ''; };</script>`;

const PAGES = {
  '/chat/sdk/mascot.svg': { type: 'image/svg+xml', text: MASCOT },
  '/guide/1': { type: 'text/html; charset=utf-8', text: '<title>办事指南</title><h1>办理条件</h1>' },
  '/out/1': { type: 'text/html; charset=utf-8', text: '<title>银行</title><p>网点</p>' },
  '/leave/1': { type: 'text/html; charset=utf-8', text: '<title>银行</title><p>预审</p>' },
  '/chat/': { type: 'text/html; charset=utf-8', text: CHAT },
};

async function read(request) {
  let text = '';
  for await (const part of request) {
    text += part;
  }
  return text && request.method === 'POST' ? JSON.parse(text) : null;
}

function json(response, value) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
