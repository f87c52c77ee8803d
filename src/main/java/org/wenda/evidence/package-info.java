/**
 * The run directory: what is kept of a conversation, and how it is read back. The only place that knows how the records
 * of {@code transcript} look in files, so the records themselves carry no annotations.
 */
@NullMarked
package org.wenda.evidence;

import org.jspecify.annotations.NullMarked;
