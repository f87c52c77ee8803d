/** A chatbot inside an app: found and heard through the accessibility tree that a phone tells of its screen. */
@NullMarked
package org.wenda.channel.phone;

import org.jspecify.annotations.NullMarked;
