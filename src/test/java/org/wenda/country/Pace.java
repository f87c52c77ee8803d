package org.wenda.country;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What one host's own log says of the manners of its visitor. Pure. */
public final class Pace {
    private Pace() {}

    /** Returns the shortest time between two questions; an hour where there are no two. */
    public static Duration shortest(List<Country.Heard> heard) {
        return IntStream.range(1, heard.size())
                .mapToObj(i -> Duration.between(
                        heard.get(i - 1).asked().at(), heard.get(i).asked().at()))
                .min(Duration::compareTo)
                .orElse(Duration.ofHours(1));
    }

    /** Returns the conversations that went on after another one had begun. */
    public static List<String> interrupted(List<Country.Heard> heard) {
        List<String> interrupted = new ArrayList<>();
        Set<String> over = new HashSet<>();
        String now = "";
        for (Country.Heard one : heard) {
            String conversation = one.portal().id() + " " + one.asked().session();
            if (!conversation.equals(now)) {
                over.add(now);
                now = conversation;
            }
            if (over.contains(now)) {
                interrupted.add(now);
            }
        }
        return interrupted;
    }
}
