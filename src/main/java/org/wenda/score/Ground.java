package org.wenda.score;

import java.time.Duration;
import org.wenda.link.Verdict;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Outcome;

/** One thing that a mark rests on, so that a reader can go and look. */
public sealed interface Ground {
    /** Returns where it stands. */
    Place place();

    /** How a turn ended. */
    record Ended(Place place, Outcome outcome) implements Ground {}

    /**
     * Words of a reply.
     *
     * @param from where they begin in {@link org.wenda.transcript.Reply#text()}, in characters of Java
     * @param to where they end, exclusive
     * @param words the words, hostile and at most {@link #LONGEST_WORDS} characters
     */
    record Words(Place place, int from, int to, String words) implements Ground {}

    /**
     * A time that was measured.
     *
     * @param what which time of {@link org.wenda.transcript.Timing}, such as {@code first-reply}
     * @param error stated bound of the measurement
     */
    record Timed(Place place, String what, Duration time, Duration error) implements Ground {}

    /**
     * Where a link led.
     *
     * @param href as it was offered, hostile
     */
    record Led(Place place, String href, Verdict verdict) implements Ground {}

    /** A trait that was seen. */
    record Seen(Place place, Feature feature) implements Ground {}

    /** A picture that was kept. */
    record Pictured(Place place, Evidence picture) implements Ground {}

    /** Characters that are kept of what was said. */
    int LONGEST_WORDS = 120;
}
