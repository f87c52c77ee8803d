package org.wenda.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.config.PacingSettings;
import org.wenda.evidence.Agreement;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.link.LinkTrace;
import org.wenda.link.Matter;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/** Follows links of a stored run on a server of its own. */
public final class LinkStepTest {
    private static final String RUN = "2026-11-23T020000Z-city";
    private static final String CARD = "临时居民身份证申领";

    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private Stop stop = new Stop();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private RunDirectory directory;

    @SuppressWarnings("NullAway.Init")
    private LinkStep step;

    @BeforeMethod
    void open() throws IOException {
        requests.clear();
        stop = new Stop();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        page("/guide", "<title>" + CARD + "办事指南</title><h1>" + CARD + "</h1><h2>受理条件</h2><h2>申请材料</h2><h2>办理流程</h2>");
        page("/shell", "<title>大厅</title><div id=app></div><script src=/app.js></script>");
        server.start();
        Path reports = Files.createTempDirectory("reports");
        directory = RunDirectory.create(reports, RUN);
        PacingSettings pacing =
                new PacingSettings(Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(3), 9, null, null);
        Clock clock = Clock.systemUTC();
        Pacer pacer = new Pacer(pacing, reports.resolve(".pacing"), clock, new Random(1), stop);
        step = Following.step(pacer, clock, stop);
    }

    private void page(String path, String html) {
        byte[] body = ("<!DOCTYPE html><html><body>" + html + "</body></html>").getBytes(UTF_8);
        server.createContext(path, exchange -> {
            requests.merge(exchange.getRequestURI().toString(), 1, Integer::sum);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterMethod
    void close() {
        server.stop(0);
        directory.close();
    }

    @Test
    public void followsEveryAddressOnceAndKeepsEveryLink() throws Exception {
        Link guide = new Link("办事指南", at("/guide"));
        store(List.of(), exchange(1, guide, new Link("拨打", "tel:12345")), exchange(2, guide));

        LinkStep.Done done = step.follow(directory, new LinkStep.Listener() {});

        assertThat(done.problems()).isEmpty();
        assertThat(directory.links().links()).isEqualTo(done.links());
        assertThat(done.links())
                .extracting(link -> link.place().number(), link -> link.verdict(), link -> link.cached())
                .containsExactly(
                        tuple(1, Verdict.GUIDE, false),
                        tuple(1, Verdict.NOT_FOLLOWED, false),
                        tuple(2, Verdict.GUIDE, true));
        assertThat(requests).containsEntry("/guide", 1);
        assertThat(Agreement.checkLinks(directory.read(), directory.links(), 3)).isEmpty();
    }

    @Test
    public void pointsAtTheRecordOfTheLastAnswer() throws Exception {
        Link guide = new Link("办事指南", at("/guide"));
        store(List.of(), exchange(1, guide), exchange(2, guide));

        List<StoredLink> links =
                step.follow(directory, new LinkStep.Listener() {}).links();

        try (WarcReader reader = new WarcReader(directory.linkArchive("city-web"))) {
            WarcResponse kept = reader.records()
                    .filter(WarcResponse.class::isInstance)
                    .map(WarcResponse.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(kept.targetURI()).isEqualTo(URI.create(guide.href()));
            assertThat(links)
                    .extracting(StoredLink::warc)
                    .containsOnly(kept.id().toString());
        }
    }

    @Test
    public void judgesPagesThatScriptsBuildByWhatABrowserShowed() throws Exception {
        Link hall = new Link("在线办理", at("/shell#/card"));
        store(List.of(landing(hall, CARD + "办事指南")), exchange(1, hall));

        StoredLink link =
                step.follow(directory, new LinkStep.Listener() {}).links().get(0);

        assertThat(link.verdict().isRightMatter()).as(link.reason().toString()).isTrue();
        assertThat(link.evidence()).contains("seen: in a browser");
        assertThat(Objects.requireNonNull(link.look()).where()).isEqualTo(Landing.Where.NEW_TAB);
    }

    @Test
    public void leavesPagesUnreadThatNoBrowserShowed() throws Exception {
        Link hall = new Link("在线办理", at("/shell#/card"));
        store(List.of(), exchange(1, hall));

        StoredLink link =
                step.follow(directory, new LinkStep.Listener() {}).links().get(0);

        assertThat(link.reason().why()).isEqualTo(Why.ONLY_SCRIPT);
        assertThat(link.look()).isNull();
    }

    @Test
    public void leavesTheFilesAsTheyWereWhenTheRunIsToEnd() throws Exception {
        store(List.of(), exchange(1, new Link("办事指南", at("/guide"))));
        stop.request();

        assertThatThrownBy(() -> step.follow(directory, new LinkStep.Listener() {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(directory.links().traced()).isFalse();
        assertThat(directory.linkArchive("city-web")).doesNotExist();
    }

    @Test
    public void followsAddressesTypedByHand() throws Exception {
        Map<Integer, LinkTrace> traces = new ConcurrentHashMap<>();
        step.follow(
                List.of(URI.create(at("/guide")), URI.create("http://127.0.0.1:1/")),
                new Matter(CARD, List.of()),
                traces::put);

        assertThat(traces.get(0)).isNotNull().extracting(LinkTrace::verdict).isEqualTo(Verdict.GUIDE);
        assertThat(traces.get(1)).isNotNull().extracting(LinkTrace::verdict).isEqualTo(Verdict.DEAD);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void store(List<Landing> landings, Exchange... exchanges) {
        directory.write(new RunRecord(
                RUN,
                "0.1.0",
                Parrot.SENT,
                Parrot.SENT,
                RunRecord.State.DONE,
                List.of("run", "city"),
                Lang.EN,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        List.of(new RunRecord.PlannedTarget("city-web", "城", "City", "web", at("/"))),
                        List.of(new RunRecord.PlannedScenario(
                                "card", CARD, "card", "information", List.of("opening")))),
                RunRecord.Totals.of(List.of(exchanges)),
                List.of(),
                List.of(),
                false));
        try (Journal journal = directory.journal()) {
            List.of(exchanges).forEach(journal::add);
        }
        directory.write(new Transcript(
                RUN, "city-web", "card", Parrot.SENT, null, null, List.of(exchanges), landings, List.of()));
    }

    private static Exchange exchange(int number, Link... links) {
        Bubble bubble = new Bubble("见下", List.of(links), List.of(), List.of(), null);
        Reply reply = new Reply(List.of(bubble), List.of(), List.of(links), List.of(), "", List.of());
        return new Exchange(
                RUN,
                "city-web",
                "card",
                "turn-" + number,
                number,
                false,
                "怎么申领？",
                null,
                Outcome.ANSWERED,
                null,
                reply,
                null,
                null,
                Map.of(),
                List.of());
    }

    private static Landing landing(Link link, String heading) {
        return new Landing(
                1,
                link.text(),
                link.href(),
                Landing.Where.NEW_TAB,
                link.href(),
                heading,
                heading,
                heading + "\n受理条件\n申请材料\n办理流程",
                null,
                null,
                Duration.ZERO,
                null,
                true,
                null,
                null);
    }
}
