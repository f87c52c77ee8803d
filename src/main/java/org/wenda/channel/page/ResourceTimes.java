package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The page's resource timing as one voice in the vote, where the driver tells nothing of requests. It hears of a
 * request when it has ended, so that a stream under way is not seen: the chatbot's habits stand in for that. What came
 * with each of its last answers is taken to be under way until it has ended; while something is missing that came with
 * some of them, this voice does not tell the end.
 *
 * <p>Deaf to WebSockets, workers, and requests of other frames than the input's. A chatbot that answers at once for
 * several turns and then, for the first time, opens a stream can be cut off in it, if the driver tells nothing.
 */
public final class ResourceTimes implements NetworkVoice {
    /** After so long a wait for what always came, it is no longer expected in this turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PageScripts scripts;
    private final TransportHabits habits;
    private final TreeSet<Instant> questions = new TreeSet<>();
    private final List<Traffic.Span> typing = new ArrayList<>();
    private Duration typed = Duration.ZERO;
    private String place = "";
    private Set<String> ended = Set.of();
    private boolean gaveUp;

    public ResourceTimes(PageScripts scripts, TransportHabits habits) {
        this.scripts = scripts;
        this.habits = habits;
    }

    @Override
    public State since(@Nullable Instant sentAt) {
        if (sentAt == null) {
            return State.NONE;
        }
        if (questions.add(sentAt)) {
            typing.add(Traffic.Span.before(sentAt, typed));
            begin();
        }
        Facts heard = Facts.of(scripts.call("transport.since", millis(sentAt.minus(Traffic.POLLS_SEEN_WITHIN))));
        Traffic traffic = new Traffic(requests(heard), questions, typing);
        State state = traffic.since(sentAt);
        place = heard.text("place");
        ended = traffic.endedKinds(sentAt);
        boolean tells = ended.containsAll(habits.ever(place));
        return new State(
                !missing().isEmpty(), tells ? state.endedAt() : null, state.pollEvery(), tells ? state.kind() : "");
    }

    @Override
    public void typed(Duration time) {
        typed = time;
    }

    /** The turn before is over: what it was answered with becomes habit. */
    private void begin() {
        if (questions.size() > 1) {
            habits.remember(place, ended);
        }
        ended = Set.of();
        gaveUp = false;
    }

    private Set<String> missing() {
        if (gaveUp) {
            return Set.of();
        }
        Set<String> missing = new HashSet<>(habits.always(place));
        missing.removeAll(ended);
        return missing;
    }

    @Override
    public boolean awaitEnd(Instant sentAt, Duration atMost) {
        List<String> missing = List.copyOf(missing());
        if (missing.isEmpty()) {
            return true;
        }
        Object all = scripts.await("transport.until", missing, millis(sentAt.minus(Traffic.EARLY)), atMost.toMillis());
        if (!Boolean.TRUE.equals(all) && atMost.compareTo(PATIENCE) >= 0) {
            gaveUp = true;
        }
        return Boolean.TRUE.equals(all);
    }

    /** Rounded as in a {@link Report}, where the same moment has to be found again. */
    private static List<Traffic.Request> requests(Facts heard) {
        return heard.all("requests").stream()
                .map(request -> new Traffic.Request(
                        request.text("kind"),
                        Report.moment(request.number("began")),
                        Report.moment(request.number("ended"))))
                .sorted(Comparator.comparing(Traffic.Request::began))
                .toList();
    }

    private static double millis(Instant at) {
        return Duration.between(Instant.EPOCH, at).toNanos() / 1e6;
    }
}
