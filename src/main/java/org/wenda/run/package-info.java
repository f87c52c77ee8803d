/** One run from plan to stored evidence: the only package that knows them all. */
@NullMarked
package org.wenda.run;

import org.jspecify.annotations.NullMarked;
