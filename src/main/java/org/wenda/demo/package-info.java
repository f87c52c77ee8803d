/** The demonstration city: a portal, a chatbot and its faults, on loopback. */
@NullMarked
package org.wenda.demo;

import org.jspecify.annotations.NullMarked;
