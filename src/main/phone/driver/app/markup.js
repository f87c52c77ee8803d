/** The small Markdown of the city's answers as the lines that an app's views show. Pure. */

/**
 * Returns one entry a line, each a list of cells; only rows of a table have more than one.
 *
 * @param {string} text
 * @param {(cell: string) => string} [shown] what is shown of a cell; without links and stress if not given
 * @returns {{kind: string, cells: string[], link: boolean}[]} kind: heading, item, step, row or text; link: whether a
 *   cell holds one, see partsOf
 */
export function linesOf(text, shown = bare) {
  return text
    .split('\n')
    .filter((line) => line.trim() && !/^\|[\s|:-]+\|\s*$/.test(line))
    .map((line) => {
      const { kind, cells } = shape(line);
      return { kind, cells: cells.map(shown), link: cells.some((cell) => /\[[^\]]*\]\(/.test(cell)) };
    });
}

/**
 * Returns a text as its parts, those that are links with where they lead.
 *
 * @param {string} text
 * @returns {{text: string, href?: string}[]}
 */
export function partsOf(text) {
  return linesOf(text, (cell) => cell)
    .map(({ cells }) => cells.join('\t'))
    .join('\n')
    .split(/(\[[^\]]*\]\([^)]*\))/)
    .filter((part) => part)
    .map((part) => {
      const link = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(part);
      return link ? { text: bare(link[1]), href: link[2] } : { text: bare(part) };
    });
}

function shape(line) {
  const table = /^\|(.*)\|\s*$/.exec(line);
  if (table) {
    return { kind: 'row', cells: table[1].split('|').map((cell) => cell.trim()) };
  }
  const marked = /^(#+|-|\d+\.) (.*)$/.exec(line);
  if (!marked) {
    return { kind: 'text', cells: [line] };
  }
  return { kind: marked[1] === '-' ? 'item' : marked[1].startsWith('#') ? 'heading' : 'step', cells: [marked[2]] };
}

/** Links and stress are spans of a text, not characters. */
function bare(text) {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1');
}

/** Returns the whole text as a reader sees it: a line each, tabs between cells. */
export function plain(text) {
  return linesOf(text)
    .map(({ cells }) => cells.join('\t'))
    .join('\n');
}
