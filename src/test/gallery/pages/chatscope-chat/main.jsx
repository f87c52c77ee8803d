import React from 'react';
import { createRoot } from 'react-dom/client';
import {
  Avatar, Button, ChatContainer, ConversationHeader, MainContainer, Message, MessageInput, MessageList, TypingIndicator,
} from '@chatscope/chat-ui-kit-react/dist/chat-ui-kit-react.min.js';
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import { setting } from '../../shared/bot.js';
import { clock, useBot } from '../../shared/react-bot.js';
import { truth } from '../../shared/truth.js';

const FACE = '/chatscope/robot.svg';
const host = document.querySelector('#chat');
const account = truth(host, () => [...host.querySelectorAll('.cs-message__html-content')]);

function Consult() {
  const { messages, typing, options, send } = useBot(account, setting('transport', 'fetch'),
    '您好，这里是岚山市政务咨询台，请输入您要咨询的问题。');
  return (
    <MainContainer>
      <ChatContainer>
        <ConversationHeader>
          <Avatar src={FACE} name="小岚" />
          <ConversationHeader.Content userName="政务咨询·小岚" info="7×24小时在线" />
        </ConversationHeader>
        <MessageList typingIndicator={typing && <TypingIndicator content="小岚正在输入" />}>
          {messages.map(({ id, mine, html, time }) => (
            <Message key={id} model={{ type: 'html', payload: html, direction: mine ? 'outgoing' : 'incoming', position: 'single' }}>
              {!mine && <Avatar src={FACE} name="小岚" />}
              <Message.Header sender={mine ? '' : '小岚'} sentTime={clock(time)} />
            </Message>
          ))}
          {options.length > 0 && (
            <Message key="options" model={{ type: 'custom', direction: 'incoming', position: 'single' }} avatarSpacer>
              <Message.CustomContent>
                {options.map(option => <Button key={option} border onClick={() => send(option)}>{option}</Button>)}
              </Message.CustomContent>
            </Message>
          )}
        </MessageList>
        <MessageInput placeholder="请输入您的问题" attachButton={false} onSend={(html, text) => send(text)} />
      </ChatContainer>
    </MainContainer>
  );
}

createRoot(host).render(<Consult />);
