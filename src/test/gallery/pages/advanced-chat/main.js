import { register } from 'vue-advanced-chat';
import { clock, conversation } from '../../shared/conversation.js';
import { truth } from '../../shared/truth.js';

register();

const CITIZEN = 'citizen';
const BOT = 'xiaolan';
const users = [
  { _id: CITIZEN, username: '我', avatar: '/shared/citizen.svg', status: { state: 'online' } },
  { _id: BOT, username: '小岚', avatar: '/shared/officer.svg', status: { state: 'online' } },
];
const labels = {
  ROOMS_EMPTY: '没有会话', ROOM_EMPTY: '没有会话', NEW_MESSAGES: '新消息', MESSAGE_DELETED: '消息已删除', MESSAGES_EMPTY: '没有消息',
  CONVERSATION_STARTED: '会话开始于', TYPE_MESSAGE: '请输入您的问题', SEARCH: '搜索', IS_ONLINE: '在线', LAST_SEEN: '最近在线 ',
  IS_TYPING: '正在输入...', CANCEL_SELECT_MESSAGE: '取消',
};

const chat = document.createElement('vue-advanced-chat');
Object.assign(chat, {
  height: '600px',
  currentUserId: CITIZEN,
  singleRoom: true,
  roomsLoaded: true,
  // The kit looks for the end of its loading; it begins when the room is opened.
  messagesLoaded: false,
  showFiles: false,
  showAudio: false,
  showEmojis: false,
  // Fetched from outside otherwise, though no emoji is shown; an empty list is an error to the kit.
  emojiDataSource: 'data:application/json,' + encodeURIComponent(JSON.stringify(
    [{ annotation: '微笑', emoji: '🙂', group: 0, order: 1, version: 1, tags: [] }])),
  showReactionEmojis: false,
  messageActions: [],
  roomActions: [],
  usernameOptions: { minUsers: 2, currentUser: false },
  textMessages: labels,
});

let room = { roomId: 'consult', roomName: '小岚 · 政务智能咨询', avatar: '/shared/officer.svg', users, typingUsers: [] };
chat.rooms = [room];
document.querySelector('main').append(chat);

const account = truth(chat.shadowRoot,
  () => [...chat.shadowRoot.querySelectorAll('.vac-format-message-wrapper')]);
const say = conversation(account, '您好，我是江岚市智能客服小岚，请描述您要咨询的事项。', ({ messages, typing }) => {
  chat.messages = messages.map(({ id, mine, text, at }) => ({
    _id: id,
    senderId: mine ? CITIZEN : BOT,
    username: mine ? '我' : '小岚',
    avatar: mine ? undefined : '/shared/officer.svg',
    content: text,
    date: '今天',
    timestamp: clock(at),
    saved: true,
    distributed: true,
    seen: true,
  }));
  room = { ...room, typingUsers: typing ? [BOT] : [] };
  chat.rooms = [room];
});

chat.addEventListener('fetch-messages', () => {
  chat.messagesLoaded = false;
  requestAnimationFrame(() => { chat.messagesLoaded = true; });
});
chat.addEventListener('send-message', ({ detail: [{ content }] }) => say(content));
