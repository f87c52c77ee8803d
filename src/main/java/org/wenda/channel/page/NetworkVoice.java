package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the driver or the page tells of requests, as one voice in the vote on the end of a reply. */
public interface NetworkVoice {
    /**
     * Returns how the requests stand that began with or after the question; those that recur by themselves do not
     * count.
     */
    State since(@Nullable Instant sentAt);

    /** Waits until none of those requests is under way; returns false if some still was. */
    boolean awaitEnd(Instant sentAt, Duration atMost);

    /** Returns what the host asked us to wait when the page was last loaded, in seconds; null if it did not. */
    default @Nullable Long retryAfterSeconds() {
        return null;
    }

    /**
     * How the requests of a turn stand.
     *
     * @param underWay whether one has not ended
     * @param endedAt when the last of them ended, in the browser's wall clock; null if there was none
     * @param pollEvery how often the page asks by itself for news; zero if it does not, or is answered at once
     */
    record State(boolean underWay, @Nullable Instant endedAt, Duration pollEvery) {}
}
