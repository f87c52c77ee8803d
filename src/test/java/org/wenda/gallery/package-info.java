/**
 * Portal pages with chat kits that nobody here wrote, one scripted bot behind all of them, and the pages' own truth.
 */
@NullMarked
package org.wenda.gallery;

import org.jspecify.annotations.NullMarked;
