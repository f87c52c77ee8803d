/**
 * The same laid-out page as WebDriverAgent tells of a screen: all windows of the app in front, also what cannot be seen,
 * frames whole and in points. Alerts of the system are told as an app of their own, as the setting respectSystemAlerts
 * has it.
 */

/** Whose windows these are on an iPhone. */
const BUNDLES = {
  'com.android.launcher3': 'com.apple.springboard',
  'com.android.permissioncontroller': 'com.apple.springboard',
  android: 'com.apple.springboard',
  'com.android.browser': 'com.apple.mobilesafari',
  'com.android.dialer': 'com.apple.mobilephone',
  'com.tencent.mm': 'com.tencent.xin',
};

const WEB_TYPES = {
  'android.widget.TextView': 'StaticText',
  'android.widget.Button': 'Button',
  'android.widget.Image': 'Image',
};

export function bundleOf(packageName) {
  return BUNDLES[packageName] ?? packageName;
}

/**
 * @param {HTMLElement} active the window in front
 * @param {{web: object | null, keyboard: HTMLElement}} look web: what stands in the WebView, or null
 * @returns {object} the application
 */
export function iosTree(active, look) {
  const owner = active.dataset.package;
  const display = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const windows = [...active.parentElement.children]
    .filter((window) => window.dataset.package === owner)
    .flatMap((window) => told(window, display, look));
  const keys = look.keyboard.hidden ? [] : [keyboard(look.keyboard)];
  const status = made('Window', display, { children: [made('StatusBar', { ...display, bottom: 24 }, { label: '10:24' })] });
  return made('Application', display, {
    label: owner === 'city.yanshi.app' ? '演示市' : bundleOf(owner),
    bundle: bundleOf(owner),
    children: [...windows, ...keys, status],
  });
}

/** A frame that holds all that was laid out, in whole points. */
function frame(rect) {
  const x = Math.floor(rect.left);
  const y = Math.floor(rect.top);
  return { x, y, width: Math.ceil(rect.right) - x, height: Math.ceil(rect.bottom) - y };
}

function made(type, rect, is = {}) {
  return { type, frame: frame(rect), visible: true, enabled: true, accessible: false, children: [], ...is };
}

function meet(one, other) {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const right = Math.min(one.right, other.right);
  const bottom = Math.min(one.bottom, other.bottom);
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
}

function covers(rect) {
  return rect.right > rect.left && rect.bottom > rect.top;
}

function told(element, clip, look) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') {
    return [];
  }
  const rect = element.getBoundingClientRect();
  const inside = style.overflowX === 'visible' && style.overflowY === 'visible' ? clip : meet(rect, clip);
  const below = () => [...element.children].flatMap((child) => told(child, inside, look));
  if (element.className === 'slot') {
    return element.children.length === 0 ? [] : [made('Cell', rect, { visible: covers(meet(rect, clip)), children: below() })];
  }
  if (!element.dataset.class) {
    return below();
  }
  const node = shaped(element, rect, below, look);
  return withPlaceholder({ ...node, element, enabled: !element.disabled, visible: covers(meet(rect, clip)) });
}

/** What UIKit would make of a view. */
function shaped(element, rect, below, look) {
  const data = element.dataset;
  const kind = data.class.replace(/^.*\./, '');
  const clickable = 'clickable' in data;
  if (element.classList.contains('dialog')) {
    const title = element.querySelector('[data-label]').textContent;
    const panel = element.firstElementChild.getBoundingClientRect();
    return made('Window', rect, { children: [made('Alert', panel, { label: title, children: below() })] });
  }
  if (element.classList.contains('window')) {
    return made('Window', rect, { children: below() });
  }
  if (data.id === 'toolbar' || data.id === 'tab_bar') {
    return made(data.id === 'toolbar' ? 'NavigationBar' : 'TabBar', rect, { children: below() });
  }
  switch (kind) {
    case 'EditText':
      return field(element, rect);
    case 'TextView':
      return clickable ? button(rect, element.textContent) : text(element, rect);
    case 'Button':
    case 'ImageButton':
      return button(rect, element.textContent || data.desc, data.id);
    case 'ImageView':
      return clickable && data.desc
        ? button(rect, data.desc, data.id)
        : made('Image', rect, { label: data.desc, name: data.id, accessible: clickable });
    case 'RecyclerView':
      return made('Table', rect, { name: data.id, children: [...below(), scrollBar(rect)] });
    case 'ScrollView':
      return made('ScrollView', rect, { children: [...below(), scrollBar(rect)] });
    case 'WebView':
      return web(element, rect, look.web);
    default:
      return clickable ? button(rect, data.desc, data.id) : made('Other', rect, { children: below() });
  }
}

function button(rect, label, id) {
  return made('Button', rect, { label, name: id ?? label, accessible: true });
}

function scrollBar(rect) {
  const { right, top, bottom } = rect;
  return made('Other', { left: right - 3, top, right, bottom }, { label: '垂直滚动条，2页', value: '0%' });
}

/** The text of an answer is a UITextView, whose links are elements of their own; all other texts are labels. */
function text(element, rect) {
  if (!element.classList.contains('line')) {
    return made('StaticText', rect, { label: element.textContent, value: element.textContent, accessible: true });
  }
  const links = [...element.querySelectorAll('.link')].map((link) =>
    // Of a link that goes on in the next line its beginning.
    ({ ...made('Link', link.getClientRects()[0], { label: link.textContent, accessible: true }), element: link }),
  );
  return made('TextView', rect, { value: element.textContent, name: element.dataset.id, accessible: true, children: links });
}

/** What is typed into over several lines has no place for what it shows while it is empty. */
function field(element, rect) {
  const growing = element.classList.contains('typed');
  const type = growing ? 'TextView' : element.type === 'password' ? 'SecureTextField' : 'TextField';
  return made(type, rect, {
    name: element.dataset.id,
    value: element.value || (growing ? undefined : element.placeholder),
    placeholder: growing ? undefined : element.placeholder,
    laidOver: growing && element.value === '' ? element.placeholder : undefined,
    accessible: true,
  });
}

function withPlaceholder(node) {
  if (!node.laidOver) {
    return [node];
  }
  const { x, y, width, height } = node.frame;
  const rect = { left: x + 8, top: y + 4, right: x + width - 8, bottom: y + height - 4 };
  return [node, made('StaticText', rect, { label: node.laidOver, value: node.laidOver, visible: node.visible })];
}

/** WebKit tells of a page below three views of one another. */
function web(element, rect, page) {
  const nodes = page ? page.nodes.flatMap((node) => webNode(node, rect)) : [];
  const content = made('Other', rect, { label: page?.title, children: nodes });
  const inner = made('WebView', rect, { children: [made('WebView', rect, { children: page ? [content] : [] })] });
  return made('WebView', rect, { name: element.dataset.id, children: [inner] });
}

function webNode(node, place) {
  const moved = {
    left: node.rect.left + place.left,
    top: node.rect.top + place.top,
    right: node.rect.right + place.left,
    bottom: node.rect.bottom + place.top,
  };
  const children = node.children.flatMap((child) => webNode(child, place));
  const is = { ref: node.ref, enabled: node.enabled ?? true, visible: covers(meet(moved, place)), children };
  if (node.hint !== undefined) {
    const value = node.showingHint ? node.hint : node.text;
    return [made('TextField', moved, { ...is, value, placeholder: node.hint, name: node.id, accessible: true })];
  }
  const label = node.text || node.desc;
  const type = WEB_TYPES[node.class] ?? (node.clickable ? 'Link' : 'Other');
  return [made(type, moved, { ...is, label, name: node.id ?? label, accessible: type !== 'Other' })];
}

function keyboard(element) {
  const rect = element.getBoundingClientRect();
  const keys = [...element.children].slice(0, -1).map((key, at) =>
    made('Key', key.getBoundingClientRect(), { label: String.fromCharCode(97 + (at % 26)), accessible: true }),
  );
  const send = button(element.lastElementChild.getBoundingClientRect(), '发送', 'Send');
  const display = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return made('Window', display, { children: [made('Keyboard', rect, { children: [...keys, send] })] });
}
