/** The run directory: what is kept of a conversation, and how it is read back. */
@NullMarked
package org.wenda.evidence;

import org.jspecify.annotations.NullMarked;
