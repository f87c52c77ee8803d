// Lets everybody type, and answers nobody who has not logged in.
const talk = document.querySelector('.talk');
talk.innerHTML = `<h4 style="margin: 0; padding: 10px; background: #25a; color: #fff">义水智能问答</h4>
  <div class="said" style="height: 370px; overflow-y: auto; padding: 10px"><p>您好，我是智能问答小义，请问有什么可以帮您？</p></div>
  <div style="display: flex; padding: 8px"><input placeholder="请输入您的问题" style="flex: 1"><button type="button">发送</button></div>`;
const said = talk.querySelector('.said');
const input = talk.querySelector('input');
const line = text => said.append(Object.assign(document.createElement('p'), { textContent: text }));

function send() {
  if (!input.value.trim()) return;
  line(input.value);
  input.value = '';
  setTimeout(() => line('您还未登录，请先登录后再咨询。'), 300);
}

talk.querySelector('button').onclick = send;
input.onkeydown = event => { if (event.key === 'Enter') send(); };
