import React from 'react';
import { createRoot } from 'react-dom/client';
import { AiChat } from '@nlux/react';
import '@nlux/themes/nova.css';
import { bot, setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const ask = bot(setting('transport', 'sse'));
let account = null;

const adapter = {
  streamText(question, observer) {
    account.begin(question);
    const steps = {
      say: ({ text }) => observer.next(text),
      append: ({ text }) => observer.next(text),
      end: event => {
        // The kit forgets what it was given before it had drawn anything, if it is told at once that this was all.
        setTimeout(() => observer.complete(), 300);
        account.end(event);
      },
    };
    ask(question, event => steps[event.type]?.(event));
  },
};

class PolicyAssistant extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<link rel="stylesheet" href="/nlux/main.css"><div style="height: 560px"></div>';
    account = truth(root,
      () => [...root.querySelectorAll('.nlux-comp-message')]);
    createRoot(root.lastChild).render(
      <AiChat
        adapter={adapter}
        displayOptions={{ colorScheme: 'light' }}
        composerOptions={{ placeholder: '请输入您想了解的政策' }}
        conversationOptions={{ historyPayloadSize: 0 }}
        // With its animation the kit draws a letter in the frame after its tick, and takes away what it draws into with
        // the last tick: on a busy machine the last letter is lost for good. Without it the order is certain.
        messageOptions={{ markdownLinkTarget: 'self', skipStreamingAnimation: true }}
        personaOptions={{
          assistant: { name: '政策小灵通', tagline: '您好，我可以解答惠企利民政策。', avatar: '/nlux/robot.svg' },
          user: { name: '市民', avatar: '/nlux/robot.svg' },
        }}
      />,
    );
  }
}

customElements.define('policy-assistant', PolicyAssistant);
