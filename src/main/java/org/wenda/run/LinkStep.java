package org.wenda.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wenda.config.LinkSettings;
import org.wenda.evidence.LinkArchive;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.evidence.StoredRun;
import org.wenda.link.Capture;
import org.wenda.link.HostGate;
import org.wenda.link.LinkKind;
import org.wenda.link.LinkLimits;
import org.wenda.link.LinkTrace;
import org.wenda.link.LinkTracer;
import org.wenda.link.Matter;
import org.wenda.link.Offered;
import org.wenda.link.OfferedLink;
import org.wenda.link.Seen;
import org.wenda.link.Site;
import org.wenda.link.Traced;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Follows the links of a run over HTTP and keeps where they led. Reads stored exchanges only, so it can be done again
 * at any time; what a browser showed when a link was clicked decides where scripts build the page.
 */
public final class LinkStep {
    /** Hosts at a time. More gain nothing: answers name a handful of hosts. */
    private static final int HOSTS = 8;

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final HostGate gate;
    private final LinkLimits limits;
    private final Grounds grounds;
    private final Clock clock;
    private final RandomGenerator chance;
    private final Stop stop;

    LinkStep(HostGate gate, LinkSettings settings, Grounds grounds, Clock clock, RandomGenerator chance, Stop stop) {
        this.gate = gate;
        this.limits = new LinkLimits(settings.redirects(), settings.bytes(), settings.time(), LONGEST_RETRY);
        this.grounds = grounds;
        this.clock = clock;
        this.chance = chance;
        this.stop = stop;
    }

    /** Is told how the step goes on, from several threads at once. */
    public interface Listener {
        /**
         * It is settled what is to be done.
         *
         * @param links how many links are to be followed, those counted twice that were offered twice
         */
        default void following(int links) {}

        /** A link has been followed; what a browser showed of it is not looked at yet. */
        default void followed(StoredLink link) {}
    }

    /**
     * What was done.
     *
     * @param links in the order in which they were offered
     * @param problems what was lost to a fault of ours
     */
    public record Done(List<StoredLink> links, List<Problem> problems) {
        public Done {
            links = List.copyOf(links);
            problems = List.copyOf(problems);
        }
    }

    Grounds grounds() {
        return grounds;
    }

    /**
     * Follows every link of a run and writes {@code links.jsonl} and the archives, in the place of what was there.
     *
     * @param directory held by this program
     * @throws InterruptedException if the run is to end; the files are then as before
     * @throws org.wenda.words.MachineException if they cannot be written
     */
    public Done follow(RunDirectory directory, Listener listener) throws InterruptedException {
        StoredRun run = directory.read();
        Looks looks = Looks.of(run.transcripts());
        List<Item> items = items(run, looks);
        listener.following(items.size());
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        Map<URI, String> records = new ConcurrentHashMap<>();
        Map<Item, LinkTrace> traces = new ConcurrentHashMap<>();
        try (LinkTracer tracer = new LinkTracer(gate, limits, clock, chance);
                LinkArchive archive =
                        directory.openLinkArchive("Wenda " + run.record().wenda())) {
            new ByHost(HOSTS, stop).each(items, Item::host, item -> {
                LinkTrace trace = trace(tracer, item, archive, records, problems);
                if (trace != null) {
                    traces.put(item, trace);
                    listener.followed(StoredLink.of(item.exchange, trace, null, null));
                }
            });
            archive.commit(run.record().plan().targets().stream()
                    .map(RunRecord.PlannedTarget::id)
                    .toList());
        }
        List<StoredLink> links = items.stream()
                .filter(traces::containsKey)
                .map(item -> stored(item, Objects.requireNonNull(traces.get(item)), looks, records))
                .toList();
        directory.write(links);
        if (links.size() != items.size()) {
            problems.add(new Problem("links.jsonl", message("links-lost", items.size(), links.size())));
        }
        return new Done(links, problems);
    }

    /** Follows addresses that belong to no run. */
    public interface Hearer {
        /**
         * An address has been followed; called from several threads.
         *
         * @param place of the address among those given, from 0
         */
        void followed(int place, LinkTrace trace);
    }

    /**
     * Follows addresses typed by hand and keeps nothing.
     *
     * @param matter what they should be about; {@link Matter#NONE} if nothing is known
     * @throws InterruptedException if the work was to end before
     */
    public void follow(List<URI> addresses, Matter matter, Hearer hearer) throws InterruptedException {
        AtomicInteger place = new AtomicInteger();
        List<Typed> all = addresses.stream()
                .map(address -> new Typed(place.getAndIncrement(), address))
                .toList();
        try (LinkTracer tracer = new LinkTracer(gate, limits, clock, chance)) {
            new ByHost(HOSTS, stop).each(all, typed -> Hosts.of(typed.address), typed -> {
                String address = typed.address.toString();
                OfferedLink link = new OfferedLink(0, LinkKind.TEXT_ADDRESS, address, address);
                Site anywhere = new Site(Set.of(), Hosts.isLoopback(typed.address));
                hearer.followed(
                        typed.place, tracer.trace(link, matter, anywhere).trace());
            });
        }
    }

    private record Typed(int place, URI address) {}

    private List<Item> items(StoredRun run, Looks looks) {
        Map<String, Site> sites = new HashMap<>();
        run.record().plan().targets().forEach(target -> sites.put(target.id(), grounds.site(target)));
        Map<String, Matter> matters = new HashMap<>();
        run.record().plan().scenarios().forEach(scenario -> matters.put(scenario.id(), Grounds.matter(scenario)));
        List<Item> items = new ArrayList<>();
        for (Exchange exchange : run.exchanges()) {
            Site site = sites.getOrDefault(exchange.target(), new Site(Set.of(), false));
            Matter matter = matters.getOrDefault(exchange.scenario(), Matter.NONE);
            for (OfferedLink link : Offered.in(exchange)) {
                items.add(new Item(
                        items.size(), exchange, link, told(link, looks.landing(exchange, link)), matter, site));
            }
        }
        return items;
    }

    /** What an app's view did not tell, the page may have told that it opened. */
    private static OfferedLink told(OfferedLink link, @Nullable Landing landing) {
        String address = landing == null ? null : landing.address();
        return link.href().isEmpty() && address != null
                ? new OfferedLink(link.exchange(), link.kind(), link.text(), address)
                : link;
    }

    /** Returns null if Wenda itself failed, which costs this link and no other. */
    private @Nullable LinkTrace trace(
            LinkTracer tracer, Item item, LinkArchive archive, Map<URI, String> records, List<Problem> problems)
            throws InterruptedException {
        Traced traced;
        try {
            traced = tracer.trace(item.link, item.matter, item.site);
        } catch (RuntimeException e) {
            problems.add(new Problem(item.place(), message("broken", Interview.trace(e))));
            return null;
        }
        for (Capture capture : traced.captures()) {
            records.put(capture.address(), archive.add(item.exchange.target(), capture));
        }
        return traced.trace();
    }

    private static StoredLink stored(Item item, LinkTrace trace, Looks looks, Map<URI, String> records) {
        StoredLink.Look look = looks.at(item.exchange, item.offered);
        Landing landing = looks.landing(item.exchange, item.offered);
        LinkTrace judged = landing != null && needsABrowser(trace) && showsSomething(landing)
                ? LinkTracer.judgedAgain(trace, seen(landing), item.matter, item.site)
                : trace;
        String record = trace.hops().isEmpty()
                ? null
                : records.get(trace.hops().get(trace.hops().size() - 1).address());
        return StoredLink.of(item.exchange, judged, record, look);
    }

    private static boolean needsABrowser(LinkTrace trace) {
        return trace.page() != null && trace.page().shell();
    }

    private static boolean showsSomething(Landing landing) {
        return landing.address() != null && !landing.textExcerpt().isBlank();
    }

    private static Seen seen(Landing landing) {
        return new Seen(
                Objects.requireNonNull(landing.address()), landing.title(), landing.heading(), landing.textExcerpt());
    }

    private static Message message(String key, Object... args) {
        return Message.of(LinkStep.class, key, args);
    }

    /**
     * A link to follow.
     *
     * @param number makes items distinct that were offered alike
     * @param link as it is followed
     */
    private record Item(
            int number, Exchange exchange, OfferedLink offered, OfferedLink link, Matter matter, Site site) {
        String host() {
            int from = link.href().indexOf("//");
            String rest = from < 0 ? "" : link.href().substring(from + 2);
            return rest.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT);
        }

        String place() {
            return exchange.target() + "/" + exchange.scenario() + "/" + exchange.number();
        }
    }
}
