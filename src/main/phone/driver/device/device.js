import { App } from '/app/app.js';
import { Elements } from '/device/elements.js';
import { bundleOf, iosTree } from '/device/ios-tree.js';
import { allOf, attributesOfIos, iosXml, locateIos } from '/device/ios-xml.js';
import { Keyboard } from '/device/keyboard.js';
import { locate } from '/device/locate.js';
import { all, treeOf } from '/device/tree.js';
import { matches, parse, SelectorError } from '/device/uiselector.js';
import { Windows } from '/device/windows.js';
import { attributesOf, xml } from '/device/xml.js';
import { view } from '/device/view.js';

/** What the driver asks of the phone: one method a question, plain values in and out. */

const LAUNCHER = 'com.android.launcher3';
const MOST_SWIPES = 30;

class Trouble extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

class Phone {
  #windows = new Windows();
  #keyboard = new Keyboard();
  #elements = new Elements();
  #app;
  #settings;
  #due = [];
  #armed = [];
  #web = null;

  start(settings) {
    this.#settings = settings;
    this.#windows.open(
      { package: LAUNCHER, activity: '.Launcher', css: 'launcher' },
      view(
        'LinearLayout',
        { css: 'icons' },
        view('TextView', { css: 'icon', text: '演示市', desc: '演示市', click: () => this.activate() }),
      ),
    );
    this.#app = new App({
      windows: this.#windows,
      settings,
      asked: (number) => this.#asked(number),
    });
    this.arm(settings.faults);
    if (settings.autoLaunch) {
      this.activate();
    }
  }

  /* ---- What is on the screen ---- */

  get #display() {
    const { width, height, ratio } = this.#settings;
    return { width: width * ratio, height: height * ratio };
  }

  #tree() {
    return treeOf(this.#windows.active, {
      ratio: this.#settings.ratio,
      compose: this.#settings.compose,
      web: this.#web,
    });
  }

  /** Takes what the WebView's page tells of itself, for the call that follows. */
  told(web) {
    this.#web = web;
    const bar = this.#windows.active.querySelector('.address');
    if (bar && web) {
      bar.value = web.address;
    }
  }

  get #ios() {
    return this.#settings.dialect === 'xcuitest';
  }

  #iosTree() {
    return iosTree(this.#windows.active, { web: this.#web, keyboard: document.getElementById('keyboard') });
  }

  source() {
    return this.#ios ? iosXml(this.#iosTree()) : xml(this.#tree(), this.#display);
  }

  async find(by) {
    return this.#ios ? this.#findIos(by) : this.#findAndroid(by);
  }

  #findIos({ strategy, selector, multiple, context }) {
    try {
      const tree = this.#iosTree();
      const found = locateIos({ strategy, selector }, tree, context ? this.#iosNode(context, tree) : null);
      const known = found.filter((node) => node.ref || node.element);
      return (multiple ? known : known.slice(0, 1)).map((node) => this.#elements.idOf(node));
    } catch (problem) {
      throw problem instanceof SelectorError ? new Trouble('invalid selector', problem.message) : problem;
    }
  }

  #iosNode(id, tree = this.#iosTree()) {
    return this.#known(id, allOf(tree));
  }

  async #findAndroid({ strategy, selector, multiple, context }) {
    try {
      const tree = this.#tree();
      const from = context ? this.#node(context, tree) : null;
      const scroll = strategy === '-android uiautomator' && parse(selector);
      const found = scroll?.scroll
        ? await this.#scrollTo(scroll)
        : locate({ strategy, selector }, tree, from, this.#display);
      return (multiple ? found : found.slice(0, 1)).map((node) => this.#elements.idOf(node));
    } catch (problem) {
      throw problem instanceof SelectorError ? new Trouble('invalid selector', problem.message) : problem;
    }
  }

  #node(id, tree = this.#tree()) {
    return this.#known(id, all(tree));
  }

  #known(id, nodes) {
    const found = nodes.find((node) => (node.ref || node.element) && this.#elements.idOf(node) === id);
    if (!found) {
      throw new Trouble('stale element reference', `The element '${id}' does not exist in DOM anymore`);
    }
    return found;
  }

  /** Returns where a view is, in pixels, and whether it belongs to the WebView's page. */
  describe(id) {
    if (this.#ios) {
      return this.#describeIos(this.#iosNode(id));
    }
    const node = this.#node(id);
    const { left, top, right, bottom } = node.bounds;
    return {
      left,
      top,
      right,
      bottom,
      text: node.text,
      name: node.desc ?? null,
      enabled: node.enabled,
      selected: node.selected,
      edit: node.class === 'android.widget.EditText',
      showingHint: node.showingHint,
      ref: node.ref ?? null,
    };
  }

  /** The same in points. */
  #describeIos(node) {
    const { x, y, width, height } = node.frame;
    return {
      left: x,
      top: y,
      right: x + width,
      bottom: y + height,
      text: node.value ?? node.label ?? '',
      name: node.name ?? node.label ?? null,
      enabled: node.enabled,
      selected: false,
      ref: node.ref ?? null,
    };
  }

  attribute(id, name) {
    if (this.#ios) {
      const told = attributesOfIos(this.#iosNode(id)).find(([known]) => known === name);
      return told ? String(told[1]) : null;
    }
    const found = attributesOf(this.#node(id)).find(([known]) => known === (ALIASES[name] ?? name));
    if (!found && !KNOWN.includes(ALIASES[name] ?? name)) {
      throw new Trouble('unknown', `The attribute '${name}' is unknown for the element '${id}'`);
    }
    return found ? String(found[1]) : null;
  }

  active() {
    const typed = document.activeElement;
    if (this.#ios && typed?.dataset.class === 'android.widget.EditText') {
      return this.#elements.idOf({ element: typed });
    }
    const node = all(this.#tree()).find((one) => one.focused);
    if (!node) {
      throw new Trouble('no such element', 'No element has the focus');
    }
    return this.#elements.idOf(node);
  }

  foreground() {
    const { package: name, activity } = this.#windows.active.dataset;
    return { package: name, activity, bundle: bundleOf(name) };
  }

  state() {
    this.#keyboard.follow();
    const due = this.#due;
    this.#due = [];
    return { due, web: this.#app.web() };
  }

  keyboardShown() {
    this.#keyboard.follow();
    return this.#keyboard.shown;
  }

  /** Puts a picture of the WebView's page where the WebView stands, for the screenshot that follows. */
  async paint(picture) {
    const place = [...document.querySelectorAll('[data-class="android.webkit.WebView"]')].at(-1);
    if (place) {
      const drawn = place.querySelector('img') ?? place.appendChild(document.createElement('img'));
      drawn.src = `data:image/png;base64,${picture}`;
      await drawn.decode();
    }
  }

  /** Tells whether a point, in CSS pixels, is the WebView's, and which point of its page it is. */
  webPoint({ x, y }) {
    const place = document.elementFromPoint(x, y)?.closest('[data-class="android.webkit.WebView"]');
    const rect = place?.getBoundingClientRect();
    return rect ? { x: x - rect.left, y: y - rect.top } : null;
  }

  /* ---- What is done to it ---- */

  #edited(id) {
    return this.#ios ? this.#iosNode(id) : this.#node(id);
  }

  /** Puts the cursor behind what stands in an EditText, or takes what stands there away. */
  edit(id, { replace }) {
    const { element } = this.#edited(id);
    if (element?.dataset.class !== 'android.widget.EditText') {
      throw new Trouble('invalid element state', `Cannot set the element '${id}'. Did you interact with the correct element?`);
    }
    element.focus();
    element.setSelectionRange(replace ? 0 : element.value.length, element.value.length);
  }

  erase(id) {
    const { element } = this.#edited(id);
    element.value = '';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }

  editorAction(action) {
    document.activeElement.dispatchEvent(new CustomEvent('editoraction', { detail: action }));
  }

  hideKeyboard() {
    return this.#keyboard.hide();
  }

  back() {
    if (!this.#keyboard.hide()) {
      this.#windows.active.back();
    }
  }

  /** A finger from the left edge: only within the app, and not while something is asked. */
  swipeBack() {
    const { active } = this.#windows;
    if (active.dataset.package === 'city.yanshi.app' && !active.classList.contains('dialog')) {
      this.#app.pop();
    }
  }

  home() {
    this.#keyboard.hide();
    this.#app.leave();
  }

  activate() {
    this.#app.launch();
  }

  terminate() {
    return this.#app.end();
  }

  appState() {
    return this.#app.state();
  }

  /* ---- Scrolling ---- */

  /** Returns whether the view under a point, in CSS pixels, could be scrolled on in a direction. */
  canScroll({ x, y, direction }) {
    const list = scrollable(document.elementFromPoint(x, y));
    return list ? CAN[direction](list) : false;
  }

  async #scrollTo({ scroll, container, target }) {
    const [found] = matches(container, all(this.#tree()));
    if (!found) {
      return [];
    }
    const list = found.element;
    if (scroll !== 'scrollIntoView') {
      await this.#move(list, SCROLLS[scroll]);
      return [this.#node(this.#elements.idOf(found))];
    }
    return this.#search(list, target);
  }

  async #search(list, target) {
    const there = () => matches(target, all(this.#tree()));
    if (there().length > 0) {
      return there();
    }
    await this.#move(list, () => 0);
    for (let swipe = 0; swipe < MOST_SWIPES && there().length === 0 && CAN.down(list); swipe++) {
      await this.#move(list, SCROLLS.scrollForward);
    }
    return there();
  }

  async #move(list, to) {
    list.scrollTop = to(list);
    await settled();
  }

  /* ---- Faults ---- */

  arm(faults) {
    for (const fault of faults) {
      if (fault.question === undefined) {
        setTimeout(() => this.#strike(fault), fault.afterMs);
      } else {
        this.#armed.push(fault);
      }
    }
  }

  #asked(number) {
    for (const fault of this.#armed.filter(({ question }) => question === number)) {
      setTimeout(() => this.#strike(fault), fault.afterMs);
    }
    this.#armed = this.#armed.filter(({ question }) => question !== number);
  }

  #strike(fault) {
    if (fault.kind === 'app-crashes') {
      this.#app.crash();
    } else if (fault.kind === 'dialog') {
      this.#app.interrupt();
    } else {
      this.#due.push(fault);
    }
  }
}

const ALIASES = {
  name: 'text',
  contentDescription: 'content-desc',
  resourceId: 'resource-id',
  className: 'class',
  longClickable: 'long-clickable',
  showingHintText: 'showing-hint',
};
const KNOWN = ['content-desc', 'resource-id', 'hint', 'selection-start', 'selection-end', 'is-collection'];

const CAN = {
  down: (list) => list.scrollTop + list.clientHeight < list.scrollHeight - 1,
  up: (list) => list.scrollTop > 0,
  right: (list) => list.scrollLeft + list.clientWidth < list.scrollWidth - 1,
  left: (list) => list.scrollLeft > 0,
};

const SCROLLS = {
  scrollForward: (list) => list.scrollTop + list.clientHeight * 0.8,
  scrollBackward: (list) => list.scrollTop - list.clientHeight * 0.8,
  scrollToBeginning: () => 0,
  scrollToEnd: (list) => list.scrollHeight,
};

function scrollable(element) {
  let at = element;
  while (at && !(['auto', 'scroll'].includes(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight + 1)) {
    at = at.parentElement;
  }
  return at;
}

/** Two frames: one for the scroll event, one for what it draws. */
function settled() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

const phone = new Phone();

window.phone = {
  async perform(name, ...args) {
    try {
      return { value: (await phone[name](...args)) ?? null };
    } catch (problem) {
      return { trouble: problem instanceof Trouble ? problem.kind : 'unknown', message: problem.message };
    }
  },
};
