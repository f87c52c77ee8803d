/**
 * Whether a run was good enough, for programs: rules that people write, a summary, a JUnit report, and who is told.
 * Reads stored runs only.
 */
@NullMarked
package org.wenda.gate;

import org.jspecify.annotations.NullMarked;
