import { errors } from '@appium/base-driver';
import { SimDroidDriver } from './driver.js';
import { of } from './mobile.js';

/** The "mobile:" commands, by the names and with the parameters of XCUITest; "mobile: fault" is the simulation's own. */
const MOBILE = {
  'mobile: fault': of('mobileFault', ['kind'], ['afterMs', 'times', 'timeoutMs', 'question']),
  'mobile: getContexts': of('mobileGetContexts', [], ['waitForWebviewMs']),
  'mobile: activeAppInfo': of('mobileActiveAppInfo'),
  'mobile: activateApp': of('mobileActivateBundle', ['bundleId']),
  'mobile: deviceInfo': of('mobileDeviceInfo'),
  'mobile: hideKeyboard': of('hideKeyboard', [], ['keys']),
  'mobile: isKeyboardShown': of('isKeyboardShown'),
  'mobile: tap': of('mobileTap', ['x', 'y'], ['elementId']),
  'mobile: dragFromToWithVelocity': of(
    'mobileDragFromToWithVelocity',
    ['pressDuration', 'holdDuration', 'velocity', 'fromX', 'fromY', 'toX', 'toY'],
    ['fromElementId', 'toElementId'],
  ),
};

const PROCESS = 4711;
/** A finger that comes from further inside scrolls; one that comes from the edge goes back. */
const EDGE = 20;
const BACK_AFTER = 120;

/** What XCUITest's sessions are asked for besides; the app is the city's whatever they say. */
const CONSTRAINTS = {
  bundleId: { isString: true },
  udid: { isString: true },
};

/**
 * The same simulated phone, behaving towards a client as XCUITest does: points instead of pixels, WebDriverAgent's page
 * source, its locators and gestures, no back key. There is no iOS in it, and it says so.
 */
export class SimXcuitestDriver extends SimDroidDriver {
  static executeMethodMap = MOBILE;

  dialect = 'xcuitest';
  unit = 1;
  webName = `WEBVIEW_${PROCESS}.1`;
  userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X; simulated) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
    'Mobile/15E148';

  constructor(options, shouldValidateCaps) {
    super(options, shouldValidateCaps);
    this.desiredCapConstraints = { ...this.desiredCapConstraints, ...CONSTRAINTS };
    this.locatorStrategies = ['id', 'name', 'accessibility id', 'class name', 'xpath', '-ios predicate string'];
  }

  device() {
    return {
      simulated: true,
      deviceName: 'SimPhone (simulated)',
      platformVersion: '18.0',
      udid: 'simulated',
      bundleId: 'city.yanshi.app',
    };
  }

  async mobileDeviceInfo() {
    return { model: 'SimPhone (simulated)', simulated: true, currentLocale: 'zh_CN' };
  }

  async mobileTap(x, y, elementId) {
    const from = elementId ? await this.getElementRect(elementId) : { x: 0, y: 0 };
    await this.tapAt(from.x + x, from.y + y);
  }

  async mobileDragFromToWithVelocity(pressDuration, holdDuration, velocity, fromX, fromY, toX, toY) {
    if (fromX <= EDGE && toX - fromX >= BACK_AFTER) {
      await this.perform('swipeBack');
      return;
    }
    const length = Math.hypot(toX - fromX, toY - fromY);
    await this.dragFinger({ x: fromX, y: fromY }, { x: toX, y: toY }, Math.round((length * 1000) / velocity));
  }

  /** A line break is the keyboard's return key, which says "send" here. */
  async setValue(text, id) {
    const typed = Array.isArray(text) ? text.join('') : text;
    const sends = typed.endsWith('\n');
    if (!sends || typed.length > 1) {
      await super.setValue(sends ? typed.slice(0, -1) : typed, id);
    }
    if (sends) {
      await this.perform('editorAction', 'send');
    }
  }

  async back() {
    throw new errors.UnknownError('An iPhone has no back key, nor has the simulated one.');
  }

  async mobileActiveAppInfo() {
    return { pid: PROCESS, bundleId: (await this.perform('foreground')).bundle, name: '演示市', processArguments: {} };
  }

  async mobileActivateBundle(bundleId) {
    await this.mobileActivateApp(bundleId);
  }

  async mobileGetContexts() {
    const contexts = await this.getContexts();
    return contexts.map((id) => (id === this.webName ? { id, bundleId: 'city.yanshi.app' } : { id }));
  }
}
