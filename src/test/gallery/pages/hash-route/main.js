import { plainChat } from '../../shared/plain-chat.js';

// A single-page portal: what follows the # decides what is shown; the chat is one of its views.
const view = document.querySelector('#view');
const home = '<h2>办事大厅</h2><p>请选择服务：<a href="#/guide">办事指南</a>　<a href="#/chat">智能问答</a></p>';
const guide = '<h2>办事指南</h2><p>个人办事、法人办事共计1286项。<a href="#/home">返回</a></p>';

function route() {
  const path = location.hash.slice(1) || '/home';
  view.innerHTML = path === '/guide' ? guide : path === '/chat' ? '<div class="chat-view"></div>' : home;
  const place = view.querySelector('.chat-view');
  if (place) plainChat(place, '松原智能问答');
}

window.addEventListener('hashchange', route);
route();
