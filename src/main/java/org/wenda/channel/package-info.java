/** How to talk to a chatbot: one interface, whatever carries it. */
@NullMarked
package org.wenda.channel;

import org.jspecify.annotations.NullMarked;
