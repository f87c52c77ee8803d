/**
 * What human raters say of the evidence, how far they agree, and what stands in the end. Every mark is kept with who
 * gave it, when and on which evidence; nothing is overwritten.
 */
@NullMarked
package org.wenda.review;

import org.jspecify.annotations.NullMarked;
