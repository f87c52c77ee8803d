/** Benchmarks, run by hand: what is claimed of speed is measured here, against a baseline in the same run. */
@NullMarked
package org.wenda.bench;

import org.jspecify.annotations.NullMarked;
