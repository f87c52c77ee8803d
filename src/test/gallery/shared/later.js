// A chat window that shows something else first, and loads the chat kit only then.

const load = (src, type) => new Promise((done, failed) => {
  const script = Object.assign(document.createElement('script'), { src, type, onload: done, onerror: failed });
  document.head.append(script);
});

const stage = () => document.querySelector('.pane .stage');

/** Shows the stages one after the other when the window is opened, then the kit. */
export function open(...stages) {
  document.querySelector('.ask-me').onclick = () => {
    document.querySelector('.pane').style.display = 'block';
    next(stages);
  };
}

function next([first, ...rest]) {
  if (!first) return chat();
  stage().innerHTML = first.html;
  first.begin(stage(), () => next(rest));
}

async function chat() {
  stage().outerHTML = '<div id="webchat"></div>';
  await load('/webchat/library.js', 'text/javascript');
  await load('/webchat/main.js', 'module');
}

/** Asks for the region by two lists. */
export const region = {
  html: `<p>请选择您要咨询的区域：</p>
    <p><select name="city"><option value="">请选择市</option><option>平江市</option><option>临溪市</option></select>
    <select name="county"><option value="">请选择区县</option></select></p>
    <p><button type="button" disabled>进入咨询</button></p>`,
  begin(root, done) {
    const [city, county] = root.querySelectorAll('select');
    const button = root.querySelector('button');
    const counties = { 平江市: ['市本级', '桥东区', '渡口县'], 临溪市: ['市本级', '竹林区'] };
    city.onchange = () => {
      county.innerHTML = '<option value="">请选择区县</option>' + (counties[city.value] ?? []).map(name => `<option>${name}</option>`).join('');
      button.disabled = true;
    };
    county.onchange = () => { button.disabled = !county.value; };
    button.onclick = () => {
      window.witness('chose ' + city.value + county.value);
      done();
    };
  },
};

/** Asks for the region by buttons. */
export const places = {
  html: '<p>您好，请先选择咨询的地区</p>' + ['全省', '通天市', '石门州', '玉龙县'].map(name => `<button type="button" class="place">${name}</button> `).join(''),
  begin(root, done) {
    for (const button of root.querySelectorAll('.place')) {
      button.onclick = () => {
        window.witness('chose ' + button.textContent);
        done();
      };
    }
  },
};

/** Asks for consent before anything can be typed. */
export const consent = {
  html: `<p>为向您提供咨询服务，我们将记录您的提问内容。我们不会收集您的手机号码等个人信息，详见<a href="#privacy">《隐私政策》</a>。</p>
    <p><label><input type="checkbox" style="opacity: 0; position: absolute"><i style="display: inline-block; width: 14px; height: 14px; border: 1px solid #888; vertical-align: -2px"></i> 我已阅读并同意《用户服务协议》和《隐私政策》</label></p>
    <p><button type="button" disabled>同意并开始咨询</button> <button type="button">不同意</button></p>`,
  begin(root, done) {
    const tick = root.querySelector('[type=checkbox]');
    const [agree, refuse] = root.querySelectorAll('button');
    tick.onchange = () => {
      agree.disabled = !tick.checked;
      root.querySelector('i').style.background = tick.checked ? '#0a6' : '';
    };
    agree.onclick = () => {
      window.witness('agreed');
      done();
    };
    refuse.onclick = () => { document.querySelector('.pane').style.display = 'none'; };
  },
};

/** Wants to know who asks. */
export const telephone = {
  html: `<form id="who"><p>您好，为便于回访，请先验证您的手机号</p>
    <p><input type="tel" placeholder="手机号"></p><p><input type="text" placeholder="短信验证码" style="width: 120px"> <button type="button" data-never>获取验证码</button></p>
    <p><label><input type="checkbox"> 同意《隐私政策》</label></p><p><button type="submit" data-never>同意并开始咨询</button></p></form>`,
  begin() {},
};
