
'use strict';
/* Plays what was drawn of a chatbot's window: boxes with looks and texts, nothing else. */
(async () => {
  const stage = document.getElementById('stage');
  const slider = document.getElementById('at');
  const button = document.getElementById('play');
  const speed = document.getElementById('speed');
  const time = document.getElementById('time');
  const packed = Uint8Array.from(atob(document.getElementById('film').textContent.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0));
  const opened = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const film = JSON.parse(await new Response(opened).text());
  const last = film.frames[film.frames.length - 1][0];
  stage.style.width = film.width + 'px';
  stage.style.height = film.height + 'px';
  stage.style.zoom = String(Math.min(1, (document.documentElement.clientWidth - 16) / film.width));
  slider.max = String(last);

  const scrolled = [];
  const draw = (number) => {
    const [style, scroll, ...parts] = film.nodes[number];
    const box = document.createElement('div');
    for (const one of film.styles[style].split(';')) {
      const colon = one.indexOf(':');
      if (colon > 0) box.style.setProperty(one.slice(0, colon), one.slice(colon + 1));
    }
    for (const part of parts) {
      box.append(part === '\n' ? document.createElement('br') : typeof part === 'string' ? part : draw(part));
    }
    if (scroll) scrolled.push([box, scroll]);
    return box;
  };

  let shown = -1;
  const show = (at) => {
    let i = 0;
    while (i + 1 < film.frames.length && film.frames[i + 1][0] <= at) i++;
    if (i !== shown) {
      shown = i;
      stage.replaceChildren(draw(film.frames[i][1]));
      for (const [box, top] of scrolled.splice(0)) box.scrollTop = top;
    }
    slider.value = String(Math.round(at));
    time.textContent = (at / 1000).toFixed(1) + ' / ' + (last / 1000).toFixed(1) + ' s';
  };

  let from = null;
  const stop = () => {
    from = null;
    button.textContent = button.dataset.play;
  };
  const step = (now) => {
    if (!from) return;
    const at = from.at + (now - from.now) * Number(speed.value);
    show(Math.min(at, last));
    if (at >= last) stop();
    else requestAnimationFrame(step);
  };
  const play = () => {
    const at = Number(slider.value) >= last ? 0 : Number(slider.value);
    from = { at, now: performance.now() };
    button.textContent = button.dataset.pause;
    requestAnimationFrame(step);
  };
  button.onclick = () => (from ? stop() : play());
  speed.onchange = () => { if (from) play(); };
  slider.oninput = () => {
    stop();
    show(Number(slider.value));
  };
  show(last);
})();
