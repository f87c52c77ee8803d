// The city's bot as its pages reach it, over each transport that chat pages use.
//
// What a page is told of an answer, one event at a time; what its kit has no means for it leaves out:
//   typing    on: show or hide the typing sign
//   hold      bubble, text: a text that is not the answer and that the bubble's `say` replaces
//   thinking  text: more of the reasoning, which stands above the answer and is not part of it; the first one opens it
//   thought   seconds: the reasoning is over; fold it away behind a heading such as “已深度思考（用时 6 秒）”
//   say       bubble, text (Markdown), html: a bubble, or what replaces its placeholder
//   append    bubble, text: more of a bubble
//   offer     options: questions to choose from
//   stop      on, label, inComposer: show or take away the button that stops the stream, in the composer or under the
//             answer; nobody presses it
//   controls  bubble, labels ({ regenerate, copy, useful, useless }): buttons under a bubble
//   end       first, bubbles, options, links, sources, controls, thinking: all is said, and what it was in plain words, for truth.js

const wait = ms => new Promise(done => setTimeout(done, ms));
const json = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const transports = {
  async fetch(question, say) {
    const response = await fetch('/bot/ask', json({ question }));
    await play((await response.json()).events, say);
  },

  async xhr(question, say) {
    const request = new XMLHttpRequest();
    const loaded = new Promise(done => { request.onload = done; });
    request.open('POST', '/bot/ask');
    request.setRequestHeader('Content-Type', 'application/json');
    request.send(JSON.stringify({ question }));
    await loaded;
    await play(JSON.parse(request.responseText).events, say);
  },

  async stream(question, say) {
    const response = await fetch('/bot/stream', json({ question }));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop();
      lines.forEach(line => say(JSON.parse(line)));
    }
  },

  sse(question, say) {
    const source = new EventSource('/bot/sse?question=' + encodeURIComponent(question));
    source.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.type === 'end') source.close();
      say(event);
    };
  },
};

async function play(events, say) {
  for (const event of events) {
    if (event.afterMs > 0) await wait(event.afterMs);
    say(event);
  }
}

/** A socket that is opened with the page and stays open. */
function socket() {
  let listener = null;
  const opened = fetch('/bot/socket').then(response => response.json()).then(({ url }) => new Promise(done => {
    const line = new WebSocket(url);
    line.onmessage = ({ data }) => listener?.(JSON.parse(data));
    line.onopen = () => done(line);
  }));
  return async (question, say) => {
    listener = say;
    (await opened).send(JSON.stringify({ question }));
  };
}

/** One request is always under way, as on portals whose gateways allow nothing else. */
function poll() {
  const visitor = crypto.randomUUID();
  let listener = null;
  (async () => {
    for (;;) {
      const response = await fetch('/bot/poll?visitor=' + visitor);
      (await response.json()).events.forEach(event => listener?.(event));
    }
  })();
  return async (question, say) => {
    listener = say;
    await fetch('/bot/say', json({ visitor, question }));
  };
}

/** Returns how to ask: a function of the question and of what is told each event of the answer. */
export function bot(transport) {
  if (transport === 'socket') return socket();
  if (transport === 'poll') return poll();
  return transports[transport];
}

export const setting = (name, usual) => new URLSearchParams(location.search).get(name) ?? usual;
