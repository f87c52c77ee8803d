package org.wenda.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenda.link.Why;

/** How many of some links work, each address counted once. */
final class Counted {
    /** Buttons that a page's own script runs, and ways that only an app knows, are no links that work or do not. */
    private static final Set<Why> NO_LINK =
            Set.of(Why.SCRIPT_ADDRESS, Why.DATA_ADDRESS, Why.MINI_PROGRAM, Why.NO_ADDRESS);

    private static final int SHOWN = 10;

    private final Map<String, Led> byAddress = new LinkedHashMap<>();
    private final Map<String, Ground> grounds = new LinkedHashMap<>();

    void add(Talk talk, Led link) {
        if (link.isFollowable() && !NO_LINK.contains(link.why()) && byAddress.putIfAbsent(link.href(), link) == null) {
            grounds.put(link.href(), new Ground.Led(talk.place(link.exchange()), link.href(), link.verdict()));
        }
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    int all() {
        return byAddress.size();
    }

    int alive() {
        return (int) byAddress.values().stream().filter(Counted::isAlive).count();
    }

    int unknown() {
        return (int) byAddress.values().stream()
                .filter(link -> link.isUnknown() && !isAlive(link))
                .count();
    }

    private static boolean isAlive(Led link) {
        return link.verdict().isAlive();
    }

    /** Returns those that do not work, or may not. */
    List<Ground> notAlive() {
        List<Ground> found = new ArrayList<>();
        byAddress.forEach((href, link) -> {
            Ground ground = grounds.get(href);
            if (!isAlive(link) && ground != null && found.size() < SHOWN) {
                found.add(ground);
            }
        });
        return found;
    }

    /** Returns the mark of the share that works, if it is the same whatever the unknown ones do. */
    Judged judged(Index.Item item, Rule rule) {
        double all = all();
        return Judged.between(
                item.marksBy().mark(alive() / all),
                item.marksBy().mark((alive() + unknown()) / all),
                Abstention.LINK_UNKNOWN,
                notAlive(),
                rule.says("share", alive(), all(), unknown()));
    }
}
