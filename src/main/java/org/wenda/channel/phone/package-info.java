/** A chatbot inside an app: found and heard through the accessibility tree that Android tells of a screen. */
@NullMarked
package org.wenda.channel.phone;

import org.jspecify.annotations.NullMarked;
