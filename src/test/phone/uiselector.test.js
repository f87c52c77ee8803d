import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matches, parse } from '../../main/phone/driver/device/uiselector.js';

const send = node({ text: '发送', class: 'android.widget.Button', clickable: true });
const input = node({ text: '', class: 'android.widget.EditText', id: 'a.b:id/et', clickable: true });
const foot = node({ text: '', class: 'android.widget.LinearLayout' }, input, send);
const root = node({ text: '', class: 'android.widget.FrameLayout' }, node({ text: '发送记录', desc: 'Log' }), foot);

function node(is, ...children) {
  const made = { index: 0, clickable: false, children, parent: null, ...is };
  children.forEach((child, at) => Object.assign(child, { parent: made, index: at }));
  return made;
}

function all(one) {
  return [one, ...one.children.flatMap(all)];
}

function found(selector) {
  return matches(parse(selector).selector, all(root));
}

for (const [selector, expected] of [
  ['new UiSelector().text("发送")', [send]],
  ['new UiSelector().textStartsWith("发").className("android.widget.Button")', [send]],
  ['new UiSelector().textMatches("发.*录")', [root.children[0]]],
  ['new UiSelector().descriptionContains("log")', [root.children[0]]],
  ['new UiSelector().resourceId("a.b:id/et")', [input]],
  ['new UiSelector().resourceIdMatches(".*:id/e.")', [input]],
  ['new UiSelector().clickable(true).instance(1)', [send]],
  ['new UiSelector().clickable(true).index(0)', [input]],
  ['new UiSelector().className("android.widget.LinearLayout").childSelector(new UiSelector().clickable(true))', [input, send]],
  ['new UiSelector().text("发送").fromParent(new UiSelector().index(0))', [input]],
  ['new UiSelector().text("没有")', []],
]) {
  test(`finds by ${selector}`, () => assert.deepEqual(found(selector), expected));
}

test('takes quotes inside of texts', () => {
  assert.equal(parse('new UiSelector().text("说\\"好\\"")').selector[0].value, '说"好"');
});

test('reads what a list is scrolled to', () => {
  assert.deepEqual(
    parse('new UiScrollable(new UiSelector().scrollable(true)).setMaxSearchSwipes(9).scrollIntoView(new UiSelector().text("甲"));'),
    {
      scroll: 'scrollIntoView',
      container: [{ flag: 'scrollable', value: true }],
      target: [{ field: 'text', way: 'Equals', value: '甲' }],
    },
  );
});

for (const [selector, message] of [
  ['//TextView', "Could not parse expression '//TextView': an unknown sign before character 0"],
  ['new UiSelector().txt("a")', "Could not parse expression 'new UiSelector().txt(\"a\")': UiSelector has no method 'txt' that is known here before character 24"],
  ['new UiSelector().text("a"', "Could not parse expression 'new UiSelector().text(\"a\"': ')' is missing before character 25"],
  ['new UiSelector().index("a")', "Could not parse expression 'new UiSelector().index(\"a\")': a number is missing before character 26"],
  ['new UiScrollable(new UiSelector())', "Could not parse expression 'new UiScrollable(new UiSelector())': UiScrollable is told nothing to do before character 34"],
]) {
  test(`refuses ${selector}`, () => assert.throws(() => parse(selector), { message }));
}
