package org.wenda.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.wenda.config.LinkSettings;

/** Steps that follow links with small limits. */
final class Following {
    private static final LinkSettings LIMITS = new LinkSettings(6, 10, 1 << 20, Duration.ofSeconds(5));

    private Following() {}

    static LinkStep step(Pacer pacer, Clock clock, Stop stop) {
        return new LinkStep(pacer, LIMITS, new Grounds(id -> Optional.empty()), clock, new Random(1), stop);
    }
}
