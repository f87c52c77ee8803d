/** Writes a tree as WebDriverAgent does, and finds in it by the strategies of XCUITest. Pure but for the XML parser. */

import { SelectorError } from '/device/uiselector.js';
import { escaped } from '/device/xml.js';

const PREFIX = 'XCUIElementType';

/**
 * @param {object} application as iosTree makes it
 * @param {object[]} [indexed] is filled with the nodes; each element then carries its place there as private_index
 */
export function iosXml(application, indexed) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(application, 0, '', indexed)}`;
}

function written(node, index, indent, indexed) {
  let attributes = attributesOfIos(node, index)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  if (indexed) {
    attributes += ` private_index="${indexed.push(node) - 1}"`;
  }
  const name = PREFIX + node.type;
  if (node.children.length === 0) {
    return `${indent}<${name}${attributes}/>\n`;
  }
  const inside = node.children.map((child, at) => written(child, at, `${indent}  `, indexed)).join('');
  return `${indent}<${name}${attributes}>\n${inside}${indent}</${name}>\n`;
}

/** Returns names and values in the order in which WebDriverAgent writes them; what there is not is not written. */
export function attributesOfIos(node, index = 0) {
  return [
    ['type', PREFIX + node.type],
    ['value', node.value],
    ['name', nameOf(node)],
    ['label', node.label],
    ['enabled', node.enabled],
    ['visible', node.visible],
    ['accessible', node.accessible],
    ['x', node.frame.x],
    ['y', node.frame.y],
    ['width', node.frame.width],
    ['height', node.frame.height],
    ['index', index],
    ['placeholderValue', node.placeholder],
    ['bundleId', node.bundle],
  ].filter(([, value]) => value !== undefined);
}

/** An element without an identifier is named as it is labelled. */
function nameOf(node) {
  return node.name ?? node.label;
}

export function allOf(node) {
  return [node, ...node.children.flatMap(allOf)];
}

/**
 * @param {{strategy: string, selector: string}} by strategy as WebDriver names it
 * @param {object} root the application
 * @param {object | null} context below which to look; null for the whole tree
 * @throws {SelectorError} if the selector makes no sense
 */
export function locateIos(by, root, context) {
  const nodes = context ? allOf(context).slice(1) : allOf(root);
  switch (by.strategy) {
    case 'id':
    case 'name':
    case 'accessibility id':
      return nodes.filter((node) => nameOf(node) === by.selector);
    case 'class name':
      return nodes.filter((node) => PREFIX + node.type === by.selector);
    case '-ios predicate string':
      return nodes.filter(predicate(by.selector));
    case 'xpath':
      return byPath(by.selector, root, context);
    default:
      throw new SelectorError(`Locator strategy '${by.strategy}' is not known`);
  }
}

const COMPARISON =
  /^\s*(type|name|label|value|enabled|visible)\s*(==|!=|CONTAINS|BEGINSWITH|ENDSWITH)\s*('([^']*)'|"([^"]*)"|1|0|true|false)\s*$/i;

/** The part of predicates that compares attributes, joined by AND. */
function predicate(source) {
  const tests = source.split(/\s+AND\s+/i).map((part) => {
    const read = COMPARISON.exec(part);
    if (!read) {
      throw new SelectorError(`'${part}' is no comparison of type, name, label, value, enabled or visible`);
    }
    const wanted = read[4] ?? read[5] ?? String(read[3] === '1' || /true/i.test(read[3]));
    return comparison(read[1].toLowerCase(), read[2].toUpperCase(), wanted);
  });
  return (node) => tests.every((test) => test(node));
}

function comparison(attribute, operator, wanted) {
  const does = {
    '==': (value) => value === wanted,
    '!=': (value) => value !== wanted,
    CONTAINS: (value) => value.includes(wanted),
    BEGINSWITH: (value) => value.startsWith(wanted),
    ENDSWITH: (value) => value.endsWith(wanted),
  }[operator];
  return (node) => does(String(attributesOfIos(node).find(([name]) => name === attribute)?.[1] ?? ''));
}

function byPath(path, root, context) {
  const indexed = [];
  const tree = new DOMParser().parseFromString(iosXml(root, indexed), 'application/xml');
  const from = context ? tree.querySelector(`[private_index="${indexed.indexOf(context)}"]`) : tree;
  let found;
  try {
    found = tree.evaluate(path, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  } catch (broken) {
    throw new SelectorError(`'${path}' is no XPath that yields elements: ${broken.message}`);
  }
  return Array.from({ length: found.snapshotLength }, (none, at) => found.snapshotItem(at))
    .filter((item) => item.nodeType === Node.ELEMENT_NODE && item.hasAttribute('private_index'))
    .map((item) => indexed[Number(item.getAttribute('private_index'))]);
}
