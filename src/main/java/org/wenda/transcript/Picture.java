package org.wenda.transcript;

/**
 * A picture inside a reply.
 *
 * @param alt its alternative text, empty if it has none
 * @param src its absolute address; data addresses are cut to their media type
 */
public record Picture(String alt, String src) {}
