import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Appium } from './appium.js';
import { messages, Parrot } from './city.js';

const LONG = Array.from({ length: 40 }, (none, at) => `- 第${at + 1}条说明`).join('\n');
const IOS = { platformName: 'iOS', automationName: 'SimXCUITest' };

let appium;
let city;
let phone;

before(async () => {
  city = await Parrot.start();
  city.answers.set('长', messages(LONG));
  city.answers.set('链接', messages('您可以查看[办事指南](/guide/1)，或[在线办理](/apply/1)。'));
  appium = await Appium.start();
});

after(async () => {
  await appium?.stop();
  await city?.stop();
});

function labelled(label) {
  return phone.once(() => phone.find('-ios predicate string', `label == '${label}'`));
}

async function press(label) {
  await phone.click(await labelled(label));
}

function drag(fromX, fromY, toX, toY) {
  const still = { pressDuration: 0.05, holdDuration: 0.1, velocity: 1500 };
  return phone.mobile('dragFromToWithVelocity', { ...still, fromX, fromY, toX, toY });
}

async function texts() {
  const source = await phone.source();
  return [...source.matchAll(/ value="([^"]*)" name="tv_content"/g)].map(([, value]) => value);
}

describe('a simulated iPhone that was never used', () => {
  before(async () => {
    phone = await appium.session({ ...IOS, city: city.address, noReset: false });
  });
  after(() => phone.close());

  test('says that it is simulated', async () => {
    assert.equal(phone.capabilities.simulated, true);
    assert.equal(phone.capabilities.deviceName, 'SimPhone (simulated)');
    assert.equal((await phone.mobile('deviceInfo')).simulated, true);
  });

  test('tells of the system what the system asks', async () => {
    await press('跳过');
    await press('同意并继续');
    await labelled('不允许');
    assert.equal((await phone.mobile('activeAppInfo')).bundleId, 'com.apple.springboard');
    assert.match(await phone.source(), /<XCUIElementTypeApplication [^>]*bundleId="com.apple.springboard"/);
    await press('不允许');
  });

  test('tells of an alert above what it covers', async () => {
    await labelled('留在演示市');
    const source = await phone.source();
    assert.ok(source.includes('<XCUIElementTypeAlert') && source.includes('<XCUIElementTypeTabBar'));
    await press('留在演示市');
  });

  test('has no back key', async () => {
    await assert.rejects(phone.call('POST', '/back'), /has no back key/);
  });

  test('goes back by a finger from the edge', async () => {
    await press('我的');
    await press('智能客服');
    await phone.once(() => phone.find('accessibility id', 'et_input'));
    await drag(1, 400, 300, 400);
    await labelled('智能客服');
  });
});

describe('a chat on a simulated iPhone', () => {
  before(async () => {
    phone = await appium.session({ ...IOS, city: city.address });
    await press('跳过');
    await press('我的');
    await press('智能客服');
    await labelled('怎么投诉？');
  });
  after(() => phone.close());

  test('is found by each strategy', async () => {
    const input = await phone.find('accessibility id', 'et_input');
    for (const [using, value] of [
      ['id', 'et_input'],
      ['name', 'et_input'],
      ['xpath', '//XCUIElementTypeTextView[@name="et_input"]'],
      ['-ios predicate string', "type == 'XCUIElementTypeTextView' AND name BEGINSWITH 'et_'"],
    ]) {
      assert.equal(await phone.find(using, value), input, `${using} ${value}`);
    }
    assert.ok((await phone.findAll('class name', 'XCUIElementTypeButton')).length > 3);
  });

  test('says what selects nothing', async () => {
    await assert.rejects(phone.find('accessibility id', 'nowhere'), { kind: 'no such element' });
    await assert.rejects(phone.find('-ios predicate string', 'foo'), { kind: 'invalid selector' });
    await assert.rejects(phone.find('-android uiautomator', 'new UiSelector()'), { kind: 'invalid selector' });
  });

  test('counts in points', async () => {
    assert.deepEqual(await phone.call('GET', '/window/rect'), { x: 0, y: 0, width: 360, height: 800 });
  });

  test('lays a placeholder over what is typed into', async () => {
    assert.match(await phone.source(), /<XCUIElementTypeStaticText [^>]*value="请输入您想咨询的问题"/);
    await phone.type(await phone.find('accessibility id', 'et_input'), '你好😀');
    const source = await phone.source();
    assert.ok(!source.includes('请输入您想咨询的问题') && source.includes('value="你好😀" name="et_input"'));
  });

  test('tells of its keyboard', async () => {
    assert.match(await phone.source(), /<XCUIElementTypeKeyboard /);
  });

  test('sends by the return key', async () => {
    const { 'element-6066-11e4-a52e-4f735466cecf': typed } = await phone.call('GET', '/element/active');
    await phone.type(typed, '\n');
    await phone.once(async () => (await texts()).includes('您问的是：你好😀'));
    assert.deepEqual(city.asked.slice(-1), ['你好😀']);
  });

  test('tells of the links in a text', async () => {
    await phone.type(await phone.find('accessibility id', 'et_input'), '链接\n');
    const link = await labelled('在线办理');
    assert.equal(await phone.attribute(link, 'type'), 'XCUIElementTypeLink');
    const { x, y, width, height } = await phone.rect(link);
    await phone.mobile('tap', { x: x + width / 2, y: y + height / 2 });
    await labelled('立即申请');
    await press('返回');
  });

  test('keeps what was scrolled away, and says so', async () => {
    await phone.type(await phone.find('accessibility id', 'et_input'), '长\n');
    await phone.once(async () => (await texts()).includes('第40条说明'));
    const source = await phone.source();
    const first = /<XCUIElementTypeTextView [^>]*value="第(\d+)条说明"[^>]*visible="(\w+)"/.exec(source);
    assert.equal(first[2], 'false');
    assert.match(source, /value="第40条说明"[^>]*visible="true"/);
  });

  test('scrolls under a finger', async () => {
    const place = async () => Number(/value="第40条说明"[^>]* y="(-?\d+)"/.exec(await phone.source())[1]);
    const before = await place();
    await drag(180, 200, 180, 400);
    await phone.once(async () => (await place()) > before + 100);
  });
});

describe('a page on a simulated iPhone', () => {
  before(async () => {
    phone = await appium.session({ ...IOS, city: city.address });
    await press('跳过');
    await press('我的');
    await press('在线咨询');
  });
  after(() => phone.close());

  test('is listed by process and number', async () => {
    await phone.once(async () => (await phone.call('GET', '/contexts')).length > 1);
    assert.deepEqual(await phone.mobile('getContexts'), [
      { id: 'NATIVE_APP' },
      { id: 'WEBVIEW_4711.1', bundleId: 'city.yanshi.app' },
    ]);
  });

  test('is told of below three views', async () => {
    await phone.once(async () =>
      /<XCUIElementTypeWebView [^>]*>\s*<XCUIElementTypeWebView [^>]*>\s*<XCUIElementTypeWebView /.test(await phone.source()),
    );
  });

  test('goes away by its bar', async () => {
    await press('返回');
    await labelled('在线咨询');
  });
});
