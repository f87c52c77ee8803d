/**
 * Where the links of an answer lead, over HTTP: one verdict for each, with the redirects, the page and the words that
 * decided. Judging is pure, so that a stored trace can be judged again; only {@link org.wenda.link.LinkTracer} requests
 * anything.
 */
@NullMarked
package org.wenda.link;

import org.jspecify.annotations.NullMarked;
