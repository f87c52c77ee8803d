/** The run as TestNG tests. */
@NullMarked
package org.wenda.suite;

import org.jspecify.annotations.NullMarked;
