/* 智能客服小演 接入脚本：在页面右下角显示入口，点击后打开对话窗口。 */
(function () {
  'use strict';

  var script = document.currentScript;
  var mode = script.getAttribute('data-mode');
  var page = script.getAttribute('data-page');
  var panel = null;

  function load(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
    document.head.appendChild(element);
    return element;
  }

  function createLauncher() {
    var launcher = document.createElement('div');
    launcher.className = 'xy-launcher';
    launcher.title = '智能客服小演';
    launcher.innerHTML = '<img src="/chat/sdk/mascot.svg" alt=""><span>智能客服<b>小演</b></span>';
    launcher.addEventListener('click', toggle);
    document.body.appendChild(launcher);
    return launcher;
  }

  function createPanel() {
    var created = document.createElement('div');
    created.className = 'xy-panel';
    document.body.appendChild(created);
    if (mode === 'frame') {
      var frame = document.createElement('iframe');
      frame.src = page;
      frame.title = '智能客服';
      frame.setAttribute('frameborder', '0');
      created.appendChild(frame);
    } else {
      window.XiaoYan.mount(created, { onClose: toggle });
    }
    return created;
  }

  function toggle() {
    if (!panel) {
      panel = createPanel();
      return;
    }
    panel.style.display = panel.style.display === 'none' ? '' : 'none';
  }

  // The framed page asks its host to close it.
  window.addEventListener('message', function (event) {
    if (event.data === 'xy-close' && panel) {
      toggle();
    }
  });

  load('link', { rel: 'stylesheet', href: '/chat/sdk/chat.css' });
  if (mode === 'frame') {
    createLauncher();
  } else {
    load('script', { src: '/chat/sdk/chat.js' }).addEventListener('load', createLauncher);
  }
})();
