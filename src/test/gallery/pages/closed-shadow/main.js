import { plainChat } from '../../shared/plain-chat.js';

class CityAssistant extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'closed' });
    const launcher = document.createElement('button');
    const win = document.createElement('div');
    launcher.textContent = '在线咨询';
    launcher.style.cssText = 'position: fixed; right: 0; top: 45%; padding: 14px 10px; border: 0; background: #1f6fb5; color: #fff; writing-mode: vertical-rl; font-size: 15px; cursor: pointer';
    win.style.cssText = 'display: none; position: fixed; right: 60px; bottom: 30px; width: 370px; height: 500px; box-shadow: 0 2px 18px #0005';
    launcher.onclick = () => { win.style.display = win.style.display === 'none' ? 'block' : 'none'; };
    root.append(launcher, win);
    plainChat(win, '南屏政务助手');
  }
}

customElements.define('city-assistant', CityAssistant);
