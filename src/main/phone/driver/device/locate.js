import { all } from './tree.js';
import { matches, parse, SelectorError } from './uiselector.js';
import { xml } from './xml.js';

/** Finds nodes by the strategies of UiAutomator2. */

/**
 * @param {{strategy: string, selector: string}} by strategy as WebDriver names it
 * @param {object} root the tree's root
 * @param {object | null} context below which to look; null for the whole tree
 * @param {{width: number, height: number}} display
 * @throws {SelectorError} if the selector makes no sense
 */
export function locate(by, root, context, display) {
  const nodes = context ? all(context).slice(1) : all(root);
  switch (by.strategy) {
    case 'id':
      return nodes.filter((node) => node.id === by.selector || node.id === `${node.package}:id/${by.selector}`);
    case 'accessibility id':
      return nodes.filter((node) => node.desc === by.selector);
    case 'class name':
      return nodes.filter((node) => node.class === by.selector);
    case '-android uiautomator':
      return selected(by.selector, nodes);
    case 'xpath':
      return byPath(by.selector, root, context, display);
    default:
      throw new SelectorError(`Locator strategy '${by.strategy}' is not known`);
  }
}

function selected(source, nodes) {
  const parsed = parse(source);
  if (!parsed.selector) {
    throw new SelectorError('UiScrollable must be carried out before it finds something');
  }
  return matches(parsed.selector, nodes);
}

function byPath(path, root, context, display) {
  const indexed = [];
  const tree = new DOMParser().parseFromString(xml(root, display, indexed), 'application/xml');
  const from = context ? tree.querySelector(`[uia2-idx="${indexed.indexOf(context)}"]`) : tree;
  let found;
  try {
    found = tree.evaluate(path, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  } catch (broken) {
    throw new SelectorError(`'${path}' is no XPath that yields elements: ${broken.message}`);
  }
  return Array.from({ length: found.snapshotLength }, (none, at) => found.snapshotItem(at))
    .filter((item) => item.nodeType === Node.ELEMENT_NODE && item.hasAttribute('uia2-idx'))
    .map((item) => indexed[Number(item.getAttribute('uia2-idx'))]);
}
