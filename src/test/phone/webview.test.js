import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Appium } from './appium.js';
import { Parrot } from './city.js';
import { png } from './png.js';

let appium;
let city;
let phone;

before(async () => {
  city = await Parrot.start();
  appium = await Appium.start();
  phone = await appium.session({ city: city.address });
  await phone.openWeb();
});

after(async () => {
  await appium?.stop();
  await city?.stop();
});

function context(name) {
  return phone.call('POST', '/context', { name });
}

test('lists the context of the app', async () => {
  assert.deepEqual(await phone.call('GET', '/contexts'), ['NATIVE_APP', 'WEBVIEW_city.yanshi.app']);
});

test('shows the page to accessibility', async () => {
  const input = await phone.find('xpath', '//android.webkit.WebView//android.widget.EditText');
  assert.equal(await phone.attribute(input, 'resource-id'), 'ask');
  assert.equal(await phone.attribute(input, 'hint'), '请输入问题');
});

test('pictures the page in its place', async () => {
  const rect = await phone.rect(await phone.find('class name', 'android.webkit.WebView'));
  const picture = png(await phone.call('GET', '/screenshot'));
  assert.deepEqual(picture.at(rect.x + rect.width - 20, rect.y + rect.height - 20), [0xff, 0xe9, 0xc9]);
});

test('is touched and typed into natively', async () => {
  await phone.type(await phone.find('id', 'ask'), '问😀');
  await phone.click(await phone.find('xpath', '//android.widget.Button[@text="发送"]'));
  await phone.once(() => phone.find('-android uiautomator', 'new UiSelector().text("问😀")'));
});

test('is emptied natively while it has the focus', async () => {
  const input = await phone.find('id', 'ask');
  await phone.click(input);
  await phone.type(input, '问');
  await phone.call('POST', `/element/${input}/clear`);
  await phone.once(async () => (await phone.attribute(input, 'text')) === '请输入问题'); // an empty field reads its hint
});

test('begins where a session asks it to', async () => {
  const other = await appium.session({ city: city.address, appActivity: '.WebActivity' });
  await other.once(async () => (await other.mobile('getCurrentActivity')) === '.WebActivity');
  await other.call('DELETE', '');
});

test('scrolls natively', async () => {
  const seen = await phone.find('-android uiautomator', 'new UiSelector().text("网页客服")');
  const web = await phone.find('class name', 'android.webkit.WebView');
  await phone.mobile('scrollGesture', { elementId: web, direction: 'down', percent: 0.9 });
  await assert.rejects(phone.once(() => phone.text(seen), 0), { kind: 'stale element reference' });
  await phone.mobile('scrollGesture', { elementId: web, direction: 'up', percent: 1 });
});

test('is driven as a web page', async () => {
  await context('WEBVIEW_city.yanshi.app');
  assert.equal(await phone.call('GET', '/context'), 'WEBVIEW_city.yanshi.app');
  assert.equal(await phone.call('GET', '/title'), '在线咨询');
  await phone.type(await phone.find('css selector', '#ask'), '网');
  await phone.click(await phone.find('css selector', '#send'));
  const answer = await phone.call('POST', '/execute/sync', { script: 'return list.innerText + arguments[0]', args: ['!'] });
  assert.equal(answer, '问😀\n网!');
  await context('NATIVE_APP');
});

test('is of mobile size', async () => {
  await context('WEBVIEW_city.yanshi.app');
  const size = await phone.call('POST', '/execute/sync', { script: 'return [innerWidth, devicePixelRatio]', args: [] });
  assert.deepEqual(size, [360, 2]);
  await context('NATIVE_APP');
});

test('knows mobile commands in both contexts', async () => {
  await context('WEBVIEW_city.yanshi.app');
  assert.equal(await phone.mobile('getCurrentActivity'), '.WebActivity');
  await context('NATIVE_APP');
});

test('refuses contexts that are not there', async () => {
  await assert.rejects(context('WEBVIEW_other'), {
    kind: 'unknown error',
    message: "No such context found: 'WEBVIEW_other'",
  });
});

test('goes with its screen', async () => {
  await phone.call('POST', '/back');
  assert.deepEqual(await phone.call('GET', '/contexts'), ['NATIVE_APP']);
});
