import { createApp, h, reactive } from 'vue';
import BeautifulChat from 'vue3-beautiful-chat/dist/vue3-beautiful-chat.esm.js';
import 'vue3-beautiful-chat/dist/vue3-beautiful-chat.css';
import { conversation } from '../../shared/conversation.js';
import { truth } from '../../shared/truth.js';

const host = document.body.appendChild(document.createElement('div'));
const account = truth(host, () => [...host.querySelectorAll('.words')]);
const view = reactive({ open: false, messages: [], typing: '' });
const participants = [{ id: 'bot', name: '小槐', imageUrl: '/shared/officer.svg' }];
const blue = { bg: '#2467a8', text: '#ffffff' };

const say = conversation(account, '您好，我是槐岭市政务小助手小槐，请问要办什么事？', ({ messages, typing, options }) => {
  view.typing = typing ? 'bot' : '';
  view.messages = messages.map(({ id, mine, text, html }, i) => ({
    id,
    type: 'text',
    author: mine ? 'me' : 'bot',
    data: { text, html },
    suggestions: i === messages.length - 1 ? options : [],
  }));
});

createApp({
  render: () => h(host.kit, {
    participants,
    titleImageUrl: '/shared/officer.svg',
    title: '小槐在线',
    placeholder: '请输入您的问题',
    messageList: view.messages,
    newMessagesCount: 0,
    isOpen: view.open,
    open: () => { view.open = true; },
    close: () => { view.open = false; },
    onMessageWasSent: ({ data }) => say(data.text),
    showEmoji: false,
    showFile: false,
    showTypingIndicator: view.typing,
    alwaysScrollToBottom: true,
    messageStyling: false,
    disableUserListToggle: true,
    colors: {
      header: blue, launcher: { bg: blue.bg }, messageList: { bg: '#ffffff' }, sentMessage: blue,
      receivedMessage: { bg: '#eaeef2', text: '#222222' }, userInput: { bg: '#f4f7f9', text: '#565867' },
    },
  }, {
    // Its own Markdown knows neither lists nor tables; portals fill this slot with what their server has drawn.
    'text-message-body': ({ message }) => h('div', { class: 'words', innerHTML: message.data.html }),
  }),
}).use({ install: app => { app.use(BeautifulChat); host.kit = app.component('BeautifulChat'); } }).mount(host);
