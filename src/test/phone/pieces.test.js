import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, partsOf, plain } from '../../main/phone/driver/app/markup.js';
import { xml } from '../../main/phone/driver/device/xml.js';
import { checkedFaults } from '../../main/phone/driver/lib/faults.js';

const VIEW = {
  index: 0,
  package: 'a.b',
  class: 'android.widget.TextView',
  text: '',
  bounds: { left: 1, top: 2, right: 3, bottom: 4 },
  children: [],
};

function written(is) {
  return xml({ ...VIEW, ...is }, { width: 720, height: 1600 });
}

test('writes views as UiAutomator2 does', () => {
  assert.match(
    written({ text: '好', children: [{ ...VIEW, class: 'android.view.View' }] }),
    new RegExp(
      "^<\\?xml version='1\\.0' encoding='UTF-8' standalone='yes' \\?>\n" +
        '<hierarchy index="0" class="hierarchy" rotation="0" width="720" height="1600">\n' +
        '  <android\\.widget\\.TextView index="0" package="a\\.b" class="android\\.widget\\.TextView" text="好" ' +
        'bounds="\\[1,2\\]\\[3,4\\]" displayed="true" .*>\n' +
        '    <android\\.view\\.View .* />\n' +
        '  </android\\.widget\\.TextView>\n' +
        '</hierarchy>$',
    ),
  );
});

test('escapes what would be markup', () => {
  assert.match(written({ text: '<b a="1">&\n\t' }), / text="&lt;b a=&quot;1&quot;&gt;&amp;&#10;&#9;" /);
});

test('keeps characters beyond the basic plane', () => {
  assert.match(written({ text: '😀𠮷' }), / text="😀𠮷" /);
});

test('replaces what XML cannot hold', () => {
  assert.match(written({ text: 'a\u0000\uD800b' }), / text="a\?\?b" /);
});

test('names inner classes with dots', () => {
  assert.match(written({ class: 'a.Outer$Inner' }), /<a\.Outer\.Inner .*class="a\.Outer\$Inner"/);
});

test('tells links from the text around them', () => {
  assert.deepEqual(partsOf('- 见[甲 **乙**](/a)，或[丙](tel:1)。'), [
    { text: '见' },
    { text: '甲 乙', href: '/a' },
    { text: '，或' },
    { text: '丙', href: 'tel:1' },
    { text: '。' },
  ]);
});

test('reads answers line by line', () => {
  assert.deepEqual(linesOf('### 一\n\n- **甲**\n2. 乙\n| a | b |\n| --- | --- |\n[丙](/c)'), [
    { kind: 'heading', cells: ['一'], link: false },
    { kind: 'item', cells: ['甲'], link: false },
    { kind: 'step', cells: ['乙'], link: false },
    { kind: 'row', cells: ['a', 'b'], link: false },
    { kind: 'text', cells: ['丙'], link: true },
  ]);
});

test('puts tabs between cells', () => {
  assert.equal(plain('甲\n\n| a | b |'), '甲\na\tb');
});

test('completes what a fault leaves out', () => {
  assert.deepEqual(checkedFaults([{ kind: 'dialog', question: 2 }]), [
    { kind: 'dialog', question: 2, afterMs: 0, times: 1, timeoutMs: 10_000 },
  ]);
});

test('names all wrong faults at once', () => {
  assert.throws(() => checkedFaults([{ kind: 'fire' }, { kind: 'stale', times: 0, colour: 1 }]), {
    message:
      "appium:faults: faults[0]: unknown kind 'fire'. Known: session-dies, dump-timeout, webview-hidden, app-crashes, " +
      'dialog, stale. faults[1]: times is 0; expected a whole number from 1. ' +
      "faults[1]: unknown key 'colour'. Known: kind, question, afterMs, times, timeoutMs.",
  });
});

test('refuses faults that are no list', () => {
  assert.throws(() => checkedFaults('dialog'), {
    message: 'appium:faults: expected a list of objects such as {"kind": "dialog"}.',
  });
});
