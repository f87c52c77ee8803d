/** Talking to a chatbot through a browser driven by Selenium. */
@NullMarked
package org.wenda.channel.browser;

import org.jspecify.annotations.NullMarked;
