/**
 * The index over all targets: coverage, totals, ranks, grades, types, and how sure they are. Pure but for the files
 * that people write; which marks were given is handed in, so a ranking can be made of any run, and of made-up marks.
 */
@NullMarked
package org.wenda.ranking;

import org.jspecify.annotations.NullMarked;
