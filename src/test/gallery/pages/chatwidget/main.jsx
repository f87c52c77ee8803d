import React from 'react';
import { createRoot } from 'react-dom/client';
import {
  Widget, addResponseMessage, addUserMessage, deleteMessages, setQuickButtons, toggleMsgLoader,
} from 'react-chat-widget';
import 'react-chat-widget/lib/styles.css';
import { bot, setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const host = document.body.appendChild(document.createElement('div'));
const account = truth(host, () => [...host.querySelectorAll('.rcw-message-text')]);
const ask = bot(setting('transport', 'poll'));
let loading = false;
let turn = 0;

function typing(on) {
  if (on !== loading) toggleMsgLoader();
  loading = on;
}

/** The kit has no way to change a message: it is taken out and a new one put in. */
function answer() {
  const prefix = `${++turn}a`;
  const shown = new Set();
  function show({ bubble, text }) {
    const id = prefix + bubble;
    if (shown.has(id)) deleteMessages(1, id);
    shown.add(id);
    addResponseMessage(text, id);
  }
  return {
    typing: ({ on }) => typing(on),
    hold: show,
    say: event => {
      typing(false);
      show(event);
    },
    offer: ({ options }) => setQuickButtons(options.map(option => ({ label: option, value: option }))),
    end: event => account.end(event),
  };
}

function send(question) {
  account.begin(question);
  setQuickButtons([]);
  const steps = answer();
  ask(question, event => steps[event.type]?.(event));
}

function choose(question) {
  addUserMessage(question);
  send(question);
}

createRoot(host).render(
  <Widget
    title="在线客服"
    subtitle="麓城市政务服务中心"
    senderPlaceHolder="请输入您的问题"
    profileAvatar="/chatwidget/robot.svg"
    emojis={false}
    handleNewUserMessage={send}
    handleQuickButtonClicked={choose}
  />,
);
addResponseMessage('您好，这里是麓城市政务服务中心，请问有什么可以帮您？');
