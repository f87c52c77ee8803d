package org.wenda.link;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Follows links over HTTP and judges where they lead. Asks each distinct address once in its life, by GET alone; sends
 * no cookie that it was not given on the same way, no credential and no form. Safe for use by many threads; which host
 * is asked when is the gate's decision.
 */
public final class LinkTracer implements AutoCloseable {
    private final Requests requests;
    private final LinkLimits limits;
    private final Clock clock;
    private final MadeUp madeUp;
    private final Once<Key, Chain> chains = new Once<>();
    private final Once<String, Neighbour> neighbours = new Once<>();

    /** @param chance makes up the neighbours that tell a page from a page that is missing */
    public LinkTracer(HostGate gate, LinkLimits limits, Clock clock, RandomGenerator chance) {
        this(gate, limits, clock, chance, Dns.SYSTEM);
    }

    LinkTracer(HostGate gate, LinkLimits limits, Clock clock, RandomGenerator chance, Dns names) {
        this.requests = new Requests(gate, new Wire(names, limits, clock), limits, clock);
        this.limits = limits;
        this.clock = clock;
        this.madeUp = new MadeUp(chance);
    }

    /**
     * Follows one link.
     *
     * @param matter what the citizen asked about
     * @param site whose chatbot offered the link
     */
    public Traced trace(OfferedLink link, Matter matter, Site site) throws InterruptedException {
        Destination destination = destination(link, site);
        if (destination instanceof Destination.Http http) {
            return follow(link, http, matter, site);
        }
        if (destination instanceof Destination.Elsewhere elsewhere) {
            return new Traced(notFollowed(link, elsewhere.reason()), List.of());
        }
        throw new IllegalStateException("unknown destination: " + destination);
    }

    private static Destination destination(OfferedLink link, Site site) {
        return switch (link.kind()) {
            case PHONE -> new Destination.Elsewhere(Reason.of(Why.PHONE_NUMBER, LandingPage.cut(link.text(), 200)));
            case MINI_PROGRAM ->
                new Destination.Elsewhere(Reason.of(Why.MINI_PROGRAM, LandingPage.cut(link.href(), 200)));
            default -> Destination.of(link.href(), site);
        };
    }

    private LinkTrace notFollowed(OfferedLink link, Reason reason) {
        return new LinkTrace(
                link,
                List.of(),
                link.href(),
                null,
                reason.why().verdict(),
                reason,
                List.of(),
                clock.instant(),
                Duration.ZERO,
                false);
    }

    private Traced follow(OfferedLink link, Destination.Http to, Matter matter, Site site) throws InterruptedException {
        HttpUrl start = to.url().newBuilder().fragment(null).build();
        List<Capture> captures = new ArrayList<>();
        Once.Got<Chain> got = chains.get(new Key(start.toString(), site.loopback()), () -> {
            Chain chain = new Walk(requests, limits, site.loopback(), start).toItsEnd();
            captures.addAll(chain.captures());
            return chain.withoutCaptures();
        });
        Facts facts = facts(link, to.url(), got.value(), matter, site);
        Finding finding = judge(facts);
        return new Traced(trace(facts, finding, got, to.named()), captures);
    }

    private static Facts facts(OfferedLink link, HttpUrl offered, Chain chain, Matter matter, Site site) {
        HttpUrl last = chain.last().fragment() == null
                ? chain.last()
                        .newBuilder()
                        .encodedFragment(offered.encodedFragment())
                        .build()
                : chain.last();
        Reading reading = Objects.requireNonNullElse(chain.reading(), Reading.EMPTY);
        return new Facts(
                link,
                chain.hops(),
                last,
                asRouted(reading.page(), last),
                chain.stopped(),
                reading.challenge(),
                matter,
                site,
                null,
                false);
    }

    /** Which page a route inside a page shows is for its scripts to say. */
    private static @Nullable LandingPage asRouted(@Nullable LandingPage page, HttpUrl last) {
        if (page == null || !MediaTypes.isPage(page.contentType())) {
            return page;
        }
        return Shell.isRoute(last.encodedFragment()) ? page.asShell() : page;
    }

    private Finding judge(Facts facts) throws InterruptedException {
        Finding finding = Ladder.judge(facts);
        HttpUrl last = facts.last();
        return last != null && Ladder.mayBeMissing(finding, facts)
                ? Ladder.judge(facts.with(neighbour(last, facts.site().loopback())))
                : finding;
    }

    private Neighbour neighbour(HttpUrl last, boolean loopback) throws InterruptedException {
        return neighbours
                .get(MadeUp.group(last), () -> ask(madeUp.beside(last), loopback))
                .value();
    }

    private Neighbour ask(HttpUrl address, boolean loopback) throws InterruptedException {
        Answer answer = requests.ask(address, new Jar(), loopback, limits.time(), capture -> {});
        String location = answer.isRedirect() ? answer.headers().get("Location") : null;
        HttpUrl onward = location == null ? null : address.resolve(location);
        return new Neighbour(
                address,
                answer.status(),
                onward == null ? null : onward.newBuilder().fragment(null).build(),
                answer.reading() == null ? null : answer.reading().page());
    }

    private static LinkTrace trace(Facts facts, Finding finding, Once.Got<Chain> got, boolean named) {
        Chain chain = got.value();
        List<String> evidence = new ArrayList<>(finding.evidence());
        chain.hops().forEach(hop -> fault(hop, evidence));
        if (named) {
            evidence.add("address: user name and password left out");
        }
        return new LinkTrace(
                facts.link(),
                chain.hops(),
                String.valueOf(facts.last()),
                facts.page(),
                finding.verdict(),
                finding.reason(),
                evidence,
                chain.at(),
                chain.elapsed(),
                !got.fresh());
    }

    private static void fault(Hop hop, List<String> evidence) {
        Tls tls = hop.tls();
        if (tls != null && tls.fault() != null) {
            evidence.add("tls: " + tls.fault() + " (" + hop.address().getHost() + ")");
        }
    }

    /**
     * Returns the trace as it would be had HTTP shown what a browser saw, for pages that only scripts build. Requests
     * nothing. A trace whose link came to no page stays as it is.
     */
    public static LinkTrace judgedAgain(LinkTrace trace, Seen seen, Matter matter, Site site) {
        HttpUrl last = HttpUrl.parse(seen.address());
        if (trace.page() == null || last == null) {
            return trace;
        }
        LandingPage page = LandingPage.of(seen, trace.page());
        Facts facts = new Facts(trace.link(), trace.hops(), last, page, null, "", matter, site, null, true);
        Finding finding = Ladder.judge(facts);
        List<String> evidence = new ArrayList<>(finding.evidence());
        evidence.add("seen: in a browser");
        return new LinkTrace(
                trace.link(),
                withMove(trace, last),
                last.toString(),
                page,
                finding.verdict(),
                finding.reason(),
                evidence,
                trace.tracedAt(),
                trace.elapsed(),
                trace.cached());
    }

    private static List<Hop> withMove(LinkTrace trace, HttpUrl last) {
        if (last.toString().equals(trace.finalAddress())) {
            return trace.hops();
        }
        List<Hop> hops = new ArrayList<>(trace.hops());
        hops.add(new Hop(last.uri(), 0, null, Duration.ZERO, null, Hop.How.SCRIPT));
        return hops;
    }

    @Override
    public void close() {
        requests.close();
    }

    private record Key(String address, boolean loopback) {}
}
