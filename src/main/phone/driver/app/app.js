import { chatScreen } from './chat.js';
import { browser, cities, dialer, login, main, miniProgram, service, splash, web } from './screens.js';

/** The demonstration city's app: which screen is open, and what comes before one may use it. */

const PACKAGE = 'city.yanshi.app';
const PERMISSIONS = 'com.android.permissioncontroller';
const SPLASH_MS = 3000;

/** What the app does with a link, by its address; all others are pages inside it. */
const LEADS = [
  [/^tel:/, 'dialer'],
  [/^\/leave\//, 'leave'],
  [/^\/out\//, 'browser'],
  [/^\/apply\//, 'service'],
  [/^\/query\//, 'miniProgram'],
  [/\/archive\//, 'nothing'],
];

export class App {
  #around;
  #window = null;
  #screens = [];
  #settled;
  #place;

  /** @param {{windows: object, settings: object, asked: (number: number) => void}} around */
  constructor(around) {
    this.#around = around;
    this.#settled = around.settings.noReset;
    this.#place = around.settings.elsewhere ? '虚构市' : '演示市';
  }

  launch() {
    if (this.#window) {
      // Back from the background: as it was left.
      this.#around.windows.raise(this.#window);
      return;
    }
    this.#window = this.#around.windows.open({
      package: PACKAGE,
      css: 'resizes',
      back: () => this.#back(),
    });
    const timer = setTimeout(() => this.#begin(), SPLASH_MS);
    this.#show(
      splash(() => {
        clearTimeout(timer);
        this.#begin();
      }),
      '.SplashActivity',
    );
  }

  #show(screen, activity) {
    this.#window.dataset.activity = activity;
    this.#window.replaceChildren(screen);
  }

  async #begin() {
    if (!this.#window) {
      return;
    }
    this.#open('main', '首页');
    if (this.#settled) {
      this.#openWished();
      return;
    }
    if (!(await this.#privacy())) {
      this.end();
      return;
    }
    if (!this.#around.settings.autoGrant) {
      await this.#permission();
    }
    await this.#city();
    this.#settled = true;
    this.#openWished();
  }

  /** A session may name the activity that it wants in front. */
  #openWished() {
    if (this.#around.settings.activity === '.WebActivity') {
      this.#open('web');
    }
  }

  #privacy() {
    return this.#choice({
      title: '用户协议与隐私政策',
      message: '请您阅读并同意《用户协议》和《隐私政策》后使用本应用。',
      from: PACKAGE,
      choices: [
        { label: '同意并继续', id: 'btn_agree', means: true },
        { label: '不同意并退出', id: 'btn_refuse', means: false },
      ],
    });
  }

  #permission() {
    return this.#choice({
      title: '允许“演示市”获取此设备的位置信息吗？',
      message: '',
      from: PERMISSIONS,
      ids: { panel: 'grant_dialog', title: 'permission_message', message: 'detail_message' },
      choices: [
        { label: '仅在使用该应用时允许', id: 'permission_allow_foreground_only_button', means: true },
        { label: '不允许', id: 'permission_deny_button', means: false },
      ],
    });
  }

  #city() {
    return this.#choice({
      title: '切换城市',
      message: `当前定位城市为${this.#place === '演示市' ? '虚构市' : '演示市'}，是否切换？`,
      from: PACKAGE,
      choices: [
        { label: '切换', id: 'btn_switch', means: true },
        { label: `留在${this.#place}`, id: 'btn_stay', means: false },
      ],
    });
  }

  #chooseCity() {
    if (this.#around.settings.elsewhere) {
      this.#open('cities');
    } else {
      this.#city();
    }
  }

  #choice(dialog) {
    return new Promise((resolve) => {
      const choices = dialog.choices.map((choice) => ({ ...choice, then: () => resolve(choice.means) }));
      this.#around.windows.dialog({ ...dialog, choices });
    });
  }

  /* ---- Screens ---- */

  #open(kind, tab) {
    if (kind === 'main') {
      this.#screens = [{ kind, tab }];
    } else {
      this.#screens.push(this.#made(kind));
    }
    this.#draw();
    this.#screens.at(-1).greet?.();
  }

  #made(kind) {
    const back = () => this.#back();
    if (kind === 'web') {
      return { kind, activity: '.WebActivity', element: web(back) };
    }
    if (kind === 'login') {
      this.#awaitPerson();
      return { kind, activity: '.LoginActivity', element: login(back) };
    }
    if (kind === 'service') {
      return { kind, activity: '.ServiceActivity', element: service(back) };
    }
    if (kind === 'cities') {
      return { kind, activity: '.CityActivity', element: cities(back, (name) => this.#moveTo(name)) };
    }
    const { settings, asked } = this.#around;
    const chat = chatScreen({ settings, asked, back, follow: (href) => this.#follow(href) });
    return { kind, activity: '.ChatActivity', ...chat };
  }

  #draw() {
    const screen = this.#screens.at(-1);
    const element =
      screen.element ??
      main(screen.tab, {
        tab: (name) => this.#open('main', name),
        place: this.#place,
        city: () => this.#chooseCity(),
        chat: () => this.#open(this.#around.settings.loginWall ? 'login' : 'chat'),
        web: () => this.#open('web'),
      });
    this.#show(element, screen.activity ?? '.MainActivity');
  }

  /** A session may want somebody to log in, as a person beside the phone would. */
  #awaitPerson() {
    const { personLogsInAfterMs } = this.#around.settings;
    if (personLogsInAfterMs !== null) {
      setTimeout(() => {
        this.#screens.pop();
        this.#open('chat');
      }, personLogsInAfterMs);
    }
  }

  #moveTo(name) {
    this.#place = name;
    this.#open('main', '首页');
  }

  /** What a touched link of the chat does. */
  #follow(href) {
    const kind = LEADS.find(([pattern]) => pattern.test(href))?.[1] ?? 'page';
    const does = {
      nothing: () => {},
      page: () => this.#push({ kind, activity: '.PageActivity', element: web(() => this.#back(), '详情', href) }),
      service: () => this.#open('service'),
      browser: () => this.#other('com.android.browser', '.BrowserActivity', browser(href)),
      dialer: () => this.#other('com.android.dialer', '.DialtactsActivity', dialer(href.slice('tel:'.length))),
      miniProgram: () => this.#other('com.tencent.mm', '.plugin.appbrand.ui.AppBrandUI', miniProgram()),
      leave: () => this.#leaving(() => this.#other('com.android.browser', '.BrowserActivity', browser(href))),
    };
    does[kind]();
  }

  #push(screen) {
    this.#screens.push(screen);
    this.#draw();
  }

  /** Another app comes to the front, over this one. */
  #other(name, activity, content) {
    const { windows } = this.#around;
    const window = windows.open({ package: name, activity, back: () => windows.close(window) }, content);
    // The keyboard goes with what was typed into.
    document.activeElement.blur();
  }

  #leaving(go) {
    this.#around.windows.dialog({
      title: '即将离开本应用',
      message: '您即将访问外部网站，是否继续？',
      from: PACKAGE,
      cancelable: true,
      choices: [
        { label: '继续访问', id: 'btn_continue', then: go },
        { label: '取消', id: 'btn_cancel' },
      ],
    });
  }

  #back() {
    if (!this.pop()) {
      this.leave();
    }
  }

  /** Goes back to the screen before; returns whether there was one. */
  pop() {
    const more = this.#screens.length > 1;
    if (more) {
      this.#screens.pop();
      this.#draw();
    }
    return more;
  }

  /**
   * Returns where the WebView on top is to lead, whether it is this app's, and how large it is, in CSS pixels; null if
   * there is none.
   */
  web() {
    const place = [...document.querySelectorAll('[data-class="android.webkit.WebView"]')].at(-1);
    if (!place) {
      return null;
    }
    const own = place.closest('.window').dataset.package === PACKAGE;
    return { own, href: place.dataset.href ?? null, width: place.clientWidth, height: place.clientHeight };
  }

  /* ---- Coming and going ---- */

  leave() {
    this.#around.windows.closeAll(PERMISSIONS);
    this.#window?.remove();
  }

  /** Returns whether it was running. */
  end() {
    const was = this.#window !== null;
    this.#around.windows.closeAll(PACKAGE);
    this.#window = null;
    this.#screens = [];
    return was;
  }

  /** As Android counts: 1 not running, 3 in the background, 4 in front. */
  state() {
    return this.#window ? (this.#window.isConnected ? 4 : 3) : 1;
  }

  crash() {
    this.end();
    if (this.#around.settings.dialect === 'xcuitest') {
      return; // an iPhone says nothing of it
    }
    this.#around.windows.dialog({
      title: '演示市已停止运行',
      message: '',
      from: 'android',
      ids: { panel: 'android:id/parentPanel', title: 'android:id/alertTitle', message: 'android:id/message' },
      choices: [
        { label: '重新打开应用', id: 'android:id/aerr_restart', then: () => this.launch() },
        { label: '关闭应用', id: 'android:id/aerr_close' },
      ],
    });
  }

  /** Asks something that has nothing to do with what goes on. */
  interrupt() {
    this.#around.windows.dialog({
      title: '发现新版本',
      message: '为了更好地为您服务，请更新到最新版本。',
      from: PACKAGE,
      cancelable: true,
      choices: [
        { label: '立即更新', id: 'btn_update' },
        { label: '以后再说', id: 'btn_later' },
      ],
    });
  }
}
