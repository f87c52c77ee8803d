package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a page, and what they tell of one question. Tells polls from answers. Pure: whoever hears of requests
 * hands them in.
 */
public final class Traffic {
    /** Before a question, requests of this long tell which kinds come by themselves. */
    static final Duration POLLS_SEEN_WITHIN = Duration.ofSeconds(20);

    /** A request can begin a little before the trusted event is over, on another clock tick. */
    static final Duration EARLY = Duration.ofMillis(30);

    /** The page hears of the first key after the driver was told to press it, on another clock. */
    private static final Duration TYPED_EARLIER = Duration.ofMillis(200);

    /** How much a busy page may be behind with its next poll. */
    private static final Duration POLLS_LATE = Duration.ofMillis(500);

    private static final Duration SLOWEST_POLL = Duration.ofSeconds(5);

    private final List<Request> requests;
    private final NavigableSet<Instant> questions;
    private final List<Span> prompted;

    /**
     * Takes what is known now.
     *
     * @param requests in the order of their beginning
     * @param questions when the page was asked something
     * @param prompted while questions were being typed or links followed; what begins then does not recur by itself
     */
    public Traffic(List<Request> requests, NavigableSet<Instant> questions, List<Span> prompted) {
        this.requests = List.copyOf(requests);
        this.questions = questions;
        this.prompted = List.copyOf(prompted);
    }

    /** A stretch of time, both ends included. */
    public record Span(Instant from, Instant to) {
        /** Returns the time before a question went off in which it was typed, and a little more. */
        public static Span before(Instant sentAt, Duration typing) {
            return new Span(sentAt.minus(typing).minus(TYPED_EARLIER), sentAt);
        }

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }
    }

    /**
     * One request.
     *
     * @param kind where it went, the same for all that do the same
     * @param ended null while it is under way
     */
    public record Request(
            String kind, Instant began, @Nullable Instant ended) {}

    /** Returns how the requests stand that began with or after the question and do not recur by themselves. */
    public NetworkVoice.State since(Instant sentAt) {
        Instant from = sentAt.minus(EARLY);
        boolean underWay = false;
        Instant last = null;
        String kind = "";
        for (Request request : ofTheQuestion(from)) {
            Instant ended = request.ended();
            if (ended == null) {
                underWay = true;
            } else if (last == null || ended.isAfter(last)) {
                last = ended;
                kind = request.kind();
            }
        }
        return new NetworkVoice.State(underWay, last, pollEvery(from), kind);
    }

    /** Returns the kinds of those requests, as far as they have ended. */
    Set<String> endedKinds(Instant sentAt) {
        Set<String> kinds = new HashSet<>();
        for (Request request : ofTheQuestion(sentAt.minus(EARLY))) {
            if (request.ended() != null) {
                kinds.add(request.kind());
            }
        }
        return kinds;
    }

    private List<Request> ofTheQuestion(Instant from) {
        Map<String, Integer> count = new HashMap<>();
        for (Request request : requests) {
            // Two of a kind since the question, or one that was running by itself before it: a poll, not an answer.
            boolean before = request.began().isBefore(from);
            if (!before) {
                count.merge(request.kind(), 1, Integer::sum);
            } else if (request.ended() == null || request.ended().isAfter(from)) {
                count.merge(request.kind(), 2, Integer::sum);
            }
        }
        Set<String> held = heldOpen();
        return requests.stream()
                .filter(request -> !request.began().isBefore(from))
                .filter(request -> count.getOrDefault(request.kind(), 0) < 2 && !held.contains(request.kind()))
                .toList();
    }

    /** Returns the kinds that recur by themselves and are held open until there is news: they never tell an end. */
    private Set<String> heldOpen() {
        Map<String, List<Request>> kinds = new HashMap<>();
        for (Request request : unprompted()) {
            kinds.computeIfAbsent(request.kind(), any -> new ArrayList<>()).add(request);
        }
        kinds.values().removeIf(kind -> !recurs(kind) || !every(kind).isZero());
        return kinds.keySet();
    }

    /** Returns the median time between the starts of requests of a kind that recurs and is answered at once. */
    private Duration pollEvery(Instant from) {
        Map<String, List<Request>> kinds = new HashMap<>();
        for (Request request : unprompted()) {
            if (request.began().isAfter(from.minus(POLLS_SEEN_WITHIN))) {
                kinds.computeIfAbsent(request.kind(), any -> new ArrayList<>()).add(request);
            }
        }
        Duration longest = Duration.ZERO;
        for (List<Request> kind : kinds.values()) {
            Duration every = recurs(kind) ? every(kind) : Duration.ZERO;
            if (!stopped(kind, every, from)) {
                longest = every.compareTo(longest) > 0 && every.compareTo(SLOWEST_POLL) <= 0 ? every : longest;
            }
        }
        return longest;
    }

    /**
     * Whether a kind had ceased to recur when the question came: pages that poll for one answer stop once they have it.
     */
    private static boolean stopped(List<Request> kind, Duration every, Instant from) {
        Instant last = kind.get(kind.size() - 1).began();
        return last.isBefore(from.minus(every.multipliedBy(2)).minus(POLLS_LATE));
    }

    /** Returns the requests that no key stroke and no click of ours can have caused. */
    private List<Request> unprompted() {
        return requests.stream()
                .filter(request -> prompted.stream().noneMatch(span -> span.holds(request.began())))
                .toList();
    }

    /** Whether the page asks again and again without being asked itself: twice in a row with no question in between. */
    private boolean recurs(List<Request> kind) {
        int alone = 0;
        for (int i = 1; i < kind.size(); i++) {
            Instant question = questions.floor(kind.get(i).began().plus(EARLY));
            boolean between =
                    question != null && question.isAfter(kind.get(i - 1).began());
            alone += between ? 0 : 1;
        }
        return alone >= 2;
    }

    private static Duration every(List<Request> polls) {
        List<Duration> between = new ArrayList<>();
        long held = 0;
        for (int i = 1; i < polls.size(); i++) {
            Request before = polls.get(i - 1);
            Duration gap = Duration.between(before.began(), polls.get(i).began());
            between.add(gap);
            Instant end = before.ended();
            held += end != null
                            && Duration.between(before.began(), end)
                                            .multipliedBy(2)
                                            .compareTo(gap)
                                    > 0
                    ? 1
                    : 0;
        }
        Collections.sort(between);
        // A request that is held open until there is news brings the news at once.
        return held * 2 > between.size() ? Duration.ZERO : between.get(between.size() / 2);
    }
}
