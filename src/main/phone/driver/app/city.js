/** The demonstration city's chatbot over HTTP, however it chooses to answer. */
export class City {
  #session = '';

  /** Opens a conversation and returns the greeting, what is often asked and what one may ask next. */
  async greet() {
    const opened = await (await post('/chat/api/session', {})).json();
    this.#session = opened.session;
    return opened;
  }

  /**
   * Asks, and tells what comes as it comes.
   *
   * @param {string} question
   * @param {{wait: (text: string) => void, think: (text: string) => void, text: (piece: string) => void,
   *   bubble: (text: string) => void, end: (extra: object) => void, login: () => void}} ear
   */
  async ask(question, ear) {
    const response = await post('/chat/api/ask', { session: this.#session, question });
    if (/ndjson/.test(response.headers.get('Content-Type') ?? '')) {
      await lines(response, ear);
      return;
    }
    const reply = await said(response);
    if (reply.kind === 'messages') {
      await messages(reply, ear);
    } else if (reply.kind === 'events') {
      await events(reply.ticket, ear);
    } else if (reply.kind === 'pending') {
      ear.wait(reply.say);
      await messages(await said(await fetch(`/chat/api/result?ticket=${encodeURIComponent(reply.ticket)}`)), ear);
    } else {
      ear.login();
    }
  }

  /** Tells the city what was shown and when: the truth that a hearing is measured against. */
  report(truth) {
    navigator.sendBeacon('/chat/telemetry', JSON.stringify({ session: this.#session, ...truth }));
  }

  act(action) {
    return post('/chat/api/action', { session: this.#session, action });
  }
}

function post(path, data) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(data),
  });
}

async function said(response) {
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return response.json();
}

async function messages(reply, ear) {
  for (const message of reply.messages) {
    await new Promise((resolve) => setTimeout(resolve, message.wait));
    ear.bubble(message.text);
  }
  ear.end({ options: reply.messages.at(-1)?.options, related: reply.related });
}

async function lines(response, ear) {
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = whole.pop();
    whole.forEach((line) => piece(JSON.parse(line), ear));
  }
  ear.end({});
}

function events(ticket, ear) {
  return new Promise((resolve) => {
    const source = new EventSource(`/chat/api/events?ticket=${encodeURIComponent(ticket)}`);
    const end = () => {
      source.close();
      ear.end({});
      resolve();
    };
    source.onerror = end;
    source.onmessage = (event) => {
      const said = JSON.parse(event.data);
      piece(said, ear);
      if (said.done) {
        end();
      }
    };
  });
}

function piece(said, ear) {
  if (said.thinking) {
    ear.think(said.thinking);
  }
  if (said.text) {
    ear.text(said.text);
  }
  if (said.done) {
    ear.end(said);
  }
}
