// Marks are kept in the page's own storage as they are given, each with its time, and handed back as one file.
(() => {
  'use strict';
  const about = document.body.dataset;
  const at = (id) => document.getElementById(id);
  const tasks = Array.from(document.querySelectorAll('.task'), (section) => ({
    section,
    key: ['target', 'scenario', 'indicator', 'evidence'].map((name) => section.dataset[name]).join('|'),
    radios: Array.from(section.querySelectorAll('input[type=radio]')),
    reason: section.querySelector('select'),
    note: section.querySelector('textarea'),
  }));
  const dots = Array.from(document.querySelectorAll('.dots button'));
  const store = ['wenda-review', about.run, about.role, about.person, about.batch, about.index].join('|');
  const fileName = [about.run, about.person, about.batch].join('-') + '.json';
  let state = { marks: {}, saved: 0 };
  let current = 0;
  let file = null;
  let writing = Promise.resolve();

  const words = (pattern, ...args) => args.reduce((text, arg, i) => text.replace('#' + (i + 1), String(arg)), pattern);
  const marksOf = (task) => state.marks[task.key] || [];
  const lastOf = (task) => marksOf(task)[marksOf(task).length - 1];
  const given = () => tasks.reduce((sum, task) => sum + marksOf(task).length, 0);

  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem(store));
      if (kept && typeof kept.marks === 'object') state = kept;
    } catch (fault) {
      say(about.forgets, 'warn');
    }
  }

  function keep() {
    try {
      localStorage.setItem(store, JSON.stringify(state));
      return true;
    } catch (fault) {
      say(about.forgets, 'warn');
      return false;
    }
  }

  function say(text, kind) {
    at('status').textContent = text;
    at('status').className = kind || '';
  }

  function count() {
    const done = tasks.filter((task) => lastOf(task)).length;
    const unsaved = given() - state.saved;
    at('progress').value = done;
    at('count').textContent =
      words(about.progress, done, tasks.length) + (unsaved > 0 ? ' · ' + words(about.unsaved, unsaved) : '');
    document.body.dataset.pending = String(unsaved);
    tasks.forEach((task, i) => dots[i].classList.toggle('done', Boolean(lastOf(task))));
  }

  /** A rule's mark is shown once there is one's own. */
  function reveal(task) {
    const machine = task.section.querySelector('.machine');
    if (machine && !machine.hasChildNodes() && lastOf(task)) {
      machine.append(task.section.querySelector('template').content.cloneNode(true));
    }
  }

  function fill(task) {
    const last = lastOf(task);
    const value = last ? (last.unjudged ? 'x' : String(last.value)) : task.section.dataset.prefilled;
    task.radios.forEach((radio) => {
      radio.checked = radio.value === value;
    });
    task.reason.value = (last && last.unjudged) || '';
    task.note.value = last ? last.note : '';
    task.section.querySelector('.why-not').hidden = value !== 'x';
    reveal(task);
  }

  function hint(task, text, kind) {
    const line = task.section.querySelector('.task-state');
    line.textContent = text;
    line.className = 'task-state ' + (kind || '');
  }

  /** Takes what the fields say as a mark, if it is one and says something new. */
  function take(task) {
    const chosen = task.radios.find((radio) => radio.checked);
    if (!chosen) return;
    const note = task.note.value;
    const mark = { note, at: new Date().toISOString(), blind: isBlind(task) };
    task.section.querySelector('.why-not').hidden = chosen.value !== 'x';
    if (chosen.value !== 'x') {
      mark.value = Number(chosen.value);
    } else if (!task.reason.value) {
      hint(task, about.reasonNeeded, 'warn');
      return;
    } else if (task.reason.value === 'other' && !note.trim()) {
      hint(task, about.noteNeeded, 'warn');
      return;
    } else {
      mark.unjudged = task.reason.value;
    }
    const last = lastOf(task);
    if (last && last.value === mark.value && last.unjudged === mark.unjudged && last.note === note) return;
    state.marks[task.key] = marksOf(task).concat([mark]);
    hint(task, keep() ? about.kept : '', '');
    reveal(task);
    count();
    if (file) write();
  }

  function isBlind(task) {
    const machine = task.section.querySelector('.machine');
    return !machine || !machine.hasChildNodes();
  }

  function show(index) {
    current = Math.max(0, Math.min(tasks.length - 1, index));
    const shown = tasks[current].section.dataset.shows.split(' ');
    tasks.forEach((task, i) => {
      task.section.hidden = i !== current;
    });
    document.querySelectorAll('.held-one').forEach((held) => {
      held.hidden = !shown.includes(held.id);
    });
    dots.forEach((dot, i) => (i === current ? dot.setAttribute('aria-current', 'true') : dot.removeAttribute('aria-current')));
    fill(tasks[current]);
    at('evidence').scrollTop = 0;
    tasks[current].section.querySelector('h2').focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function nextOpen() {
    for (let step = 1; step <= tasks.length; step++) {
      const index = (current + step) % tasks.length;
      if (!lastOf(tasks[index])) return show(index);
    }
    return show(current + 1);
  }

  function choose(value) {
    const task = tasks[current];
    task.radios.find((radio) => radio.value === value).checked = true;
    take(task);
    if (value === 'x') task.reason.focus();
  }

  /** Arrows only walk among the levels: a mark on the way would already show what the rule says. */
  function walk(radio, step) {
    const radios = tasks[current].radios;
    radios[(radios.indexOf(radio) + step + radios.length) % radios.length].focus();
  }

  /** What differs between raters and was left as it was filled in is the third person's word when they save. */
  function accept() {
    tasks.forEach((task) => {
      const { prefilled, differ } = task.section.dataset;
      if (prefilled !== '' && differ === 'true' && !lastOf(task)) {
        state.marks[task.key] = [{ value: Number(prefilled), note: '', at: new Date().toISOString(), blind: true }];
      }
    });
    keep();
  }

  function text() {
    const items = tasks.filter((task) => lastOf(task)).map((task) => {
      const { target, scenario, indicator, evidence } = task.section.dataset;
      const item = { target, indicator, evidence, marks: marksOf(task) };
      return scenario ? { target, scenario, ...item } : item;
    });
    return JSON.stringify({
      schemaVersion: 1,
      kind: 'wenda-review-marks',
      run: about.run,
      role: about.role,
      person: about.person,
      batch: about.batch,
      seed: Number(about.seed),
      index: { edition: about.edition, sha256: about.index },
      savedAt: new Date().toISOString(),
      items,
    }, null, 1);
  }

  function saved() {
    state.saved = given();
    keep();
    say(about.saved, 'ok');
    count();
    fill(tasks[current]);
  }

  function ready() {
    tasks[current].note.blur();
    accept();
    if (given() === 0) say(about.nothing, 'warn');
    return given() > 0;
  }

  function save() {
    if (!ready()) return;
    if (file) {
      write();
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    saved();
  }

  /** One after the other: a slow disk must not end with the older text. */
  function write() {
    writing = writing.then(async () => {
      try {
        const out = await file.createWritable();
        await out.write(text());
        await out.close();
        saved();
      } catch (fault) {
        file = null;
        say(about.fileFailed, 'warn');
      }
    });
  }

  async function saveInto() {
    if (!ready()) return;
    try {
      file = await window.showSaveFilePicker({
        suggestedName: fileName,
        types: [{ accept: { 'application/json': ['.json'] } }],
      });
    } catch (fault) {
      return;
    }
    write();
  }

  const keys = {
    n: () => show(current + 1),
    Enter: () => show(current + 1),
    p: () => show(current - 1),
    u: nextOpen,
    x: () => choose('x'),
    m: () => tasks[current].note.focus(),
    e: () => at('evidence').focus(),
    s: save,
    '?': () => {
      at('help').open = !at('help').open;
    },
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches('textarea, select');
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      save();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input[type=radio]') && event.key.startsWith('Arrow')) {
      event.preventDefault();
      walk(event.target, event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1);
      return;
    }
    if (typing && event.key === 'Escape') {
      event.target.blur();
      tasks[current].section.querySelector('h2').focus({ preventScroll: true });
      return;
    }
    if (typing) return;
    if (event.key === 'Enter' && event.target.matches('button, a, summary, img')) return;
    if ('0123'.includes(event.key) && event.key.length === 1) {
      event.preventDefault();
      choose(event.key);
    } else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  tasks.forEach((task, i) => {
    task.radios.forEach((radio) => radio.addEventListener('change', () => take(task)));
    task.reason.addEventListener('change', () => take(task));
    task.note.addEventListener('change', () => take(task));
    task.section.querySelector('.back-one').addEventListener('click', () => show(i - 1));
    task.section.querySelector('.next-one').addEventListener('click', () => show(i + 1));
  });
  dots.forEach((dot, i) => dot.addEventListener('click', () => show(i)));
  document.querySelectorAll('figure img').forEach((picture) => {
    picture.tabIndex = 0;
    picture.addEventListener('click', () => picture.classList.toggle('large'));
    picture.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') picture.classList.toggle('large');
    });
  });
  at('save').addEventListener('click', save);
  at('next-open').addEventListener('click', nextOpen);
  at('save-into').hidden = typeof window.showSaveFilePicker !== 'function';
  at('save-into').addEventListener('click', saveInto);
  window.addEventListener('beforeunload', (event) => {
    if (given() > state.saved) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
  // The same page in another tab: whoever marked last is right, and nothing is lost.
  window.addEventListener('storage', (event) => {
    if (event.key === store) {
      load();
      count();
      fill(tasks[current]);
    }
  });

  load();
  count();
  show(Math.max(0, tasks.findIndex((task) => !lastOf(task))));
})();
