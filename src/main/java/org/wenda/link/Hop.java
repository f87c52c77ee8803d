package org.wenda.link;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One address on the way of a link.
 *
 * @param address what was requested, without user name and password
 * @param status HTTP status; 0 if no answer came
 * @param location where the answer sent on, as written; null if it did not
 * @param elapsed from before the name was looked up until the answer was read, waiting for the host's turn left out
 * @param tls null for plain HTTP, and if no connection came about
 * @param how what led to this address; {@link How#HTTP} for the link itself
 */
public record Hop(
        URI address,
        int status,
        @Nullable String location,
        Duration elapsed,
        @Nullable Tls tls,
        How how) {
    /** What led to an address. */
    public enum How implements Wired {
        HTTP("http"),
        META_REFRESH("meta-refresh"),
        /** A plain assignment to {@code location} in the page's script, or what a browser saw. */
        SCRIPT("script");

        private final String wire;

        How(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }

        /**
         * Returns the manner that stands in files as {@code wire}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static How ofWire(String wire) {
            return Wired.find(values(), wire);
        }
    }
}
