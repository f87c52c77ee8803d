package org.wenda.transcript;

/**
 * A link as the chatbot offered it. Hostile until proven otherwise: the address may be of any scheme.
 *
 * @param text what the link reads, white space folded
 * @param href the absolute address as the page resolved it; empty where an app's own view tells none
 */
public record Link(String text, String href) {}
