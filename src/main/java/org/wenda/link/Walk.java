package org.wenda.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Follows one address to its end, hop by hop. For one walk. */
final class Walk {
    private final Requests requests;
    private final LinkLimits limits;
    private final boolean loopback;
    private final Jar jar = new Jar();
    private final Set<String> trodden = new HashSet<>();
    private final List<Hop> hops = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();

    private HttpUrl here;
    private Hop.How how = Hop.How.HTTP;
    private @Nullable Reading reading;
    private @Nullable Reason stopped;
    private @Nullable Instant at;

    Walk(Requests requests, LinkLimits limits, boolean loopback, HttpUrl start) {
        this.requests = requests;
        this.limits = limits;
        this.loopback = loopback;
        this.here = start;
    }

    Chain toItsEnd() throws InterruptedException {
        boolean onward = true;
        while (onward) {
            onward = step();
        }
        return new Chain(hops, here, reading, stopped, captures, Objects.requireNonNull(at));
    }

    private boolean step() throws InterruptedException {
        HttpUrl asked = here.newBuilder().fragment(null).build();
        if (!trodden.add(asked + " " + jar.loadForRequest(asked))) {
            return stop(Reason.of(Why.REDIRECT_LOOP, asked));
        }
        Duration left = limits.time().minus(spent());
        if (left.isNegative() || left.isZero()) {
            return stop(Reason.of(Why.TIMED_OUT, limits.time().toSeconds()));
        }
        Answer answer = requests.ask(asked, jar, loopback, left, captures::add);
        at = at == null ? answer.at() : at;
        reading = answer.reading();
        String location = onwardFrom(answer);
        // Nothing was requested where the host was left alone, or must not be visited.
        hops.add(answer.hop(how, location));
        return answer.failure() != null ? stop(answer.failure()) : go(answer, location);
    }

    private Duration spent() {
        return hops.stream().map(Hop::elapsed).reduce(Duration.ZERO, Duration::plus);
    }

    private boolean stop(Reason why) {
        stopped = why;
        return false;
    }

    private static @Nullable String onwardFrom(Answer answer) {
        if (answer.isRedirect()) {
            return answer.headers().get("Location");
        }
        Reading said = answer.reading();
        if (said == null
                || said.onward() == null
                || !answer.isSuccess()
                || !said.challenge().isEmpty()) {
            return null;
        }
        // "There is no such page, going home in 3 seconds" says what the citizen gets.
        boolean missing = said.page() != null && PageRules.missing(said.page()).isPresent();
        return missing ? null : said.onward().location();
    }

    private boolean go(Answer answer, @Nullable String location) {
        if (location == null) {
            return answer.isRedirect() && stop(Reason.of(Why.BAD_REDIRECT, "-"));
        }
        Destination next = Destination.from(here, location);
        if (next instanceof Destination.Elsewhere elsewhere) {
            return stop(elsewhere.reason());
        }
        if (next instanceof Destination.Http http) {
            return go(answer, http.url());
        }
        throw new IllegalStateException("unknown destination: " + next);
    }

    private boolean go(Answer answer, HttpUrl next) {
        Reading.Onward onward =
                answer.reading() == null ? null : answer.reading().onward();
        boolean byPage = !answer.isRedirect() && onward != null;
        boolean samePage = next.newBuilder().fragment(null).build().equals(answer.url());
        // A redirect keeps the fragment that the reader came with, unless it brings its own.
        here = next.fragment() == null && !byPage
                ? next.newBuilder().encodedFragment(here.encodedFragment()).build()
                : next;
        if (byPage && samePage) {
            return false;
        }
        if (hops.size() > limits.redirects()) {
            return stop(Reason.of(Why.TOO_MANY_REDIRECTS, limits.redirects()));
        }
        how = byPage ? Objects.requireNonNull(onward).how() : Hop.How.HTTP;
        return true;
    }
}
