// Tells what a WebView shows as Chromium's accessibility tells it to Android: runs in the page, returns
// {title, address, nodes: [{class, text, desc, id, clickable, …, rect, ref, part, children}]}; rect in CSS pixels, ref the element,
// part which of its texts a text is.
const CLASSES = {
  A: 'android.view.View',
  BUTTON: 'android.widget.Button',
  TEXTAREA: 'android.widget.EditText',
  INPUT: 'android.widget.EditText',
  IMG: 'android.widget.Image',
  UL: 'android.widget.ListView',
  OL: 'android.widget.ListView',
  LI: 'android.view.View',
  TABLE: 'android.widget.GridView',
  TR: 'android.view.View',
  TD: 'android.view.View',
  TH: 'android.view.View',
};
const SPEAKING = ['A', 'BUTTON'];
const SKIPPED = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'];

function place(rect) {
  return { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
}

function textNode(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const rect = range.getBoundingClientRect();
  if (!node.data.trim() || rect.width === 0 || rect.height === 0) {
    return [];
  }
  const parent = node.parentElement;
  return [
    {
      class: 'android.widget.TextView',
      text: node.data.trim(),
      rect: place(rect),
      ref: parent,
      part: [...parent.childNodes].indexOf(node),
      children: [],
    },
  ];
}

function scrolls(element, style) {
  return ['auto', 'scroll'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
}

function elementNode(element) {
  const style = getComputedStyle(element);
  if (SKIPPED.includes(element.tagName) || style.display === 'none' || style.visibility === 'hidden') {
    return [];
  }
  const speaks = SPEAKING.includes(element.tagName);
  const children = speaks ? [] : [...element.childNodes].flatMap(told);
  const list = scrolls(element, style);
  const kind = CLASSES[element.tagName] ?? (list || element === document.body ? 'android.view.View' : null);
  const rect = element.getBoundingClientRect();
  if (!kind || rect.width === 0 || rect.height === 0) {
    return children;
  }
  const edit = kind === 'android.widget.EditText';
  const clickable = speaks || edit;
  const made = {
    class: kind,
    text: edit ? element.value || element.placeholder || '' : speaks ? element.innerText.trim() : element.alt ?? '',
    clickable,
    focusable: clickable,
    focused: document.activeElement === element,
    enabled: !element.disabled,
    scrollable: list,
    rect: place(rect),
    ref: element,
    children,
  };
  if (element.title || element.getAttribute('aria-label')) {
    made.desc = element.getAttribute('aria-label') || element.title;
  }
  if (element.id) {
    made.id = element.id;
  }
  if (edit) {
    made.hint = element.placeholder || '';
    made.showingHint = !element.value;
  }
  return [made];
}

function told(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    return textNode(node);
  }
  return node.nodeType === Node.ELEMENT_NODE ? elementNode(node) : [];
}

return { title: document.title, address: location.href, nodes: told(document.body) };
