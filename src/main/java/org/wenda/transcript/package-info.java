/**
 * What happened: exchanges, replies, timings, outcomes. Records only; everything right of the conversation reads these.
 */
@NullMarked
package org.wenda.transcript;

import org.jspecify.annotations.NullMarked;
