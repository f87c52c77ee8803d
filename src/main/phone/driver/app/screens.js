import { image, view } from '/device/view.js';

/** The app's screens besides the chat. Each is made of what it offers; what a touch leads to is the app's business. */

const MASCOT = '/chat/sdk/mascot.svg';
const TABS = ['首页', '办事', '消息', '我的'];
const HOME = '演示市';
const MATTERS = [
  '临时居民身份证申领',
  '社会保障卡办理及发放',
  '开具户籍证明',
  '住房公积金帐户启封',
  '购买自住住房贷款申请',
  '社保转移到外地',
  '内资企业及分支机构设立登记',
  '内资有限责任公司变更登记',
  '内资有限责任公司注销登记',
  '个体工商户增、减、补、换发证照手续',
  '职工参保登记',
  '咨询投诉',
];

export function splash(skip) {
  return view(
    'FrameLayout',
    { id: 'splash', css: 'content splash' },
    image({ id: 'iv_splash', css: 'mascot' }, MASCOT),
    view('TextView', { id: 'tv_skip', css: 'skip', text: '跳过', click: skip }),
  );
}

/**
 * @param {string} tab which of the tabs is open
 * @param {{tab: (name: string) => void, place: string, city: () => void, chat: () => void, web: () => void}} does
 *   place: the city that is chosen; elsewhere than in 演示市 there is nobody to talk to
 */
export function main(tab, does) {
  const bar = TABS.map((name) =>
    view(
      'FrameLayout',
      { css: 'tab', desc: name, selected: name === tab, click: () => does.tab(name) },
      view('TextView', { text: name }),
    ),
  );
  return view(
    'LinearLayout',
    { css: 'content main' },
    BODIES[tab](does),
    view('LinearLayout', { id: 'tab_bar', css: 'tabs' }, ...bar),
  );
}

const BODIES = {
  首页: (does) =>
    view(
      'FrameLayout',
      { css: 'body' },
      view(
        'LinearLayout',
        { css: 'head' },
        view('TextView', { id: 'tv_city', css: 'city', text: does.place, click: does.city }),
        view('EditText', { id: 'et_search', css: 'search', hint: '搜索事项、政策' }),
      ),
      view('TextView', { css: 'headline', text: '演示市政务服务（演示应用，内容均为虚构）' }),
      // Drawn, without words: what a person sees and an accessibility service does not.
      does.place === HOME ? image({ id: 'iv_mascot', css: 'launcher-mascot', click: does.web }, MASCOT) : null,
    ),
  办事: () =>
    view(
      'ScrollView',
      { id: 'sv_matters', css: 'body scrolls' },
      view(
        'LinearLayout',
        {},
        ...MATTERS.map((matter) => view('TextView', { id: 'tv_matter', css: 'entry', text: matter, click: () => {} })),
      ),
    ),
  消息: () => view('FrameLayout', { css: 'body' }, view('TextView', { css: 'headline', text: '暂无消息' })),
  我的: (does) =>
    view(
      'LinearLayout',
      { css: 'body' },
      view('TextView', { css: 'headline', text: '登录/注册', click: () => {} }),
      view('TextView', { css: 'entry', text: '我的办件', click: () => {} }),
      view('TextView', { css: 'entry', text: '意见反馈', click: () => {} }),
      ...(does.place === HOME
        ? [
            view('TextView', { id: 'tv_service', css: 'entry', text: '智能客服', click: does.chat }),
            view('TextView', { id: 'tv_online', css: 'entry', text: '在线咨询', click: does.web }),
          ]
        : []),
      view('TextView', { css: 'entry', text: '设置', click: () => {} }),
    ),
};

/** A page of the web inside the app; the driver puts it there. */
export function web(back, title = '在线咨询', href) {
  return view(
    'LinearLayout',
    { css: 'content web' },
    view(
      'LinearLayout',
      { id: 'toolbar', css: 'toolbar' },
      view('ImageButton', { desc: '返回', css: 'up', click: back }),
      view('TextView', { id: 'tv_title', text: title }),
    ),
    page('webview', href),
  );
}

/** @param {string} [href] where it leads, below the city's address; without it to the city's chat */
function page(id, href) {
  const element = view('android.webkit.WebView', { id, css: 'page' });
  if (href !== undefined) {
    element.dataset.href = href;
  }
  return element;
}

/** A screen of the app's own on which something can be done; the button does nothing here. */
export function service(back) {
  return view(
    'LinearLayout',
    { css: 'content chat' },
    toolbar(back, '在线办理'),
    view('TextView', { css: 'headline', text: '请核对事项后开始申请' }),
    view('TextView', { css: 'entry', text: '事项名称' }),
    view('TextView', { css: 'entry', text: '办理条件' }),
    view('Button', { id: 'btn_apply', css: 'button', text: '立即申请', click: () => {} }),
  );
}

/** A screen that lets in only whom it knows. */
export function login(back) {
  return view(
    'LinearLayout',
    { css: 'content chat' },
    toolbar(back, '登录'),
    view('EditText', { id: 'et_phone', css: 'field', hint: '请输入手机号' }),
    view('EditText', { id: 'et_code', css: 'field', hint: '请输入短信验证码' }),
    view('TextView', { id: 'tv_code', css: 'entry', text: '获取验证码', click: () => {} }),
    view('Button', { id: 'btn_login', css: 'button', text: '登录', click: () => {} }),
  );
}

/** The places that the app serves. */
export function cities(back, choose) {
  return view(
    'LinearLayout',
    { css: 'content chat' },
    toolbar(back, '选择城市'),
    ...['演示市', '虚构市', '示例市'].map((name) =>
      view('TextView', { css: 'entry', text: name, click: () => choose(name) }),
    ),
  );
}

function toolbar(back, title) {
  return view(
    'LinearLayout',
    { id: 'toolbar', css: 'toolbar' },
    view('ImageButton', { desc: '返回', css: 'up', click: back }),
    view('TextView', { id: 'tv_title', text: title }),
  );
}

/* ---- Other apps of the phone ---- */

export function browser(href) {
  return view(
    'LinearLayout',
    { css: 'content web' },
    view(
      'LinearLayout',
      { css: 'head' },
      view('EditText', { id: 'com.android.browser:id/url', css: 'search address', hint: '搜索或输入网址' }),
    ),
    page('com.android.browser:id/page', href),
  );
}

export function dialer(number) {
  return view(
    'LinearLayout',
    { css: 'content' },
    view('TextView', { id: 'com.android.dialer:id/digits', css: 'digits', text: number }),
    view('ImageButton', { id: 'com.android.dialer:id/call', css: 'button', desc: '拨号', click: () => {} }),
  );
}

export function miniProgram() {
  return view(
    'LinearLayout',
    { css: 'content' },
    view('TextView', { css: 'headline', text: '演示市政务服务小程序' }),
    view('TextView', { css: 'entry', text: '进度查询' }),
  );
}
