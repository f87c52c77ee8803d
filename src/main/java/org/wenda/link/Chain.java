package org.wenda.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The way from one address to where it ends.
 *
 * @param last with the fragment that the way itself gave it, if any
 * @param reading what the last answer says; null if none came
 * @param stopped why the way ended before it came to an answer that stays; null if it came to one
 * @param captures what this way was the first to receive
 */
record Chain(
        List<Hop> hops,
        HttpUrl last,
        @Nullable Reading reading,
        @Nullable Reason stopped,
        List<Capture> captures,
        Instant at) {
    Chain {
        hops = List.copyOf(hops);
        captures = List.copyOf(captures);
    }

    Duration elapsed() {
        return hops.stream().map(Hop::elapsed).reduce(Duration.ZERO, Duration::plus);
    }

    Chain withoutCaptures() {
        return new Chain(hops, last, reading, stopped, List.of(), at);
    }
}
