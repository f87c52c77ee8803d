import React, { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { Button, Input, MessageBox } from 'react-chat-elements';
import 'react-chat-elements/dist/main.css';
import { Virtuoso } from 'react-virtuoso';
import { setting } from '../../shared/bot.js';
import { clock, useBot } from '../../shared/react-bot.js';
import { truth } from '../../shared/truth.js';

const host = document.querySelector('#chat');
const account = truth(host, drawn);

/** Returns the messages at their own indices; what the list does not draw just now is a hole. */
function drawn() {
  const messages = [];
  for (const item of host.querySelectorAll('[data-item-index]')) {
    messages[item.dataset.itemIndex] = item.querySelector('.rce-mbox-text');
  }
  return messages;
}

function Hall() {
  const { messages, typing, options, send } = useBot(account, setting('transport', 'stream'),
    '您好，欢迎使用滨泉市智能问答，请问您要咨询什么？');
  const input = useRef(null);
  const clear = useRef(() => {});

  function sendInput() {
    send(input.current.value);
    clear.current();
  }

  return (
    <div className="hall">
      <h1>滨泉市智能问答</h1>
      <Virtuoso
        className="flow"
        data={messages}
        computeItemKey={(index, { id }) => id}
        followOutput={() => 'auto'}
        increaseViewportBy={400}
        itemContent={(index, { mine, html, time }) => (
          <MessageBox
            type="text"
            position={mine ? 'right' : 'left'}
            title={mine ? '我' : '小滨'}
            text={<div dangerouslySetInnerHTML={{ __html: html }} />}
            date={time}
            dateString={clock(time)}
          />
        )}
      />
      {typing && <MessageBox type="system" text="对方正在输入" />}
      <div className="picks">
        {options.map(option => <Button key={option} type="outlined" text={option} onClick={() => send(option)} />)}
      </div>
      <Input
        referance={input}
        clear={done => { clear.current = done; }}
        multiline
        placeholder="请输入您的问题"
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          sendInput();
        }}
        rightButtons={<Button text="发送" onClick={sendInput} />}
      />
    </div>
  );
}

createRoot(host).render(<Hall />);
