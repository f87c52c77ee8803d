import { errors } from '@appium/base-driver';

/** What can go wrong, and what is told of it when a session asks for one that is not there. */
export const KINDS = {
  'session-dies': 'the session ends and the server knows it no longer',
  'dump-timeout': 'the next trees cannot be read in time (times, timeoutMs)',
  'webview-hidden': 'WebView contexts are not listed any more',
  'app-crashes': 'the app ends and the system says so',
  dialog: 'the app asks something in the middle of everything',
  stale: 'the next commands to elements find them stale (times)',
};

const NUMBERS = { question: 1, afterMs: 0, times: 1, timeoutMs: 0 };

/**
 * Checks faults that a session asks for.
 *
 * @param {unknown} wanted list of objects: kind; question, the number of the app's question that brings it, else it
 *   comes at once; afterMs, how long after that; times and timeoutMs where the kind has them
 * @returns {{kind: string, question?: number, afterMs: number, times: number, timeoutMs: number}[]}
 * @throws {errors.InvalidArgumentError} naming all that is wrong
 */
export function checkedFaults(wanted) {
  if (!Array.isArray(wanted)) {
    throw new errors.InvalidArgumentError('appium:faults: expected a list of objects such as {"kind": "dialog"}.');
  }
  const problems = wanted.flatMap((fault, index) => problemsOf(fault).map((problem) => `faults[${index}]: ${problem}`));
  if (problems.length > 0) {
    throw new errors.InvalidArgumentError(`appium:faults: ${problems.join(' ')}`);
  }
  return wanted.map((fault) => ({ afterMs: 0, times: 1, timeoutMs: 10_000, ...fault }));
}

function problemsOf(fault) {
  const problems = [];
  if (!Object.hasOwn(KINDS, fault?.kind)) {
    problems.push(`unknown kind '${fault?.kind}'. Known: ${Object.keys(KINDS).join(', ')}.`);
  }
  for (const [key, value] of Object.entries(fault ?? {})) {
    if (key !== 'kind' && !Object.hasOwn(NUMBERS, key)) {
      problems.push(`unknown key '${key}'. Known: kind, ${Object.keys(NUMBERS).join(', ')}.`);
    } else if (key !== 'kind' && !(Number.isInteger(value) && value >= NUMBERS[key])) {
      problems.push(`${key} is ${JSON.stringify(value)}; expected a whole number from ${NUMBERS[key]}.`);
    }
  }
  return problems;
}
