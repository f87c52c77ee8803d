import { plainChat } from '../../shared/plain-chat.js';

// The vendor's page fetches its settings first; that takes a while.
setTimeout(() => {
  document.querySelector('#loading').remove();
  plainChat(document.querySelector('#chat'), '智能问答机器人');
}, 1500);
