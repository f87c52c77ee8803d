/**
 * A country of portals on loopback that share hosts, and somebody who asks them from a terminal that may lose power.
 */
@NullMarked
package org.wenda.country;

import org.jspecify.annotations.NullMarked;
