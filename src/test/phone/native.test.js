import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Appium } from './appium.js';
import { messages, Parrot } from './city.js';
import { png } from './png.js';

const LONG = Array.from({ length: 40 }, (none, at) => `- 第${at + 1}条说明`).join('\n');

let appium;
let city;
let phone;

before(async () => {
  city = await Parrot.start();
  city.answers.set('长', messages(LONG));
  appium = await Appium.start();
});

after(async () => {
  await appium?.stop();
  await city?.stop();
});

function byText(text) {
  return phone.find('-android uiautomator', `new UiSelector().text("${text}")`);
}

async function bubbles() {
  return phone.texts('id', 'tv_content');
}

describe('a phone that was never used', () => {
  before(async () => {
    phone = await appium.session({ city: city.address, noReset: false });
  });
  after(() => phone.close());

  test('says that it is simulated', async () => {
    assert.equal(phone.capabilities.simulated, true);
    assert.equal((await phone.mobile('deviceInfo')).model, 'SimDroid (simulated)');
  });

  test('asks what apps ask first', async () => {
    await phone.press('跳过');
    await phone.press('同意并继续');
    assert.equal(await phone.mobile('getCurrentPackage'), 'com.android.permissioncontroller');
    await phone.press('仅在使用该应用时允许');
    await phone.press('留在演示市');
    assert.equal(await phone.mobile('getCurrentActivity'), '.MainActivity');
  });

  test('shows nothing of covered windows', async () => {
    await phone.press('演示市');
    const source = await phone.source();
    assert.ok(source.includes('是否切换') && !source.includes('tab_bar'));
    await phone.press('留在演示市');
  });

  test('opens what a tab names', async () => {
    await phone.click(await phone.find('accessibility id', '我的'));
    assert.equal(await phone.attribute(await phone.find('accessibility id', '我的'), 'selected'), 'true');
    assert.ok(await byText('智能客服'));
  });

  test('shows a longer list in windows', async () => {
    await phone.press('办事');
    const seen = await phone.texts('id', 'tv_matter');
    assert.ok(seen.includes('临时居民身份证申领') && !seen.includes('咨询投诉'));
  });

  test('scrolls until something is seen', async () => {
    const found = await phone.find(
      '-android uiautomator',
      'new UiScrollable(new UiSelector().scrollable(true)).scrollIntoView(new UiSelector().text("咨询投诉"))',
    );
    assert.equal(await phone.text(found), '咨询投诉');
  });

  test('leaves by the back key', async () => {
    await phone.call('POST', '/back');
    assert.equal(await phone.mobile('queryAppState', { appId: 'city.yanshi.app' }), 3);
    await phone.mobile('activateApp', { appId: 'city.yanshi.app' });
    assert.equal(await phone.mobile('queryAppState', { appId: 'city.yanshi.app' }), 4);
  });
});

describe('a chat', () => {
  before(async () => {
    phone = await appium.session({ city: city.address });
    await phone.openChat();
  });
  after(() => phone.close());

  test('is found by each strategy', async () => {
    const input = await phone.find('id', 'et_input');
    for (const [using, value] of [
      ['id', 'city.yanshi.app:id/et_input'],
      ['class name', 'android.widget.EditText'],
      ['xpath', '//android.widget.EditText[@hint="请输入您想咨询的问题"]'],
      ['xpath', '//android.widget.Button[@text="发送"]/preceding-sibling::*[1]'],
      ['-android uiautomator', 'new UiSelector().className("android.widget.EditText")'],
    ]) {
      assert.equal(await phone.find(using, value), input, `${using} ${value}`);
    }
    assert.ok(await phone.find('accessibility id', '语音输入'));
  });

  test('finds inside of an element', async () => {
    const list = await phone.find('id', 'rv_messages');
    assert.equal((await phone.findAll('xpath', './/*[@content-desc="头像"]', list)).length, 1);
    assert.equal((await phone.findAll('class name', 'android.widget.EditText', list)).length, 0);
  });

  test('says what selects nothing', async () => {
    await assert.rejects(phone.find('id', 'nowhere'), { kind: 'no such element' });
    await assert.rejects(phone.find('xpath', '//*['), { kind: 'invalid selector' });
    await assert.rejects(phone.find('-android uiautomator', 'new UiSelector().txt("a")'), { kind: 'invalid selector' });
    await assert.rejects(phone.find('css selector', 'p'), { kind: 'invalid selector' });
  });

  test('has a hint for text', async () => {
    const input = await phone.find('id', 'et_input');
    assert.equal(await phone.text(input), '请输入您想咨询的问题');
    assert.equal(await phone.attribute(input, 'showing-hint'), 'true');
  });

  test('types any character there is', async () => {
    const input = await phone.find('id', 'et_input');
    await phone.type(input, '身份证😀𠮷');
    assert.equal(await phone.text(input), '身份证😀𠮷');
    await phone.mobile('replaceElementValue', { elementId: input, text: '换' });
    assert.equal(await phone.text(input), '换');
    await phone.call('POST', `/element/${input}/clear`);
    assert.equal(await phone.attribute(input, 'showing-hint'), 'true');
  });

  test('makes room for the keyboard', async () => {
    const foot = () => phone.find('id', 'et_input').then((id) => phone.rect(id));
    await phone.mobile('hideKeyboard');
    const low = await foot();
    await phone.click(await phone.find('id', 'et_input'));
    assert.equal(await phone.mobile('isKeyboardShown'), true);
    assert.equal((await foot()).y, low.y - 520);
    await phone.call('POST', '/back');
    assert.equal(await phone.mobile('isKeyboardShown'), false);
    assert.deepEqual(await foot(), low);
  });

  test('sends what was typed', async () => {
    await phone.ask('你好😀');
    await phone.once(async () => (await bubbles()).includes('您问的是：你好😀'));
    assert.deepEqual(city.asked.slice(-1), ['你好😀']);
    assert.deepEqual(await bubbles(), ['您好，我是小演。', '你好😀', '您问的是：你好😀']);
  });

  test('sends by the editor action', async () => {
    await phone.type(await phone.find('id', 'et_input'), '第二问');
    await phone.mobile('performEditorAction', { action: 'send' });
    await phone.once(async () => (await bubbles()).includes('您问的是：第二问'));
  });

  test('keeps its own record of truth', async () => {
    const truth = await phone.once(() => city.told.find(({ question }) => question === '第二问'));
    assert.deepEqual(truth.bubbles, ['您问的是：第二问']);
    assert.ok(truth.firstTextMs > 0 && truth.completeMs >= truth.firstTextMs);
  });

  test('asks what an option says', async () => {
    await phone.click(await phone.find('id', 'tv_guess'));
    await phone.once(async () => city.asked.at(-1) === '公司注销');
  });

  test('shows each side its bubbles', async () => {
    const [own] = await phone.findAll('-android uiautomator', 'new UiSelector().text("第二问")');
    const [answer] = await phone.findAll('-android uiautomator', 'new UiSelector().text("您问的是：第二问")');
    const right = await phone.rect(own);
    const left = await phone.rect(answer);
    assert.ok(right.x + right.width > 600 && left.x < 150);
  });

  test('shows a stream as it comes', async () => {
    city.answers.set('流', { lines: [{ thinking: '想一想' }, { text: '甲' }, { text: '乙' }, { text: '丙', done: true, options: ['丁'] }] });
    await phone.ask('流');
    await phone.once(async () => (await bubbles()).includes('甲乙丙'));
    assert.ok(await byText('丁'));
    assert.ok(await byText('已深度思考'));
  });

  test('lets rows go stale', async () => {
    await phone.ask('短');
    const bubble = await phone.once(() => byText('您问的是：短'));
    await phone.ask('长');
    await phone.once(() => byText('第40条说明'));
    await assert.rejects(phone.text(bubble), {
      kind: 'stale element reference',
      message: `The element '${bubble}' does not exist in DOM anymore`,
    });
  });

  test('holds only what is seen', async () => {
    const seen = await bubbles();
    assert.ok(seen.includes('第40条说明') && !seen.includes('第1条说明'));
  });

  test('scrolls back to the beginning', async () => {
    const list = await phone.find('id', 'rv_messages');
    await phone.mobile('scrollGesture', { elementId: list, direction: 'up', percent: 0.9 });
    await phone.once(async () => !(await bubbles()).includes('第40条说明'));
    let more = true;
    while (more) {
      more = await phone.mobile('scrollGesture', { elementId: list, direction: 'up', percent: 0.9 });
    }
    assert.equal((await bubbles())[0], '您好，我是小演。');
  });

  test('scrolls under a finger', async () => {
    const before = await bubbles();
    await phone.call('POST', '/actions', {
      actions: [
        {
          type: 'pointer',
          id: 'finger',
          parameters: { pointerType: 'touch' },
          actions: [
            { type: 'pointerMove', duration: 0, x: 300, y: 700 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerMove', duration: 300, x: 300, y: 200 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
    await phone.once(async () => (await bubbles())[0] !== before[0]);
  });

  test('cuts bounds at the edge', async () => {
    const list = await phone.rect(await phone.find('id', 'rv_messages'));
    const rows = await phone.findAll('xpath', '//*[@resource-id="city.yanshi.app:id/rv_messages"]/*');
    const first = await phone.rect(rows[0]);
    assert.ok(first.y >= list.y);
  });

  test('is pictured as it is', async () => {
    const picture = png(await phone.call('GET', '/screenshot'));
    assert.deepEqual([picture.width, picture.height], [720, 1600]);
    const bar = await phone.rect(await phone.find('id', 'toolbar'));
    assert.deepEqual(picture.at(360, bar.y + 4), [0x17, 0x65, 0xc8]);
  });

  test('pictures one element alone', async () => {
    const send = await phone.find('id', 'btn_send');
    const { width, height } = await phone.rect(send);
    const picture = png(await phone.call('GET', `/element/${send}/screenshot`));
    assert.deepEqual([picture.width, picture.height], [width, height]);
  });
});

describe('a link in the chat', () => {
  let reads = '';

  before(async () => {
    phone = await appium.session({ city: city.address });
    await phone.openChat();
  });
  after(() => phone.close());

  async function follow(href) {
    reads = `到${href}`;
    city.answers.set(reads, messages(`[${reads}](${href})`));
    await phone.ask(reads);
    const link = await phone.once(async () => {
      const found = await phone.findAll('-android uiautomator', `new UiSelector().text("${reads}")`);
      return found.length > 1 && found.at(-1);
    });
    assert.equal(await phone.attribute(link, 'text-has-clickable-span'), 'true');
    await phone.click(link);
  }

  async function inFront(activity) {
    await phone.once(async () => (await phone.mobile('getCurrentActivity')) === activity);
  }

  async function back() {
    await phone.call('POST', '/back');
    await inFront('.ChatActivity');
  }

  test('opens a page inside the app', async () => {
    await follow('/guide/1');
    await inFront('.PageActivity');
    await phone.once(() => byText('办理条件'));
    assert.deepEqual(await phone.call('GET', '/contexts'), ['NATIVE_APP', 'WEBVIEW_city.yanshi.app']);
    await back();
    assert.ok((await bubbles()).includes(reads));
    assert.deepEqual(await phone.call('GET', '/contexts'), ['NATIVE_APP']);
  });

  test('opens a screen of the app', async () => {
    await follow('/apply/1');
    await inFront('.ServiceActivity');
    await back();
  });

  test('opens the browser, which says where it is', async () => {
    await follow('/out/1');
    await inFront('.BrowserActivity');
    await phone.once(() => byText('网点'));
    assert.equal(await phone.text(await phone.find('id', 'com.android.browser:id/url')), `${city.address}out/1`);
    assert.deepEqual(await phone.call('GET', '/contexts'), ['NATIVE_APP']);
    await back();
  });

  test('asks before the app is left', async () => {
    await follow('/leave/1');
    await phone.press('继续访问');
    await inFront('.BrowserActivity');
    await back();
  });

  test('opens a mini program', async () => {
    await follow('/query/1');
    await phone.once(async () => (await phone.mobile('getCurrentPackage')) === 'com.tencent.mm');
    await back();
  });

  test('hands a number to the phone', async () => {
    await follow('tel:12345');
    await phone.once(async () => (await phone.mobile('getCurrentPackage')) === 'com.android.dialer');
    assert.ok(await byText('12345'));
    await back();
  });

  test('may be dead', async () => {
    await follow('/archive/1');
    assert.equal(await phone.mobile('getCurrentActivity'), '.ChatActivity');
  });
});

describe('what sessions can ask for', () => {
  test('puts a wall before the chat', async () => {
    phone = await appium.session({ city: city.address, loginWall: true });
    await phone.press('跳过');
    await phone.press('我的');
    await phone.press('智能客服');
    await phone.once(() => phone.find('id', 'et_phone'));
    await phone.close();
  });

  test('begins in another city', async () => {
    phone = await appium.session({ city: city.address, elsewhere: true });
    await phone.press('跳过');
    await phone.press('虚构市');
    await phone.press('演示市');
    await phone.once(async () => (await phone.text(await phone.find('id', 'tv_city'))) === '演示市');
    await phone.close();
  });

  async function chat(caps) {
    phone = await appium.session({ city: city.address, ...caps });
    await phone.openChat();
  }

  test('takes as long as told', async () => {
    phone = await appium.session({ city: city.address, dumpDelayMs: 500 });
    let started = performance.now();
    await phone.source();
    assert.ok(performance.now() - started >= 495);
    await phone.call('POST', '/appium/settings', { settings: { dumpDelayMs: 0 } });
    started = performance.now();
    await phone.source();
    assert.ok(performance.now() - started < 495);
    await phone.close();
  });

  test('draws a bubble as one text', async () => {
    await chat({ bubbles: 'whole' });
    city.answers.set('整', messages('甲\n- 乙'));
    await phone.ask('整');
    await phone.once(async () => (await bubbles()).includes('甲\n乙'));
    assert.match(await phone.source(), /text="甲&#10;乙"/);
    await phone.close();
  });

  test('draws texts nobody can read', async () => {
    await chat({ drawnText: true });
    await phone.ask('画');
    await phone.once(() => phone.find('id', 'iv_content'));
    assert.ok(!(await phone.source()).includes('您问的是'));
    await phone.close();
  });

  test('knows no ids in Compose', async () => {
    phone = await appium.session({ city: city.address, semantics: 'compose' });
    await phone.press('跳过');
    const source = await phone.once(async () => {
      const now = await phone.source();
      return now.includes('搜索事项') && now;
    });
    assert.ok(!source.includes('resource-id=') && !source.includes('LinearLayout') && source.includes('android.view.View'));
    await phone.close();
  });

  test('shows stickers as pictures', async () => {
    await chat({ sticker: true });
    await phone.ask('表情');
    await phone.once(() => phone.find('accessibility id', '表情'));
    await phone.close();
  });

  test('refuses faults it does not have', async () => {
    await assert.rejects(appium.session({ city: city.address, faults: [{ kind: 'fire' }] }), {
      message:
        "appium:faults: faults[0]: unknown kind 'fire'. Known: session-dies, dump-timeout, webview-hidden, app-crashes, " +
        'dialog, stale.',
    });
  });

  test('says which browser is missing', async () => {
    await assert.rejects(appium.session({ city: city.address, chromedriver: '/nowhere/chromedriver' }), {
      message:
        'A new session could not be created. Details: The simulated phone has no screen: spawn /nowhere/chromedriver ENOENT. It is drawn by Chromium: ' +
        "appium:chromedriver is '/nowhere/chromedriver', appium:chromium is 'undefined'.",
    });
  });
});
