package org.wenda.link;

/**
 * What a browser showed of a page, once its scripts had run.
 *
 * @param address where the browser ended, fragment included
 * @param heading the first heading; empty if there is none
 * @param text the visible text
 */
public record Seen(String address, String title, String heading, String text) {}
