/* 智能客服小演 对话窗口。 */
window.XiaoYan = (function () {
  'use strict';

  var MASCOT = '/chat/sdk/mascot.svg';
  var HINTS = ['临时居民身份证办理需要多久？', '购买自住住房贷款需要什么条件？', '社保转移需要什么材料？', '公司注册需要多长时间？', '投诉多久有答复？'];
  var SHELL = '<div class="xy-head">'
    + '<img src="' + MASCOT + '" alt="小演" width="40" height="40">'
    + '<div class="xy-title"><b>小演</b><span>演示市政务服务智能客服</span></div>'
    + '<div class="xy-tools">'
    + '<button type="button" class="xy-history-btn" title="历史记录">历史</button>'
    + '<button type="button" class="xy-human" title="转人工服务">转人工</button>'
    + '<button type="button" class="xy-close" title="关闭" aria-label="关闭">×</button>'
    + '</div></div>'
    + '<div class="xy-body"><ul class="xy-list"></ul></div>'
    + '<div class="xy-login" style="display:none">请先登录后再进行咨询 <a href="/login" target="_blank">去登录</a></div>'
    + '<div class="xy-history" style="display:none"><h4>历史提问</h4><ol></ol><p>仅保留本次会话</p></div>'
    + '<div class="xy-stop" style="display:none"><button type="button">停止生成</button></div>'
    + '<div class="xy-guess" style="display:none"><span>猜你想问</span><div class="xy-chips"></div></div>'
    + '<div class="xy-foot">'
    + '<ul class="xy-hints" style="display:none"></ul>'
    + '<button type="button" class="xy-voice" title="语音输入">语音</button>'
    + '<textarea rows="1" maxlength="200" placeholder="请输入您想咨询的问题"></textarea>'
    + '<em class="xy-count">0/200</em>'
    + '<button type="button" class="xy-send">发送</button>'
    + '</div>'
    + '<p class="xy-tip">智能客服答复仅供参考，具体以办事窗口答复为准</p>';

  function el(tag, className, text) {
    var node = document.createElement(tag);
    if (className) {
      node.className = className;
    }
    if (text !== undefined) {
      node.textContent = text;
    }
    return node;
  }

  function button(className, text, onClick) {
    var node = el('button', className, text);
    node.type = 'button';
    node.addEventListener('click', onClick);
    return node;
  }

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function clock() {
    var now = new Date();
    return two(now.getHours()) + ':' + two(now.getMinutes());
  }

  /* ---- 文本格式 ---- */

  /** Headings, bullets, numbers, tables and paragraphs; anything else is plain text. */
  function parse(text) {
    var blocks = [];
    var open = null;

    function into(kind, content) {
      if (!open || open.kind !== kind) {
        open = { kind: kind, items: [] };
        blocks.push(open);
      }
      open.items.push(content);
    }

    text.split('\n').forEach(function (line) {
      var found;
      if (!line.trim()) {
        open = null;
      } else if ((found = /^#+ (.*)$/.exec(line))) {
        open = null;
        into('h4', found[1]);
        open = null;
      } else if ((found = /^- (.*)$/.exec(line))) {
        into('ul', found[1]);
      } else if ((found = /^\d+\. (.*)$/.exec(line))) {
        into('ol', found[1]);
      } else if (/^\|[\s|:-]+\|\s*$/.test(line)) {
        // The rule below a table's head.
      } else if ((found = /^\|(.*)\|\s*$/.exec(line))) {
        into('table', found[1].split('|').map(function (cell) { return cell.trim(); }));
      } else {
        into('p', line);
      }
    });
    return blocks;
  }

  function inline(parent, text) {
    var pattern = /\*\*([^*]+)\*\*|\[([^\]]*)\]\(([^)]*)\)/g;
    var from = 0;
    var found;
    while ((found = pattern.exec(text))) {
      parent.appendChild(document.createTextNode(text.slice(from, found.index)));
      parent.appendChild(found[1] ? el('strong', '', found[1]) : anchor(found[2], found[3]));
      from = pattern.lastIndex;
    }
    parent.appendChild(document.createTextNode(text.slice(from)));
  }

  function anchor(text, href) {
    var link = el('a', '', text);
    link.href = href;
    // 投诉信箱在本页打开，其余链接另开标签页。
    if (!/^tel:/.test(href) && href !== '/suggest/') {
      link.target = '_blank';
    }
    return link;
  }

  function bare(text) {
    return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1');
  }

  function table(rows) {
    var node = el('table');
    rows.forEach(function (cells, index) {
      var row = node.appendChild(el('tr'));
      cells.forEach(function (cell) {
        inline(row.appendChild(el(index ? 'td' : 'th')), cell);
      });
    });
    return node;
  }

  function draw(node, text) {
    node.textContent = '';
    parse(text).forEach(function (block) {
      if (block.kind === 'table') {
        node.appendChild(table(block.items));
        return;
      }
      var parent = node.appendChild(el(block.kind));
      block.items.forEach(function (item, index) {
        var list = block.kind === 'ul' || block.kind === 'ol';
        if (index && !list) {
          parent.appendChild(el('br'));
        }
        inline(list ? parent.appendChild(el('li')) : parent, item);
      });
    });
  }

  function plain(text) {
    return parse(text).map(function (block) {
      return block.items.map(function (item) {
        return bare(block.kind === 'table' ? item.join('\t') : item);
      }).join('\n');
    }).join('\n');
  }

  /* ---- 对话窗口 ---- */

  function mount(root, settings) {
    root.classList.add('xy-box');
    root.innerHTML = SHELL;
    var session = '';
    var body = root.querySelector('.xy-body');
    var list = root.querySelector('.xy-list');
    var input = root.querySelector('textarea');
    var guess = root.querySelector('.xy-guess');
    var history = root.querySelector('.xy-history');
    var stop = root.querySelector('.xy-stop');
    var stopCurrent = null;
    var guesses = [];
    var hints = root.querySelector('.xy-hints');
    var hintTimer = null;
    var known = [];

    function post(path, data) {
      return fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(data)
      });
    }

    function toEnd() {
      body.scrollTop = body.scrollHeight;
    }

    function toggle(node, on) {
      node.style.display = on ? '' : 'none';
    }

    function row(className) {
      var item = el('li', 'xy-msg ' + className);
      list.appendChild(item);
      return item;
    }

    function botRow() {
      var item = row('xy-bot');
      var avatar = el('img', 'xy-avatar');
      avatar.src = MASCOT;
      avatar.alt = '小演';
      item.appendChild(avatar);
      var main = item.appendChild(el('div', 'xy-main'));
      var meta = main.appendChild(el('div', 'xy-meta'));
      meta.appendChild(el('span', 'xy-name', '小演'));
      meta.appendChild(el('span', 'xy-time', clock()));
      return { item: item, main: main };
    }

    function typingSign() {
      var shown = botRow();
      var dots = shown.main.appendChild(el('div', 'xy-bubble xy-dots'));
      for (var i = 0; i < 3; i++) {
        dots.appendChild(el('i'));
      }
      toEnd();
      return shown.item;
    }

    function botBubble() {
      var shown = botRow();
      shown.bubble = shown.main.appendChild(el('div', 'xy-bubble'));
      shown.content = shown.bubble.appendChild(el('div', 'xy-content'));
      return shown;
    }

    function ownBubble(question) {
      var item = row('xy-mine');
      item.appendChild(el('div', 'xy-time', clock()));
      item.appendChild(el('div', 'xy-bubble', question));
      var status = item.appendChild(el('div', 'xy-status', '发送中'));
      toEnd();
      return status;
    }

    function optionList(labels) {
      var options = el('div', 'xy-options');
      labels.forEach(function (label) {
        options.appendChild(button('xy-option', label, function (event) {
          ask(label, event);
        }));
      });
      return options;
    }

    function showGuesses(labels) {
      guesses = labels;
      var chips = guess.querySelector('.xy-chips');
      chips.textContent = '';
      labels.forEach(function (label) {
        chips.appendChild(button('xy-chip', label, function (event) {
          ask(label, event);
        }));
      });
      toggle(guess, labels.length);
    }

    /* ---- 一次问答 ---- */

    function Turn(question, event) {
      this.question = question;
      this.stamp = event.timeStamp;
      this.first = null;
      this.last = null;
      this.firstTold = null;
      this.lastTold = null;
      this.thinkingFrom = null;
      this.thinking = '';
      this.texts = [];
      this.options = [];
      this.typing = typingSign();
      this.shown = null;
      this.ended = false;
    }

    /** Observers of the page are told when the task is over, and before what is queued here. */
    Turn.prototype.changed = function () {
      var turn = this;
      this.last = performance.now();
      if (this.first === null) {
        this.first = this.last;
      }
      queueMicrotask(function () {
        turn.lastTold = performance.now();
        if (turn.firstTold === null) {
          turn.firstTold = turn.lastTold;
        }
      });
    };

    Turn.prototype.quiet = function () {
      if (this.typing) {
        this.typing.remove();
        this.typing = null;
      }
    };

    Turn.prototype.bubble = function () {
      this.quiet();
      this.shown = botBubble();
      this.texts.push('');
    };

    /** Shows a text that is not yet the answer. */
    Turn.prototype.wait = function (text) {
      this.bubble();
      draw(this.shown.content, text);
      toEnd();
    };

    Turn.prototype.write = function (text) {
      if (!this.shown) {
        this.bubble();
      }
      this.texts[this.texts.length - 1] = text;
      draw(this.shown.content, text);
      this.changed();
    };

    Turn.prototype.think = function (text) {
      if (!this.shown) {
        this.bubble();
        this.thought = this.shown.bubble.insertBefore(el('div', 'xy-think'), this.shown.content);
        var head = this.thought.appendChild(button('xy-think-head', '深度思考中…', function () {
          head.parentNode.classList.toggle('xy-folded');
        }));
        this.thought.appendChild(el('div', 'xy-think-text'));
        this.thinkingFrom = performance.now();
      }
      this.thinking += text;
      this.thought.lastChild.textContent = this.thinking;
    };

    Turn.prototype.fold = function () {
      if (this.thought && !this.folded) {
        var seconds = Math.max(1, Math.round((performance.now() - this.thinkingFrom) / 1000));
        this.thought.firstChild.textContent = '已深度思考（用时 ' + seconds + ' 秒）';
        this.thought.classList.add('xy-folded');
        this.folded = true;
      }
    };

    Turn.prototype.piece = function (piece) {
      if (piece.thinking) {
        this.think(piece.thinking);
      }
      if (piece.text) {
        this.fold();
        this.write((this.texts[this.texts.length - 1] || '') + piece.text);
      }
      if (piece.done) {
        this.end(piece);
      }
      toEnd();
    };

    Turn.prototype.say = function (text) {
      this.shown = null;
      this.write(text);
    };

    /** The last change of the answer: choices, sources and buttons come with it. */
    Turn.prototype.end = function (extra) {
      if (this.ended) {
        return;
      }
      this.ended = true;
      this.quiet();
      if (this.shown) {
        this.addExtras(extra);
        this.changed();
      }
      if (stopCurrent && stopCurrent.turn === this) {
        stopCurrent = null;
        toggle(stop, false);
      }
      toEnd();
      queueMicrotask(this.report.bind(this));
    };

    Turn.prototype.addExtras = function (extra) {
      var bubble = this.shown.bubble;
      if (extra.options && extra.options.length) {
        this.options = extra.options;
        bubble.appendChild(optionList(extra.options));
      }
      if (extra.sources && extra.sources.length) {
        bubble.appendChild(sourceList(extra.sources));
      }
      if (extra.generated) {
        bubble.appendChild(el('div', 'xy-ai', '内容由AI生成，仅供参考'));
      }
      if (extra.related && extra.related.length) {
        showGuesses(extra.related);
      }
      this.shown.main.appendChild(actions(this, extra.generated));
    };

    Turn.prototype.report = function () {
      if (this.first === null) {
        return;
      }
      navigator.sendBeacon('/chat/telemetry', JSON.stringify({
        session: session,
        question: this.question,
        sentAt: performance.timeOrigin + this.stamp,
        firstTextMs: this.first - this.stamp,
        completeMs: this.last - this.stamp,
        firstToldMs: this.firstTold - this.stamp,
        completeToldMs: this.lastTold - this.stamp,
        thinkingMs: this.thinkingFrom === null ? -1 : this.thinkingFrom - this.stamp,
        bubbles: this.texts.map(plain),
        thinking: this.thinking,
        options: this.options,
        suggestions: guesses
      }));
    };

    function sourceList(sources) {
      var box = el('div', 'xy-sources');
      box.appendChild(el('div', 'xy-sources-head', '参考资料'));
      var items = box.appendChild(el('ol'));
      sources.forEach(function (source) {
        items.appendChild(el('li')).appendChild(anchor(source.text, source.href));
      });
      return box;
    }

    function actions(turn, generated) {
      var bar = el('div', 'xy-bar');
      if (generated) {
        bar.appendChild(button('xy-again', '重新生成', function (event) {
          ask(turn.question, event);
        }));
      }
      bar.appendChild(button('xy-copy', '复制', function () {
        navigator.clipboard.writeText(turn.texts.map(plain).join('\n\n'));
      }));
      bar.appendChild(rating('有用', 'useful'));
      bar.appendChild(rating('没用', 'useless'));
      return bar;
    }

    function rating(label, action) {
      return button('xy-rate', label, function (event) {
        event.currentTarget.classList.add('on');
        post('/chat/api/action', { session: session, action: action });
      });
    }

    /* ---- 答复的几种返回方式 ---- */

    function readLines(response, turn) {
      var reader = response.body.getReader();
      var decoder = new TextDecoder();
      var rest = '';

      function next(part) {
        if (part.done) {
          turn.end({});
          return undefined;
        }
        var lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
        rest = lines.pop();
        lines.forEach(function (line) {
          turn.piece(JSON.parse(line));
        });
        return reader.read().then(next);
      }

      offerStop(turn, function () {
        reader.cancel();
      });
      return reader.read().then(next);
    }

    function readEvents(ticket, turn) {
      var source = new EventSource('/chat/api/events?ticket=' + encodeURIComponent(ticket));
      offerStop(turn, function () {
        source.close();
      });
      source.onmessage = function (event) {
        var piece = JSON.parse(event.data);
        if (piece.done) {
          source.close();
        }
        turn.piece(piece);
      };
      source.onerror = function () {
        source.close();
        turn.end({});
      };
    }

    function offerStop(turn, cancel) {
      stopCurrent = { turn: turn, cancel: cancel };
      toggle(stop, true);
    }

    function showMessages(reply, turn, replaced) {
      var last = reply.messages.length - 1;
      reply.messages.reduce(function (before, message, index) {
        return before.then(function () {
          return show(message, index);
        });
      }, Promise.resolve());

      function show(message, index) {
        if (!message.wait) {
          put(message, index);
          return undefined;
        }
        turn.typing = typingSign();
        return new Promise(function (resolve) {
          setTimeout(function () {
            turn.quiet();
            put(message, index);
            resolve();
          }, message.wait);
        });
      }

      function put(message, index) {
        if (replaced && index === 0) {
          turn.write(message.text);
        } else {
          turn.say(message.text);
        }
        if (index === last) {
          turn.end({ options: message.options, related: reply.related });
        }
        toEnd();
      }
    }

    function handle(reply, turn) {
      if (reply.kind === 'messages') {
        showMessages(reply, turn, false);
      } else if (reply.kind === 'events') {
        readEvents(reply.ticket, turn);
      } else if (reply.kind === 'pending') {
        turn.wait(reply.say);
        return fetch('/chat/api/result?ticket=' + encodeURIComponent(reply.ticket))
          .then(json)
          .then(function (result) {
            showMessages(result, turn, true);
          });
      } else if (reply.kind === 'login') {
        turn.quiet();
        toggle(root.querySelector('.xy-login'), true);
      }
      return undefined;
    }

    function json(response) {
      if (!response.ok) {
        throw new Error('status ' + response.status);
      }
      return response.json();
    }

    function ask(question, event) {
      var status = ownBubble(question);
      var turn = new Turn(question, event);
      remember(question);
      post('/chat/api/ask', { session: session, question: question })
        .then(function (response) {
          status.textContent = '已送达';
          if (/ndjson/.test(response.headers.get('Content-Type') || '')) {
            return readLines(response, turn);
          }
          return json(response).then(function (reply) {
            return handle(reply, turn);
          });
        })
        .catch(function () {
          if (turn.shown) {
            turn.end({});
          } else {
            turn.say('系统繁忙，请稍后再试。');
            turn.end({});
          }
        });
    }

    function sendTyped(event) {
      var question = input.value.trim();
      if (!question) {
        return;
      }
      input.value = '';
      countCharacters();
      toggle(hints, false);
      ask(question, event);
    }

    /** How many pairs of neighbouring characters two questions share. */
    function alike(one, other) {
      var count = 0;
      for (var i = 0; i + 2 <= one.length; i++) {
        if (other.indexOf(one.slice(i, i + 2)) >= 0) {
          count++;
        }
      }
      return count;
    }

    /** 输入联想：输入停顿片刻后，列出与已输入文字相近的问题。 */
    function associate() {
      clearTimeout(hintTimer);
      hintTimer = setTimeout(function () {
        var typed = input.value.trim();
        var like = known.filter(function (question) {
          return question !== typed && alike(typed, question) >= Math.max(1, Math.min(3, typed.length - 1));
        });
        hints.textContent = '';
        like.slice(0, 4).forEach(function (question) {
          var item = hints.appendChild(el('li', '', question));
          item.addEventListener('click', function () {
            input.value = question;
            countCharacters();
            toggle(hints, false);
          });
        });
        toggle(hints, like.length > 0);
      }, 200);
    }

    function countCharacters() {
      root.querySelector('.xy-count').textContent = input.value.length + '/200';
    }

    function remember(question) {
      history.querySelector('ol').appendChild(el('li', '', question));
    }

    function greet(opened) {
      session = opened.session;
      list.appendChild(el('li', 'xy-day', '今天 ' + clock()));
      var shown = botBubble();
      draw(shown.content, opened.greeting);
      var hot = shown.bubble.appendChild(el('div', 'xy-hot'));
      hot.appendChild(el('div', 'xy-hot-head', '热门问题'));
      hot.appendChild(optionList(opened.hot));
      showGuesses(opened.guesses);
      known = opened.hot.concat(opened.guesses, HINTS);
    }

    root.querySelector('.xy-send').addEventListener('click', sendTyped);
    input.addEventListener('input', countCharacters);
    input.addEventListener('input', associate);
    input.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        sendTyped(event);
      }
    });
    stop.firstChild.addEventListener('click', function () {
      var current = stopCurrent;
      current.cancel();
      current.turn.end({});
    });
    root.querySelector('.xy-history-btn').addEventListener('click', function () {
      toggle(history, history.style.display === 'none');
    });
    root.querySelector('.xy-voice').addEventListener('click', function () {
      input.placeholder = '当前浏览器不支持语音输入，请输入文字';
    });
    root.querySelector('.xy-human').addEventListener('click', function () {
      post('/chat/api/action', { session: session, action: 'human' });
      draw(botBubble().content, '正在为您转接人工客服，当前排队人数较多，请耐心等待。');
      toEnd();
    });
    root.querySelector('.xy-close').addEventListener('click', function () {
      if (settings && settings.onClose) {
        settings.onClose();
      } else if (window.parent !== window) {
        window.parent.postMessage('xy-close', '*');
      } else {
        window.close();
      }
    });

    post('/chat/api/session', {}).then(json).then(greet);
  }

  return { mount: mount };
})();
