import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Appium } from './appium.js';
import { Parrot } from './city.js';

let appium;
let city;
let phone;

before(async () => {
  city = await Parrot.start();
  appium = await Appium.start();
});

after(async () => {
  await appium?.stop();
  await city?.stop();
});

beforeEach(async ({ name }) => {
  phone = await appium.session({ city: city.address, faults: ARMED[name] ?? [] });
});

afterEach(() => phone.close().catch((gone) => assert.equal(gone.kind, 'invalid session id')));

const ARMED = {
  'asks in mid conversation': [{ kind: 'dialog', question: 2 }],
  'dies with its session': [{ kind: 'session-dies', question: 1 }],
};

test('asks in mid conversation', async () => {
  await phone.openChat();
  await phone.ask('一');
  await phone.once(() => phone.find('-android uiautomator', 'new UiSelector().text("您问的是：一")'));
  await phone.ask('二');
  await phone.once(() => phone.find('id', 'btn_later'));
  assert.ok(!(await phone.source()).includes('您问的是'));
  await phone.press('以后再说');
  await phone.once(() => phone.find('-android uiautomator', 'new UiSelector().text("您问的是：二")'));
});

test('dies with its session', async () => {
  await phone.openChat();
  await phone.ask('一');
  await assert.rejects(
    phone.once(async () => {
      await phone.source();
    }, 0),
    ({ kind }) => kind === 'invalid session id',
  );
});

test('cannot read the tree in time', async () => {
  await phone.mobile('fault', { kind: 'dump-timeout', timeoutMs: 50, times: 2 });
  for (let time = 0; time < 2; time++) {
    await assert.rejects(phone.source(), {
      kind: 'unknown error',
      message: /^Timed out after 50ms waiting for the root AccessibilityNodeInfo in the active window\./,
    });
  }
  assert.ok((await phone.source()).includes('hierarchy'));
});

test('lists no context of the WebView', async () => {
  await phone.mobile('fault', { kind: 'webview-hidden' });
  await phone.press('跳过');
  await phone.press('我的');
  await phone.press('在线咨询');
  await phone.once(() => phone.find('id', 'ask'));
  assert.deepEqual(await phone.call('GET', '/contexts'), ['NATIVE_APP']);
});

test('crashes and comes back', async () => {
  await phone.openChat();
  await phone.mobile('fault', { kind: 'app-crashes' });
  await phone.once(() => phone.find('id', 'android:id/aerr_close'));
  assert.equal(await phone.mobile('queryAppState', { appId: 'city.yanshi.app' }), 1);
  await phone.press('关闭应用');
  await phone.mobile('activateApp', { appId: 'city.yanshi.app' });
  await phone.press('跳过');
  assert.equal(await phone.mobile('queryAppState', { appId: 'city.yanshi.app' }), 4);
});

test('finds elements stale once', async () => {
  await phone.press('跳过');
  const city = await phone.once(() => phone.find('id', 'tv_city'));
  await phone.mobile('fault', { kind: 'stale' });
  await assert.rejects(phone.text(city), { kind: 'stale element reference' });
  assert.equal(await phone.text(city), '演示市');
});

test('refuses faults that nobody knows', async () => {
  await assert.rejects(phone.mobile('fault', { kind: 'fire' }), { kind: 'invalid argument' });
});
