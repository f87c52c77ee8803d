package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.NetworkRequest;

/** What the driver or the page tells of requests, as one voice in the vote on the end of a reply. */
public interface NetworkVoice {
    /**
     * Returns how the requests stand that began with or after the question; those that recur by themselves do not
     * count.
     */
    State since(@Nullable Instant sentAt);

    /**
     * Is told which requests the page itself knows to have ended: a driver that tells when requests begin tells their
     * ends late, and not to the millisecond.
     */
    default void ended(List<PageRequest> requests) {}

    /**
     * Is told right before a question goes off how long it was being typed: what the page asks for meanwhile, such as
     * questions to choose from, is not what it asks for by itself.
     */
    void typed(Duration typing);

    /**
     * Is told that in this stretch, on the browser's wall clock, a link was followed: what pages asked for meanwhile,
     * they did not ask for by themselves.
     */
    default void followed(Instant from, Instant to) {}

    /** Waits until none of those requests is under way; returns false if some still was. */
    boolean awaitEnd(Instant sentAt, Duration atMost);

    /** Returns whether it hears of a request when it begins, not only when it has ended. */
    default boolean hearsBeginnings() {
        return false;
    }

    /** Forgets what {@link #log} would return: a fresh conversation begins. */
    default void beginLog() {}

    /** Returns all that pages asked for since {@link #beginLog}, oldest first; nothing if no driver tells. */
    default List<NetworkRequest> log() {
        return List.of();
    }

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
     * @param kind where the request went that ended last, the same for all that do the same; empty if there was none
     */
    record State(boolean underWay, @Nullable Instant endedAt, Duration pollEvery, String kind) {
        /** Nothing was asked for. */
        public static final State NONE = new State(false, null, Duration.ZERO, "");
    }
}
