import React from 'react';
import { createRoot } from 'react-dom/client';
import { Chat } from '@douyinfe/semi-ui/dist/umd/semi-ui.min.js';
import '@douyinfe/semi-ui/dist/css/semi.min.css';
import { setting } from '../../shared/bot.js';
import { useBot } from '../../shared/react-bot.js';
import { truth } from '../../shared/truth.js';

const host = document.querySelector('#consult');
const account = truth(host, () => [...host.querySelectorAll('.semi-chat-chatBox-content-bubble, .semi-chat-chatBox-content-userBubble')]);

const roles = {
  user: { name: '我', avatar: '/semi/robot.svg' },
  assistant: { name: '云岭智答', avatar: '/semi/robot.svg' },
};

function Consult() {
  const { messages, typing, options, busy, send } = useBot(account, setting('transport', 'socket'),
    '您好，我是云岭智答，办事流程、材料、时限都可以问我。');
  const chats = messages.map(({ id, mine, text, time }, i) => ({
    id,
    role: mine ? 'user' : 'assistant',
    content: text,
    createAt: time.getTime(),
    status: busy && !mine && i === messages.length - 1 ? 'incomplete' : 'complete',
  }));
  if (typing) chats.push({ id: 'typing', role: 'assistant', content: '', status: 'loading' });
  return (
    <Chat
      align="leftRight"
      mode="bubble"
      chats={chats}
      roleConfig={roles}
      hints={options}
      onHintClick={send}
      onMessageSend={send}
      placeholder="请输入您的问题"
      showClearContext={false}
      uploadProps={{ action: '/' }}
      style={{ height: 560 }}
    />
  );
}

createRoot(host).render(<Consult />);
