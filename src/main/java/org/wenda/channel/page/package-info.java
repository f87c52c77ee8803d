/** The scripts that run inside a page, and what they answer. Knows no driver, so that a WebView can use them too. */
@NullMarked
package org.wenda.channel.page;

import org.jspecify.annotations.NullMarked;
