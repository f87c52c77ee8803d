import { plainChat } from '../../shared/plain-chat.js';

// A vendor's script is there at once; what it draws comes late, has no words, and does not look like a button.
window.ysf = () => {};
setTimeout(() => {
  const holder = document.createElement('div');
  holder.id = 'YSF-BTN-HOLDER';
  holder.style.cssText = 'position: absolute; left: 20px; top: 300px; width: 52px; height: 52px; background: #6a4aa5';
  holder.addEventListener('click', () => {
    if (document.querySelector('#vendor-window')) return;
    const place = document.createElement('div');
    place.id = 'vendor-window';
    place.style.cssText = 'position: fixed; right: 20px; bottom: 20px; width: 380px; height: 480px; box-shadow: 0 2px 18px #0005';
    document.body.append(place);
    plainChat(place, '乌兰口客服');
  });
  document.body.append(holder);
}, 5500);
