(function () {
  'use strict';

  function id(name) {
    return document.getElementById(name);
  }

  function showDate() {
    var now = new Date();
    id('today').textContent = now.getFullYear() + '年' + (now.getMonth() + 1) + '月' + now.getDate() + '日 星期'
      + '日一二三四五六'.charAt(now.getDay());
  }

  function switchTab(event) {
    var chosen = event.currentTarget;
    document.querySelectorAll('.tab').forEach(function (tab) {
      tab.classList.toggle('on', tab === chosen);
      id(tab.dataset.tab).hidden = tab !== chosen;
    });
  }

  function closeNotice() {
    id('noticeMask').remove();
    document.body.style.overflow = '';
  }

  showDate();
  document.querySelectorAll('.tab').forEach(function (tab) {
    tab.addEventListener('click', switchTab);
  });
  id('qrToggle').addEventListener('click', function () {
    id('qrPop').hidden = !id('qrPop').hidden;
  });
  id('toTop').addEventListener('click', function () {
    window.scrollTo(0, 0);
  });
  document.querySelectorAll('.nav a').forEach(function (link) {
    link.classList.toggle('on', link.getAttribute('href') === location.pathname);
  });
  if (id('noticeMask')) {
    document.body.style.overflow = 'hidden';
    id('noticeClose').addEventListener('click', closeNotice);
    id('noticeOk').addEventListener('click', closeNotice);
  }
})();
