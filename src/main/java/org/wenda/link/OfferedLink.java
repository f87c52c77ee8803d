package org.wenda.link;

/**
 * A link as it was offered in a conversation. Hostile: the address may be of any scheme, or none.
 *
 * @param exchange number of the exchange that offered it; 0 for an address that was typed by hand
 * @param text what the link reads; for an address in the text, the address as written
 * @param href the address as the page resolved it; {@code tel:} and the digits for a phone number
 */
public record OfferedLink(int exchange, LinkKind kind, String text, String href) {}
