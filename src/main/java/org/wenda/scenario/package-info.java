/** What to ask and what to look for. */
@NullMarked
package org.wenda.scenario;

import org.jspecify.annotations.NullMarked;
