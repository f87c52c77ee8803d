package org.wenda.channel.phone;

import java.time.Instant;

/**
 * A screen, and when it was so: somewhere between two moments, because reading a tree takes the phone a while and it
 * does not say when it looked.
 */
record Glance(Screen screen, Instant from, Instant until) {}
