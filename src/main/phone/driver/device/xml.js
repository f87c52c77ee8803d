/** Writes a tree as UiAutomator2's server does: one element a view, named for its class. Pure. */

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * @param {object} root the active window's root node
 * @param {{width: number, height: number}} display in pixels
 * @param {object[]} [indexed] is filled with the nodes; each element then carries its place there as uia2-idx
 */
export function xml(root, display, indexed) {
  const size = `rotation="0" width="${display.width}" height="${display.height}"`;
  return (
    `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n` +
    `<hierarchy index="0" class="hierarchy" ${size}>${written(root, '\n  ', indexed)}\n</hierarchy>`
  );
}

function written(node, indent, indexed) {
  let attributes = attributesOf(node)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  if (indexed) {
    attributes += ` uia2-idx="${indexed.push(node) - 1}"`;
  }
  const name = tag(node.class);
  if (node.children.length === 0) {
    return `${indent}<${name}${attributes} />`;
  }
  const inside = node.children.map((child) => written(child, `${indent}  `, indexed)).join('');
  return `${indent}<${name}${attributes}>${inside}${indent}</${name}>`;
}

/** An inner class's dollar sign is no part of an XML name. */
function tag(className) {
  return className.replace(/[$@#&]/g, '.').replace(/\.+/g, '.').replace(/^\.|\.$/g, '') || 'android.view.View';
}

/** Returns names and values in the order in which UiAutomator2's server writes them. */
export function attributesOf(node) {
  return [
    ['index', node.index],
    ['package', node.package],
    ['class', node.class],
    ['text', node.text],
    ['content-desc', node.desc],
    ['resource-id', node.id],
    ['checkable', node.checkable],
    ['checked', node.checked],
    ['clickable', node.clickable],
    ['enabled', node.enabled],
    ['focusable', node.focusable],
    ['focused', node.focused],
    ['long-clickable', node.longClickable],
    ['password', node.password],
    ['scrollable', node.scrollable],
    ['selection-start', node.selectionStart],
    ['selection-end', node.selectionEnd],
    ['selected', node.selected],
    ['bounds', bounds(node.bounds)],
    ['displayed', true],
    ['hint', node.hint],
    ['a11y-important', true],
    ['screen-reader-focusable', false],
    ['drawing-order', node.drawingOrder],
    ['showing-hint', node.showingHint],
    ['text-entry-key', false],
    ['dismissable', false],
    ['a11y-focused', false],
    ['heading', node.heading],
    ['live-region', 0],
    ['context-clickable', false],
    ['content-invalid', false],
    ['text-has-clickable-span', node.clickableSpan || undefined],
    ['window-id', node.window],
    ['is-collection', node.collection || undefined],
  ].filter(([, value]) => value !== undefined);
}

/** Returns bounds as Android writes them: left and top, right and bottom, in pixels. */
export function bounds({ left, top, right, bottom }) {
  return `[${left},${top}][${right},${bottom}]`;
}

/** Returns a text as the value of an attribute; what XML cannot hold becomes a question mark. */
export function escaped(value) {
  return value
    .replace(NOT_XML, '?')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
