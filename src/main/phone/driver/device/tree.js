/**
 * The accessibility tree of what is laid out: an element of the page with data-class stands for a view. Like
 * UiAutomator it holds what can be seen of the active window and nothing else, and texts whole even where they are cut by
 * an edge.
 */

const EDIT = 'android.widget.EditText';
const SCROLLS = ['auto', 'scroll'];

/**
 * @param {HTMLElement} window an element that stands for a window
 * @param {object} look ratio: device pixels to a CSS pixel; compose: whether views are drawn by Compose, which knows no
 *   ids and no layouts; web: what stands in the WebView, or null
 */
export function treeOf(window, look) {
  const rect = window.getBoundingClientRect();
  const base = { package: window.dataset.package, window: Number(window.dataset.number), look };
  const root = nodes(window, rect, base)[0];
  number(root, 0, null);
  return root;
}

function nodes(element, clip, base) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') {
    return [];
  }
  const rect = element.getBoundingClientRect();
  const inside = style.overflowX === 'visible' && style.overflowY === 'visible' ? clip : common(rect, clip);
  const children = inside ? [...element.children].flatMap((child) => nodes(child, inside, base)) : [];
  if (!element.dataset.class) {
    return children;
  }
  const seen = common(rect, clip);
  return seen ? [node(element, style, seen, children, base)] : [];
}

function common(one, other) {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const right = Math.min(one.right, other.right);
  const bottom = Math.min(one.bottom, other.bottom);
  return right - left > 0 && bottom - top > 0 ? { left, top, right, bottom } : null;
}

function node(element, style, seen, children, base) {
  const { look } = base;
  const data = element.dataset;
  const edit = data.class === EDIT;
  const made = {
    element,
    package: base.package,
    window: base.window,
    class: look.compose ? composed(data.class) : data.class,
    text: edit ? element.value : textOf(element),
    desc: data.desc,
    id: data.id && !look.compose ? (data.id.includes(':') ? data.id : `${base.package}:id/${data.id}`) : undefined,
    checkable: false,
    checked: false,
    clickable: edit || 'clickable' in data,
    enabled: !element.disabled,
    focusable: edit || 'clickable' in data,
    focused: document.activeElement === element,
    longClickable: edit || 'longClickable' in data,
    password: element.type === 'password',
    scrollable: scrolls(element, style),
    selected: 'selected' in data,
    heading: false,
    showingHint: false,
    clickableSpan: 'span' in data,
    collection: 'collection' in data,
    bounds: pixels(seen, look.ratio),
    children,
  };
  if (edit) {
    describeEdit(made, element);
  }
  if (data.class === 'android.webkit.WebView' && look.web) {
    made.children = web(look.web, element, seen, base);
    made.text = look.web.title;
  }
  return made;
}

/** Where nothing was typed, Android says the hint is the text. */
function describeEdit(made, element) {
  made.hint = element.placeholder;
  made.showingHint = element.value === '';
  made.text = element.value || element.placeholder;
  if (made.focused) {
    made.selectionStart = element.selectionStart;
    made.selectionEnd = element.selectionEnd;
  }
}

function textOf(element) {
  return 'label' in element.dataset ? element.textContent : '';
}

function scrolls(element, style) {
  return SCROLLS.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
}

function composed(className) {
  return /TextView|EditText|Button|ImageView|WebView|FrameLayout$/.test(className) ? className : 'android.view.View';
}

function pixels(rect, ratio) {
  return {
    left: Math.round(rect.left * ratio),
    top: Math.round(rect.top * ratio),
    right: Math.round(rect.right * ratio),
    bottom: Math.round(rect.bottom * ratio),
  };
}

/** What the WebView's own page tells of itself, moved to where the WebView stands. */
function web(page, element, clip, base) {
  const origin = element.getBoundingClientRect();
  const place = (told) => {
    const moved = {
      left: told.rect.left + origin.left,
      top: told.rect.top + origin.top,
      right: told.rect.right + origin.left,
      bottom: told.rect.bottom + origin.top,
    };
    const seen = common(moved, clip);
    if (!seen) {
      return [];
    }
    const bounds = pixels(seen, base.look.ratio);
    return [
      {
        ...WEB_DEFAULTS,
        ...told,
        package: base.package,
        window: base.window,
        bounds,
        children: told.children.flatMap(place),
      },
    ];
  };
  return page.nodes.flatMap(place);
}

const WEB_DEFAULTS = {
  text: '',
  checkable: false,
  checked: false,
  clickable: false,
  enabled: true,
  focusable: false,
  focused: false,
  longClickable: false,
  password: false,
  scrollable: false,
  selected: false,
  heading: false,
  showingHint: false,
};

function number(node, index, parent) {
  node.index = index;
  node.drawingOrder = index + 1;
  node.parent = parent;
  node.children.forEach((child, at) => number(child, at, node));
}

/** Returns a node and all below it, in the order of the tree. */
export function all(node) {
  return [node, ...node.children.flatMap(all)];
}
