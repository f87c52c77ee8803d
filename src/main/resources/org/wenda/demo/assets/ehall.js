/* 网上办事大厅：页面由脚本按地址中的路由生成。 */
(function () {
  'use strict';

  var app = document.getElementById('app');

  function add(parent, tag, text, className) {
    var node = parent.appendChild(document.createElement(tag));
    node.textContent = text || '';
    if (className) {
      node.className = className;
    }
    return node;
  }

  function list(parent, heading, items) {
    add(parent, 'h2', heading);
    var all = add(parent, 'ul');
    items.forEach(function (item) {
      add(all, 'li', item);
    });
  }

  function show(matter) {
    document.title = matter.title + '在线办理 - 网上办事大厅（演示）';
    app.textContent = '';
    add(app, 'div', '本站为软件演示站点，城市、机构、地址、电话及全部内容均为虚构', 'demo-strip');
    var main = add(app, 'main', '', 'wrap main');
    var card = add(main, 'article', '', 'card doc');
    add(card, 'h1', matter.title + '在线办理');
    list(card, '办理条件', matter.conditions);
    list(card, '需要上传的材料', matter.materials);
    var actions = add(card, 'p', '', 'doc-actions');
    var apply = add(actions, 'a', '立即办理', 'primary');
    apply.href = '/login?next=' + encodeURIComponent('/apply/' + matter.id);
  }

  function route() {
    var id = location.hash.replace(/^#\/?/, '');
    fetch('/ehall/api?id=' + encodeURIComponent(id))
      .then(function (response) {
        return response.ok ? response.json().then(show) : add(app, 'h1', '页面不存在');
      });
  }

  addEventListener('hashchange', route);
  route();
})();
