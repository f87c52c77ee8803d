import { setTimeout as pause } from 'node:timers/promises';
import { BaseDriver, DeviceSettings, errors, JWProxy } from '@appium/base-driver';
import { Chromium } from './chromium.js';
import { checkedFaults } from './faults.js';
import { MOBILE } from './mobile.js';
import { Site } from './site.js';
import { WebView } from './webview.js';

/** The display: an Android phone of 720 × 1600 pixels at 320 dpi. */
const DISPLAY = { width: 360, height: 800, ratio: 2 };
const PACKAGE = 'city.yanshi.app';
const NATIVE = 'NATIVE_APP';
const BACK_KEY = 4;
const HOME_KEY = 3;
const ENTER_KEY = 66;

/** Where in the time that a dump takes the tree is read: never known to who asked, so not always the same. */
const MOMENTS = [0.2, 0.8, 0.5];

/** Commands in the WebView context that are the phone's all the same. */
const NOT_PROXIED = [
  ['GET', /^\/session\/[^/]+\/(appium\/)?contexts?/],
  ['POST', /^\/session\/[^/]+\/(appium\/)?context/],
  ['POST', /^\/session\/[^/]+\/appium/],
  ['GET', /^\/session\/[^/]+\/appium/],
  ['POST', /execute\/sync/],
];

const TROUBLES = {
  'no such element': errors.NoSuchElementError,
  'stale element reference': errors.StaleElementReferenceError,
  'invalid selector': errors.InvalidSelectorError,
  'invalid element state': errors.InvalidElementStateError,
};

const CONSTRAINTS = {
  city: { isString: true },
  page: { isString: true },
  chromium: { isString: true },
  chromedriver: { isString: true },
  appPackage: { isString: true },
  appActivity: { isString: true },
  autoGrantPermissions: { isBoolean: true },
  autoLaunch: { isBoolean: true },
  noReset: { isBoolean: true },
  dumpDelayMs: { isNumber: true },
  bubbles: { isString: true, inclusionCaseInsensitive: ['lines', 'whole'] },
  semantics: { isString: true, inclusionCaseInsensitive: ['views', 'compose'] },
  drawnText: { isBoolean: true },
  sticker: { isBoolean: true },
  loginWall: { isBoolean: true },
  personLogsInAfterMs: { isNumber: true },
  elsewhere: { isBoolean: true },
  faults: {},
};

/**
 * A simulated Android phone that behaves towards a client as UiAutomator2 does. Its screens are laid out by Chromium;
 * there is no Android, and it says so in its capabilities and in what it tells of the device.
 */
export class SimDroidDriver extends BaseDriver {
  static executeMethodMap = MOBILE;

  /** How the screen is told of. */
  dialect = 'uiautomator2';

  /** How many of the places that a client names make one CSS pixel. */
  unit = DISPLAY.ratio;

  webName = `WEBVIEW_${PACKAGE}`;

  #site;
  #screen;
  #webView = null;
  #shown = null;
  #proxy = null;
  #hidden = false;
  #dumps = 0;
  #failing = { 'dump-timeout': 0, stale: 0 };
  #timeoutMs = 0;

  constructor(options, shouldValidateCaps) {
    super(options, shouldValidateCaps);
    this.desiredCapConstraints = CONSTRAINTS;
    this.locatorStrategies = ['id', 'accessibility id', 'class name', 'xpath', '-android uiautomator'];
  }

  /* ---- Session ---- */

  async createSession(...args) {
    const [id, caps] = await super.createSession(...args);
    try {
      const faults = checkedFaults(caps.faults ?? []);
      this.settings = new DeviceSettings({ dumpDelayMs: caps.dumpDelayMs ?? 400 });
      this.#site = await Site.start(caps.city && new URL(caps.city));
      this.#screen = await Chromium.start(this.#wish(DISPLAY));
      await this.#screen.visit(this.#site.screen);
      await this.perform('start', { ...DISPLAY, dialect: this.dialect, ...this.#appSettings(caps), faults });
    } catch (problem) {
      await this.deleteSession(id);
      throw problem;
    }
    this.caps = { ...caps, ...this.device() };
    return [id, this.caps];
  }

  #wish(size) {
    const { chromedriver = 'chromedriver', chromium } = this.opts;
    return { chromedriver, chromium, ...DISPLAY, ...size, userAgent: this.userAgent };
  }

  #appSettings(caps) {
    return {
      activity: caps.appActivity,
      noReset: caps.noReset ?? false,
      autoGrant: caps.autoGrantPermissions ?? false,
      autoLaunch: caps.autoLaunch ?? true,
      bubbles: caps.bubbles ?? 'lines',
      compose: caps.semantics === 'compose',
      drawnText: caps.drawnText ?? false,
      sticker: caps.sticker ?? false,
      loginWall: caps.loginWall ?? false,
      personLogsInAfterMs: caps.personLogsInAfterMs ?? null,
      elsewhere: caps.elsewhere ?? false,
    };
  }

  device() {
    return {
      simulated: true,
      deviceName: 'simulated',
      deviceModel: 'SimDroid (simulated)',
      deviceManufacturer: 'simulated',
      platformVersion: '14',
      deviceScreenSize: `${DISPLAY.width * DISPLAY.ratio}x${DISPLAY.height * DISPLAY.ratio}`,
      deviceScreenDensity: DISPLAY.ratio * 160,
      pixelRatio: DISPLAY.ratio,
      appPackage: PACKAGE,
    };
  }

  async deleteSession(id) {
    await this.#closeWebView();
    await this.#screen?.stop();
    await this.#site?.stop();
    await super.deleteSession(id);
  }

  /** Before each command the phone says what has happened since the last. */
  async executeCommand(command, ...args) {
    if (this.sessionId && this.#screen && command !== 'deleteSession' && command !== 'createSession') {
      await this.#catchUp();
    }
    return super.executeCommand(command, ...args);
  }

  async #catchUp() {
    const { due, web } = await this.perform('state');
    for (const fault of due) {
      await this.#strike(fault);
    }
    if (this.#webView && web?.href !== this.#shown?.href) {
      await this.#closeWebView();
    }
    if (web && !this.#webView) {
      this.#shown = web;
      this.#webView = await WebView.open(this.#wish({}), web, this.#address(web.href));
    }
  }

  /** Where a WebView leads: the app's chat, or a link of the city. */
  #address(href) {
    if (href !== null) {
      return new URL(href, this.opts.city).href;
    }
    return this.opts.page ?? new URL('/chat/?embed=1', this.opts.city).href;
  }

  async #closeWebView() {
    const closing = this.#webView;
    this.#webView = null;
    this.#shown = null;
    this.#proxy = null;
    await closing?.stop();
  }

  async #strike(fault) {
    if (fault.kind === 'session-dies') {
      const gone = new errors.NoSuchDriverError('The session died, as was asked of the simulation');
      await this.startUnexpectedShutdown(gone);
      throw gone;
    }
    if (fault.kind === 'webview-hidden') {
      this.#hidden = true;
    } else {
      this.#failing[fault.kind] = fault.times;
      this.#timeoutMs = fault.timeoutMs;
    }
  }

  /** Has the page that is the phone's screen do something. */
  async perform(name, ...args) {
    const answer = await this.#screen.run('return phone.perform(...arguments)', name, ...args);
    if (answer.trouble) {
      throw new (TROUBLES[answer.trouble] ?? errors.UnknownError)(answer.message);
    }
    return answer.value;
  }

  /* ---- The tree ---- */

  async getPageSource() {
    return this.#reading(() => this.perform('source'));
  }

  /** Takes as long as a phone takes, and reads the tree at some moment of that time. */
  async #reading(read) {
    if (this.#failing['dump-timeout'] > 0) {
      this.#failing['dump-timeout']--;
      await pause(this.#timeoutMs);
      throw new errors.UnknownError(
        `Timed out after ${this.#timeoutMs}ms waiting for the root AccessibilityNodeInfo in the active window. ` +
          'Make sure the active window is not constantly hogging the main UI thread (e.g. the application is being ' +
          'idle long enough), so the accessibility manager could do its work',
      );
    }
    const { dumpDelayMs } = this.settings.getSettings();
    const before = dumpDelayMs * MOMENTS[this.#dumps++ % MOMENTS.length];
    await pause(before);
    await this.#tellWeb();
    const tree = await read();
    await pause(dumpDelayMs - before);
    return tree;
  }

  async #tellWeb() {
    await this.perform('told', this.#webView ? await this.#webView.tree() : null);
  }

  async findElOrEls(strategy, selector, multiple, context) {
    const wish = { strategy, selector, multiple, context: context ?? null };
    const find = () => this.#reading(() => this.perform('find', wish));
    const until = Date.now() + this.implicitWaitMs;
    let found = await find();
    while (found.length === 0 && Date.now() < until) {
      found = await find();
    }
    const elements = found.map((id) => ({ 'element-6066-11e4-a52e-4f735466cecf': id, ELEMENT: id }));
    if (!multiple && elements.length === 0) {
      throw new errors.NoSuchElementError(`An element could not be located on the page using '${strategy}': ${selector}`);
    }
    return multiple ? elements : elements[0];
  }

  async #element(id) {
    if (this.#failing.stale > 0) {
      this.#failing.stale--;
      throw new errors.StaleElementReferenceError(`The element '${id}' does not exist in DOM anymore`);
    }
    await this.#tellWeb();
    return this.perform('describe', id);
  }

  async getText(id) {
    return (await this.#element(id)).text;
  }

  async getName(id) {
    return (await this.#element(id)).name;
  }

  async getAttribute(name, id) {
    await this.#element(id);
    return this.perform('attribute', id, name);
  }

  async getProperty(name, id) {
    return this.getAttribute(name, id);
  }

  async getElementRect(id) {
    const { left, top, right, bottom } = await this.#element(id);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  async elementDisplayed(id) {
    await this.#element(id);
    return true;
  }

  async elementEnabled(id) {
    return (await this.#element(id)).enabled;
  }

  async elementSelected(id) {
    return (await this.#element(id)).selected;
  }

  async active() {
    const id = await this.perform('active');
    return { 'element-6066-11e4-a52e-4f735466cecf': id, ELEMENT: id };
  }

  /* ---- Touching ---- */

  async click(id) {
    const { left, top, right, bottom } = await this.#element(id);
    await this.tapAt((left + right) / 2, (top + bottom) / 2);
  }

  async tapAt(x, y, holdMs) {
    const point = { x: x / this.unit, y: y / this.unit };
    const inWeb = this.#webView && (await this.perform('webPoint', point));
    if (inWeb) {
      await this.#webView.tap(inWeb.x, inWeb.y);
    } else {
      await this.#screen.tap(point.x, point.y, holdMs);
    }
  }

  async performActions(actions) {
    await this.#screen.actions(await Promise.all(actions.map((source) => this.#inCssPixels(source))));
  }

  async #inCssPixels(source) {
    const moved = [];
    for (const action of source.actions ?? []) {
      moved.push(action.type === 'pointerMove' ? await this.#movement(action) : action);
    }
    return { ...source, actions: moved };
  }

  async #movement(action) {
    const id = action.origin?.['element-6066-11e4-a52e-4f735466cecf'];
    const rect = id ? await this.getElementRect(id) : { x: 0, y: 0, width: 0, height: 0 };
    return {
      ...action,
      origin: id ? 'viewport' : action.origin,
      x: Math.round((rect.x + rect.width / 2 + action.x) / this.unit),
      y: Math.round((rect.y + rect.height / 2 + action.y) / this.unit),
    };
  }

  async releaseActions() {
    await this.#screen.command('DELETE', '/actions');
  }

  async mobileClickGesture(elementId, x, y) {
    const at = await this.#point(elementId, x, y);
    await this.tapAt(at.x, at.y);
  }

  async mobileLongClickGesture(elementId, x, y, duration = 500) {
    const at = await this.#point(elementId, x, y);
    await this.tapAt(at.x, at.y, duration);
  }

  async #point(elementId, x, y) {
    if (!elementId) {
      return { x, y };
    }
    const rect = await this.getElementRect(elementId);
    return { x: rect.x + (x ?? rect.width / 2), y: rect.y + (y ?? rect.height / 2) };
  }

  /** Returns whether the content could be scrolled further. */
  async mobileScrollGesture(direction, percent, elementId, left, top, width, height, speed) {
    const rect = await this.#area(elementId, { x: left, y: top, width, height });
    return this.#drag(direction, percent, rect, speed ?? 2500 * DISPLAY.ratio);
  }

  /** A finger that moves up shows what is below. */
  async mobileSwipeGesture(direction, percent, elementId, left, top, width, height, speed) {
    const rect = await this.#area(elementId, { x: left, y: top, width, height });
    await this.#drag(OPPOSITE[direction], percent, rect, speed ?? 2500 * DISPLAY.ratio);
  }

  async #area(elementId, given) {
    const rect = elementId ? await this.getElementRect(elementId) : given;
    if (![rect.x, rect.y, rect.width, rect.height].every(Number.isFinite)) {
      throw new errors.InvalidArgumentError('Either elementId or all of left, top, width and height must be given.');
    }
    return rect;
  }

  async #drag(direction, percent, rect, speed) {
    if (!Object.hasOwn(OPPOSITE, direction) || !(percent > 0 && percent <= 1)) {
      throw new errors.InvalidArgumentError(
        `direction is '${direction}', percent ${percent}; expected up, down, left or right, and more than 0 up to 1.`,
      );
    }
    const { x, y } = { x: (rect.x + rect.width / 2) / DISPLAY.ratio, y: (rect.y + rect.height / 2) / DISPLAY.ratio };
    const across = direction === 'left' || direction === 'right';
    const length = ((across ? rect.width : rect.height) / DISPLAY.ratio) * percent;
    const way = direction === 'down' || direction === 'right' ? -length : length;
    const half = across ? { x: way / 2, y: 0 } : { x: 0, y: way / 2 };
    const inWeb = await this.dragFinger(
      { x: x - half.x, y: y - half.y },
      { x: x + half.x, y: y + half.y },
      Math.round((length * DISPLAY.ratio * 1000) / speed),
    );
    return inWeb ? true : this.perform('canScroll', { x, y, direction });
  }

  /** Draws a finger over the screen, in CSS pixels; returns whether it was over the WebView's page. */
  async dragFinger(from, to, ms) {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const inWeb = this.#webView && (await this.perform('webPoint', middle));
    const moved = (point) =>
      inWeb ? { x: point.x + inWeb.x - middle.x, y: point.y + inWeb.y - middle.y } : point;
    await (inWeb ? this.#webView : this.#screen).drag(moved(from), moved(to), ms);
    return Boolean(inWeb);
  }

  /* ---- Typing and keys ---- */

  async setValue(text, id) {
    await this.#enter(id, Array.isArray(text) ? text.join('') : text, false);
  }

  async mobileReplaceElementValue(elementId, text) {
    await this.#enter(elementId, text, true);
  }

  async #enter(id, text, replace) {
    const element = await this.#element(id);
    if (element.ref) {
      await this.#webView.type(element.ref, text, replace);
      return;
    }
    await this.perform('edit', id, { replace });
    await this.#screen.type(text);
  }

  async clear(id) {
    const element = await this.#element(id);
    await (element.ref ? this.#webView.clear(element.ref) : this.perform('erase', id));
  }

  async mobileType(text) {
    await this.#screen.type(text);
  }

  async mobilePerformEditorAction(action) {
    await this.perform('editorAction', action);
  }

  async back() {
    await this.perform('back');
  }

  async mobilePressKey(keycode) {
    const press = { [BACK_KEY]: 'back', [HOME_KEY]: 'home' }[keycode];
    if (press) {
      await this.perform(press);
    } else if (keycode === ENTER_KEY) {
      await this.#screen.type('\n');
    } else {
      throw new errors.InvalidArgumentError(`Key ${keycode} is not on the simulated phone. It has 3, 4 and 66.`);
    }
  }

  async hideKeyboard() {
    return this.perform('hideKeyboard');
  }

  async isKeyboardShown() {
    return this.perform('keyboardShown');
  }

  /* ---- Pictures ---- */

  async getScreenshot() {
    if (this.#webView) {
      await this.perform('paint', await this.#webView.screenshot());
    }
    return this.#screen.screenshot();
  }

  async getElementScreenshot(id) {
    const rect = await this.getElementRect(id);
    if (this.#webView) {
      await this.perform('paint', await this.#webView.screenshot());
    }
    const clip = {
      x: rect.x / this.unit,
      y: rect.y / this.unit,
      width: rect.width / this.unit,
      height: rect.height / this.unit,
      scale: 1,
    };
    return (await this.#screen.cdp('Page.captureScreenshot', { format: 'png', clip })).data;
  }

  async getWindowRect() {
    return { x: 0, y: 0, width: DISPLAY.width * this.unit, height: DISPLAY.height * this.unit };
  }

  async getOrientation() {
    return 'PORTRAIT';
  }

  /* ---- Contexts ---- */

  async getContexts() {
    return this.#webView && this.#shown.own && !this.#hidden ? [NATIVE, this.webName] : [NATIVE];
  }

  async mobileGetContexts() {
    return (await this.getContexts()).map((id) => ({ id, webviewName: id }));
  }

  async getCurrentContext() {
    return this.#proxy ? this.webName : NATIVE;
  }

  async setContext(name) {
    const wanted = name ?? NATIVE;
    if (!(await this.getContexts()).includes(wanted)) {
      throw new errors.NoSuchContextError(`No such context found: '${wanted}'`);
    }
    this.#proxy = wanted === this.webName ? new JWProxy({ ...this.#webView.proxyOptions, log: this.log }) : null;
  }

  proxyActive() {
    return this.#proxy !== null;
  }

  canProxy() {
    return true;
  }

  getProxyAvoidList() {
    return NOT_PROXIED;
  }

  get proxyReqRes() {
    return this.#proxy?.proxyReqRes.bind(this.#proxy);
  }

  get proxyCommand() {
    return this.#proxy?.command.bind(this.#proxy);
  }

  /** Scripts come here in both contexts, because "mobile:" commands are the phone's in both. */
  async execute(script, args) {
    if (script.startsWith('mobile:')) {
      return this.executeMethod(script, args);
    }
    if (!this.#proxy) {
      throw new errors.NotImplementedError();
    }
    return this.#proxy.command('/execute/sync', 'POST', { script, args });
  }

  /* ---- App and device ---- */

  async getCurrentPackage() {
    return (await this.perform('foreground')).package;
  }

  async getCurrentActivity() {
    return (await this.perform('foreground')).activity;
  }

  async mobileActivateApp(appId) {
    this.#installed(appId);
    await this.perform('activate');
  }

  async mobileTerminateApp(appId) {
    this.#installed(appId);
    return this.perform('terminate');
  }

  async mobileQueryAppState(appId) {
    return appId === PACKAGE ? this.perform('appState') : 0;
  }

  async mobileIsAppInstalled(appId) {
    return appId === PACKAGE;
  }

  #installed(appId) {
    if (appId !== PACKAGE) {
      throw new errors.UnknownError(`'${appId}' is not installed on the simulated phone. Only ${PACKAGE} is.`);
    }
  }

  async mobileDeviceInfo() {
    return {
      manufacturer: 'simulated',
      model: 'SimDroid (simulated)',
      brand: 'simulated',
      simulated: true,
      platformVersion: '14',
      apiVersion: '34',
      locale: 'zh_CN',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      realDisplaySize: `${DISPLAY.width * DISPLAY.ratio}x${DISPLAY.height * DISPLAY.ratio}`,
      displayDensity: DISPLAY.ratio * 160,
    };
  }

  async mobileFault(kind, afterMs, times, timeoutMs, question) {
    const wanted = Object.entries({ kind, afterMs, times, timeoutMs, question }).filter(([, value]) => value !== undefined);
    await this.perform('arm', checkedFaults([Object.fromEntries(wanted)]));
  }
}

const OPPOSITE = { up: 'down', down: 'up', left: 'right', right: 'left' };
