/** Whom to ask: jurisdictions, their addresses and apps, and the saved profiles of their chatbots. */
@NullMarked
package org.wenda.portal;

import org.jspecify.annotations.NullMarked;
