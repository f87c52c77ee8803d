import { setting } from '../../shared/bot.js';
import { truth } from '../../shared/truth.js';

const { WebChat } = window;
const host = document.querySelector('#webchat');
const account = truth(host, () => [...host.querySelectorAll('.webchat__basic-transcript .webchat__bubble__content')]);

const store = WebChat.createStore({}, () => next => action => {
  const activity = action.payload?.activity;
  if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && activity.type === 'message') account.begin(activity.text);
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activity.name === 'turnEnd') {
    const result = next(action);
    account.end(activity.value);
    return result;
  }
  return next(action);
});

WebChat.renderWebChat({
  directLine: WebChat.createDirectLine({
    token: 'gallery',
    domain: location.origin + '/v3/directline',
    webSocket: setting('directline', 'polling') === 'socket',
    pollingInterval: 250,
  }),
  store,
  locale: 'zh-Hans',
  userID: 'citizen',
  styleOptions: { hideUploadButton: true, botAvatarInitials: '政', userAvatarInitials: '我' },
}, host);
