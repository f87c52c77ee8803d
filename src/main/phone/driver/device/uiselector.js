/**
 * Reads the part of UiAutomator's selector language that locates elements: UiSelector, and UiScrollable with
 * scrollIntoView, scrollForward, scrollBackward, scrollToBeginning and scrollToEnd. Runs no Java.
 */

const TEXT_METHODS = {
  text: 'text',
  description: 'desc',
  className: 'class',
  resourceId: 'id',
  packageName: 'package',
};
const FLAGS = [
  'checkable',
  'checked',
  'clickable',
  'enabled',
  'focusable',
  'focused',
  'longClickable',
  'scrollable',
  'selected',
];
const SCROLLS = ['scrollForward', 'scrollBackward', 'scrollToBeginning', 'scrollToEnd'];
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([A-Za-z_]\w*)|(-?\d+)|([().,;]))/y;

export class SelectorError extends Error {}

/**
 * Parses a selector.
 *
 * @param {string} source such as {@code new UiSelector().text("发送")}
 * @returns {{selector: object[]} | {scroll: string, container: object[], target?: object[]}} a selector is the list of
 *   its criteria
 * @throws {SelectorError} saying where it stops making sense
 */
export function parse(source) {
  const reader = new Reader(source);
  const kind = reader.construction();
  const result = kind === 'UiSelector' ? { selector: reader.criteria() } : reader.scrolling();
  reader.end();
  return result;
}

class Reader {
  constructor(source) {
    this.source = source;
    this.at = 0;
    this.next();
  }

  next() {
    const before = this.token;
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.source);
    if (found) {
      this.at = TOKEN.lastIndex;
      this.token = { string: found[1], word: found[2], number: found[3], sign: found[4] };
    } else if (this.source.slice(this.at).trim() === '') {
      this.token = { end: true };
    } else {
      throw this.wrong('an unknown sign');
    }
    return before;
  }

  wrong(what) {
    return new SelectorError(`Could not parse expression '${this.source}': ${what} before character ${this.at}`);
  }

  sign(wanted) {
    if (this.token.sign !== wanted) {
      throw this.wrong(`'${wanted}' is missing`);
    }
    this.next();
  }

  maybe(wanted) {
    const there = this.token.sign === wanted;
    if (there) {
      this.next();
    }
    return there;
  }

  word() {
    if (!this.token.word) {
      throw this.wrong('a name is missing');
    }
    return this.next().word;
  }

  construction() {
    if (this.word() !== 'new') {
      throw this.wrong("'new' is missing");
    }
    const kind = this.word();
    if (kind !== 'UiSelector' && kind !== 'UiScrollable') {
      throw this.wrong(`'${kind}' is neither UiSelector nor UiScrollable`);
    }
    this.sign('(');
    if (kind === 'UiSelector') {
      this.sign(')');
    }
    return kind;
  }

  nested() {
    if (this.construction() !== 'UiSelector') {
      throw this.wrong('a UiSelector is missing');
    }
    return this.criteria();
  }

  criteria() {
    const criteria = [];
    while (this.maybe('.')) {
      criteria.push(this.criterion());
    }
    return criteria;
  }

  criterion() {
    const name = this.word();
    this.sign('(');
    const criterion = this.meaning(name);
    this.sign(')');
    return criterion;
  }

  meaning(name) {
    const [, field, way] = /^(.*?)(Contains|StartsWith|Matches)?$/.exec(name);
    if (Object.hasOwn(TEXT_METHODS, field)) {
      return { field: TEXT_METHODS[field], way: way ?? 'Equals', value: this.string() };
    }
    if (FLAGS.includes(name)) {
      return { flag: name, value: this.flag() };
    }
    if (name === 'index' || name === 'instance') {
      return { [name]: this.number() };
    }
    if (name === 'childSelector' || name === 'fromParent') {
      return { [name]: this.nested() };
    }
    throw this.wrong(`UiSelector has no method '${name}' that is known here`);
  }

  string() {
    if (!this.token.string) {
      throw this.wrong('a text in quotes is missing');
    }
    return this.next().string.slice(1, -1).replace(/\\(.)/g, (all, escaped) => ({ n: '\n', t: '\t' })[escaped] ?? escaped);
  }

  number() {
    if (!this.token.number) {
      throw this.wrong('a number is missing');
    }
    return Number(this.next().number);
  }

  flag() {
    const word = this.token.sign === ')' ? 'true' : this.word();
    if (word !== 'true' && word !== 'false') {
      throw this.wrong(`'${word}' is neither true nor false`);
    }
    return word === 'true';
  }

  scrolling() {
    const container = this.nested();
    this.sign(')');
    let result;
    while (this.maybe('.')) {
      const name = this.word();
      this.sign('(');
      if (name === 'scrollIntoView') {
        result = { scroll: name, container, target: this.nested() };
      } else if (SCROLLS.includes(name)) {
        this.token.number && this.next();
        result = { scroll: name, container };
      } else if (name === 'setMaxSearchSwipes') {
        this.number();
      } else if (name !== 'setAsVerticalList') {
        throw this.wrong(`UiScrollable has no method '${name}' that is known here`);
      }
      this.sign(')');
    }
    if (!result) {
      throw this.wrong('UiScrollable is told nothing to do');
    }
    return result;
  }

  end() {
    this.maybe(';');
    if (!this.token.end) {
      throw this.wrong('something follows that does not belong there');
    }
  }
}

/**
 * Returns the nodes that a selector means, in the order of the tree.
 *
 * @param {object[]} criteria as parsed
 * @param {object[]} nodes all nodes in question, in the order of the tree
 */
export function matches(criteria, nodes) {
  const own = criteria.filter((criterion) => !criterion.childSelector && !criterion.fromParent);
  const instance = own.find((criterion) => 'instance' in criterion)?.instance;
  let found = nodes.filter((node) => own.every((criterion) => fits(criterion, node)));
  if (instance !== undefined) {
    found = found.slice(instance, instance + 1);
  }
  for (const { childSelector, fromParent } of criteria) {
    if (childSelector) {
      found = unique(found.flatMap((node) => matches(childSelector, below(node))));
    } else if (fromParent) {
      found = unique(found.flatMap((node) => (node.parent ? matches(fromParent, below(node.parent)) : [])));
    }
  }
  return found;
}

function below(node) {
  return node.children.flatMap((child) => [child, ...below(child)]);
}

function unique(list) {
  return [...new Set(list)];
}

function fits(criterion, node) {
  if ('flag' in criterion) {
    return node[criterion.flag] === criterion.value;
  }
  if ('index' in criterion) {
    return node.index === criterion.index;
  }
  if ('instance' in criterion) {
    return true;
  }
  const value = node[criterion.field] ?? '';
  switch (criterion.way) {
    case 'Contains':
      return value.toLowerCase().includes(criterion.value.toLowerCase());
    case 'StartsWith':
      return value.toLowerCase().startsWith(criterion.value.toLowerCase());
    case 'Matches':
      return pattern(criterion.value).test(value);
    default:
      return value === criterion.value;
  }
}

function pattern(source) {
  try {
    return new RegExp(`^(?:${source})$`, 'su');
  } catch (broken) {
    throw new SelectorError(`Could not parse expression: ${broken.message}`);
  }
}
