import React, { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import Chat, { Bubble, Button, Flex, RateActions, RichText, Think, useMessages } from '@chatui/core';
import '@chatui/core/dist/index.css';
import { bot, setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const host = document.body.appendChild(document.createElement('div'));
const ask = bot(setting('transport', 'stream'));
const account = truth(host, () => [...host.querySelectorAll('.Bubble:not(.typing)')]);
const greeting = { type: 'text', content: { text: '您好，我是青江市智能客服小江，请问您要办理什么业务？' }, user: { name: '小江' } };
const picks = ['居住证办理需要哪些材料？', '公积金提取怎么办理？', '婚姻登记需要注意什么？'].map(name => ({ name }));

/** The kit's reasoning stays open when it is done; a portal folds it away. */
function Thoughts({ text, seconds }) {
  const box = useRef(null);
  useEffect(() => {
    if (seconds) box.current.querySelector('.Think-toggle').click();
  }, [seconds]);
  return <div ref={box}><Think isDone={Boolean(seconds)} thinkTime={seconds}>{text}</Think></div>;
}

/** Nothing happens when they are pressed. */
function Controls({ regenerate, copy, useful, useless }) {
  return (
    <Flex>
      <Button size="sm" variant="text">{regenerate}</Button>
      <Button size="sm" variant="text">{copy}</Button>
      <RateActions upTitle={useful} downTitle={useless} onClick={() => {}} />
    </Flex>
  );
}

function Answer({ type, content: { text, html, thinking, seconds, stop, controls } }) {
  return (
    <div>
      {thinking && <Thoughts text={thinking} seconds={seconds} />}
      {type === 'rich' && <Bubble><RichText content={html} /></Bubble>}
      {type === 'text' && <Bubble content={text} />}
      {stop && <Button size="sm">{stop}</Button>}
      {controls && <Controls {...controls} />}
    </div>
  );
}

function Service() {
  const { messages, appendMsg, updateMsg, setTyping, typing } = useTypingMessages();
  const [replies, setReplies] = useState(picks);
  const [stop, setStop] = useState('');

  function answer() {
    const shown = [];
    const show = (bubble, type, content) => {
      const message = { type, content: { ...shown[bubble]?.message.content, ...content } };
      if (shown[bubble]) updateMsg(shown[bubble].id, message);
      else shown[bubble] = { id: appendMsg(message) };
      shown[bubble].message = message;
    };
    const type = bubble => shown[bubble]?.message.type ?? 'waiting';
    const shownText = (bubble, name) => shown[bubble]?.message.content[name] ?? '';
    return event => {
      if (event.type === 'typing') setTyping(event.on);
      if (event.type === 'hold') show(event.bubble, 'text', { text: event.text });
      if (event.type === 'thinking') show(0, 'thoughts', { thinking: shownText(0, 'thinking') + event.text });
      if (event.type === 'thought') show(0, 'thoughts', { seconds: event.seconds });
      if (event.type === 'say') {
        setTyping(false);
        const flat = /^<p>[^<]*<\/p>$/.test(event.html);
        show(event.bubble, flat ? 'text' : 'rich', flat ? { text: event.text } : { html: event.html });
      }
      if (event.type === 'append') show(event.bubble, 'text', { text: shownText(event.bubble, 'text') + event.text });
      if (event.type === 'stop' && event.inComposer) setStop(event.on ? event.label : '');
      if (event.type === 'stop' && !event.inComposer) show(0, type(0), { stop: event.on && event.label });
      if (event.type === 'controls') show(event.bubble, type(event.bubble), { controls: event.labels });
      if (event.type === 'offer') setReplies(event.options.map(name => ({ name })));
      if (event.type === 'end') account.end(event);
    };
  }

  function handleSend(type, text) {
    if (type !== 'text' || !text.trim()) return;
    account.begin(text);
    appendMsg({ type: 'text', content: { text }, position: 'right' });
    setReplies(picks);
    ask(text, answer());
  }

  return (
    <Chat
      navbar={{ title: '智能客服' }}
      messages={messages}
      isTyping={typing}
      renderMessageContent={Answer}
      quickReplies={replies}
      onQuickReplyClick={({ name }) => handleSend('text', name)}
      placeholder="请输入您的问题"
      onSend={handleSend}
      rightAction={stop && { icon: 'stop', title: stop }}
    />
  );
}

function useTypingMessages() {
  const [typing, setTyping] = useState(false);
  return { ...useMessages([greeting]), typing, setTyping };
}

function Corner() {
  const [open, setOpen] = useState(false);
  return (
    <>
      {open && <div className="corner-window"><Service /></div>}
      <button type="button" className="corner-button" onClick={() => setOpen(!open)}>
        {open ? '收起' : '智能客服'}
      </button>
    </>
  );
}

createRoot(host).render(<Corner />);
