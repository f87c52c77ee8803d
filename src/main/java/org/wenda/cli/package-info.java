/** Arguments in, exit code out. */
@NullMarked
package org.wenda.cli;

import org.jspecify.annotations.NullMarked;
