/**
 * How a sentence for people reads in Chinese and in English. Every other package may use this one: nobody prints a bare
 * string.
 */
@NullMarked
package org.wenda.words;

import org.jspecify.annotations.NullMarked;
