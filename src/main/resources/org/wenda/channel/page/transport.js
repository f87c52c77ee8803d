/**
 * Hears which requests have ended, from the page's own resource timing and in its clock; patches nothing that the page
 * calls. Knows nothing of a request before its end (a stream included), nor of WebSockets, workers and other documents.
 */
() => {
  // Never carry a reply. What a script asks for is fetch, xmlhttprequest or, for an EventSource, other.
  const FURNITURE = /^(img|image|icon|css|link|script|video|audio|track|iframe|frame|embed|object|input|body|navigation|beacon|ping|early-hints)$/;
  const MOST = 1000;
  const ended = [];
  const waiters = new Set();
  let teller = () => {};

  /** Where a request went, without what differs from one to the next of its kind: query, numbers, ids. */
  const kindOf = (address) => {
    const url = new URL(address, location.href);
    return url.origin + url.pathname.replace(/[0-9a-f-]{16,}|\d+/gi, '#');
  };

  const take = (entries) => {
    const before = ended.length;
    for (const entry of entries) {
      if (FURNITURE.test(entry.initiatorType)) continue;
      const end = entry.responseEnd || entry.startTime + entry.duration;
      ended.push({ kind: kindOf(entry.name), address: entry.name, began: performance.timeOrigin + entry.startTime, ended: performance.timeOrigin + end });
    }
    if (ended.length > before) teller();
    if (ended.length > MOST) ended.splice(0, ended.length - MOST);
    for (const waiter of Array.from(waiters)) waiter();
  };

  let observer = null;
  if (typeof PerformanceObserver === 'function' && (PerformanceObserver.supportedEntryTypes || []).includes('resource')) {
    observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type: 'resource', buffered: true });
  }

  const since = (from) => {
    if (observer) take(observer.takeRecords());
    return ended.filter((request) => request.ended >= from);
  };

  return {
    /**
     * The requests that ended at or after a moment.
     *
     * @param {number} from in the page's wall clock, milliseconds
     * @returns {{place: string, requests: Array<{kind: string, address: string, began: number,
     *     ended: number}>}} place names the document
     */
    since: (from) => ({ place: kindOf(location.href), requests: since(from) }),

    /** Calls this function whenever requests have ended, also while another asks for them. */
    tell: (listener) => {
      teller = listener;
    },

    /** Resolves to true once a request of each kind has ended that began at or after a moment, to false at the limit. */
    until: (kinds, from, atMost) =>
      new Promise((resolve) => {
        const missing = () => {
          const there = new Set(since(from).filter((request) => request.began >= from).map((request) => request.kind));
          return kinds.some((kind) => !there.has(kind));
        };
        const finish = (all) => {
          waiters.delete(check);
          clearTimeout(timer);
          resolve(all);
        };
        const timer = setTimeout(() => finish(!missing()), atMost);
        const check = () => {
          waiters.delete(check); // asking takes records, and that calls the waiters
          if (missing()) waiters.add(check);
          else finish(true);
        };
        check();
      }),
  };
}
