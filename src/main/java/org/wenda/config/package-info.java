/** What {@code drivers.properties} says, as records. */
@NullMarked
package org.wenda.config;

import org.jspecify.annotations.NullMarked;
