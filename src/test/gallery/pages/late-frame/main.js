// The chatbot is another company's page, opened from another origin, and slow to come.
const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const address = `http://${other}:${location.port}/late-frame-chat/${location.search}`;
const button = document.createElement('div');
button.className = 'kf';
button.innerHTML = '<img src="/late-frame/robot.svg" alt="机器人客服" width="64" height="64">';
button.onclick = () => {
  if (document.querySelector('.kf-win')) return;
  const frame = document.createElement('iframe');
  frame.className = 'kf-win';
  frame.title = '智能问答';
  frame.src = address;
  document.body.append(frame);
};
document.body.append(button);
