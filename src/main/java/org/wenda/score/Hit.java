package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of looking for a pattern.
 *
 * @param known false if the pattern took too long, so that nobody knows
 * @param ground where it fits; empty if it does not, or nobody knows
 */
record Hit(boolean known, Optional<Ground> ground) {
    static final Hit NOTHING = new Hit(true, Optional.empty());
    static final Hit UNKNOWN = new Hit(false, Optional.empty());

    static Hit at(Place place, String text, String words) {
        int from = Math.max(0, text.indexOf(words));
        String kept = words.substring(0, Math.min(words.length(), Ground.LONGEST_WORDS));
        return new Hit(true, Optional.of(new Ground.Words(place, from, from + words.length(), kept)));
    }

    /** Returns whether it certainly fits. */
    boolean fits() {
        return ground.isPresent();
    }

    /** Returns whether it may fit. */
    boolean mayFit() {
        return fits() || !known;
    }

    /** Returns the first that fits; else unknown if any is unknown. */
    Hit or(Hit other) {
        if (fits()) {
            return this;
        }
        return other.fits() || known ? other : this;
    }

    static List<Ground> grounds(Hit... hits) {
        return Stream.of(hits).flatMap(hit -> hit.ground().stream()).toList();
    }
}
