package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.config.PacingSettings;
import org.wenda.link.HostGate;

public final class PacerTest {
    private static final URI PORTAL = URI.create("https://www.example.gov.cn/");
    private static final URI SAME_HOST = URI.create("https://WWW.example.gov.cn:8443/other");

    private final PacingSettings settings =
            new PacingSettings(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(20), 8, null, null);
    private SetClock clock = new SetClock();
    private Path memory = Path.of("");

    @BeforeMethod
    void fresh() throws IOException {
        clock = new SetClock();
        memory = Files.createTempDirectory("wenda-pacing");
    }

    @AfterMethod
    void clean() throws IOException {
        try (var files = Files.list(memory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(memory);
    }

    @Test
    public void restsBetweenTheEndOfAReplyAndTheNextQuestion() throws Exception {
        try (Pacer.Visit visit = pacer().visit(PORTAL)) {
            visit.beforeTurn();
            clock.sleep(Duration.ofSeconds(60)); // the reply takes its time
            visit.afterTurn();
            visit.beforeTurn();
        }

        assertThat(clock.slept()).hasSize(2);
        assertThat(clock.slept().get(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @Test
    public void sameSeedSamePace() throws Exception {
        List<Duration> first = paceOfOneVisit();
        fresh();

        assertThat(paceOfOneVisit()).isEqualTo(first).hasSize(2).doesNotHaveDuplicates();
    }

    private List<Duration> paceOfOneVisit() throws Exception {
        try (Pacer.Visit visit = pacer().visit(PORTAL)) {
            visit.beforeTurn();
            visit.beforeTurn();
            visit.beforeTurn();
        }
        return clock.slept();
    }

    @Test
    public void neverWaitsForLoopbackAndRemembersNothingOfIt() throws Exception {
        for (String address : List.of("http://127.0.0.1:8080/", "http://localhost:1/", "http://[::1]:2/")) {
            try (Pacer.Visit visit = pacer().visit(URI.create(address))) {
                visit.beforeTurn();
                visit.afterTurn();
                visit.beforeTurn();
            }
        }

        assertThat(clock.slept()).isEmpty();
        assertThat(memory).isEmptyDirectory();
    }

    @Test
    public void countsTheDayAcrossPrograms() throws Exception {
        askTimes(pacer(), 5);
        Pacer afterRestart = pacer();

        assertThatThrownBy(() -> askTimes(afterRestart, 4))
                .isInstanceOf(Postponed.class)
                .hasMessage("The host has had its 8 questions of the day. It may be asked again from 2026-11-24 00:00;"
                        + " `wenda resume` then goes on.");
    }

    @Test
    public void countsAQuestionBeforeItsReplyIsHeard() throws Exception {
        try (Pacer.Visit visit = pacer().visit(PORTAL)) {
            visit.beforeTurn();
            // Here the program dies; closing only frees the lock, as the system would.
        }

        Ledger.Page held = new DirectoryLedger(memory).hold("www.example.gov.cn");
        try (Ledger.Page page = Objects.requireNonNull(held)) {
            assertThat(page.read().turnsOn(LocalDate.of(2026, 11, 23))).isEqualTo(1);
        }
    }

    @Test
    public void leavesAHostAloneThatAskedForIt() throws Exception {
        try (Pacer.Visit visit = pacer().visit(PORTAL)) {
            visit.rest(Long.MAX_VALUE);
        }

        assertThatThrownBy(() -> pacer().visit(PORTAL))
                .isInstanceOf(Postponed.class)
                .hasMessage("The host asked to be left alone until 2026-11-24 02:00; `wenda resume` then goes on.");
    }

    @Test
    public void beginsAPageAnewThatCannotBeRead() throws Exception {
        askTimes(pacer(), 1);
        try (var files = Files.list(memory)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".txt")).toList()) {
                Files.writeString(page, "turns=many");
            }
        }

        askTimes(pacer(), 1);
    }

    @Test
    public void holdsOneConversationAtATimePerHost() throws Exception {
        Pacer shared = pacer();
        AtomicInteger inside = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        together(4, () -> {
            try (Pacer.Visit visit = shared.visit(SAME_HOST)) {
                seen.add(inside.incrementAndGet());
                visit.beforeTurn();
                visit.afterTurn();
                inside.decrementAndGet();
            }
            return null;
        });

        assertThat(seen).containsExactly(1, 1, 1, 1);
    }

    @Test
    public void holdsOneConversationAtATimeAcrossPrograms() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        together(3, () -> {
            // A pacer each, as in a program each: only the lock on disk is between them.
            try (Pacer.Visit visit = pacer().visit(PORTAL)) {
                seen.add(inside.incrementAndGet());
                visit.beforeTurn();
                inside.decrementAndGet();
            }
            return null;
        });

        assertThat(seen).containsExactly(1, 1, 1);
    }

    @Test
    public void freesTheHostWhenAVisitIsRefused() throws Exception {
        Pacer pacer = pacer();
        askTimes(pacer, 8);

        assertThatThrownBy(() -> pacer.visit(PORTAL)).isInstanceOf(Postponed.class);
        assertThatThrownBy(() -> pacer.visit(PORTAL)).isInstanceOf(Postponed.class);
    }

    @Test
    public void restsBetweenTwoLinksOfOneHostAndCountsNeither() throws Exception {
        Pacer pacer = pacer();
        try (Pacer.Request first = pacer.request(PORTAL)) {
            first.rest(0);
        }
        pacer.request(SAME_HOST).close();

        assertThat(clock.slept())
                .singleElement()
                .satisfies(rest -> assertThat(rest).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7)));
        askTimes(pacer, 8);
    }

    @Test
    public void restsBetweenAQuestionAndALink() throws Exception {
        askTimes(pacer(), 1);
        pacer().request(PORTAL).close();

        assertThat(clock.slept())
                .singleElement()
                .satisfies(rest -> assertThat(rest).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7)));
    }

    @Test
    public void neverWaitsForLinksOfLoopback() throws Exception {
        Pacer pacer = pacer();
        for (int i = 0; i < 3; i++) {
            pacer.enter(URI.create("http://127.0.0.1:8080/" + i)).close();
        }

        assertThat(clock.slept()).isEmpty();
        assertThat(memory).isEmptyDirectory();
    }

    @Test
    public void givesALinkUpWhoseHostIsBeingVisited() throws Exception {
        Pacer pacer = pacer();
        try (Pacer.Visit visit = pacer.visit(PORTAL)) {
            visit.beforeTurn();

            assertThatThrownBy(() -> pacer.request(SAME_HOST, Duration.ZERO))
                    .isInstanceOf(HostGate.Closed.class)
                    .hasMessage("The host www.example.gov.cn is being visited by somebody else.");
            // Held by another program: only the lock on disk is between them.
            assertThatThrownBy(() -> pacer().request(SAME_HOST, Duration.ofSeconds(1)))
                    .isInstanceOf(HostGate.Closed.class);
        }

        pacer.request(SAME_HOST, Duration.ofSeconds(10)).close();
    }

    @Test
    public void leavesAHostAloneThatALinkWasRefusedBy() throws Exception {
        try (Pacer.Request request = pacer().request(PORTAL)) {
            request.rest(3600);
        }

        assertThatThrownBy(() -> pacer().request(PORTAL)).isInstanceOf(HostGate.Closed.class);
        assertThatThrownBy(() -> pacer().visit(PORTAL)).isInstanceOf(Postponed.class);
    }

    @Test
    public void restsBeforeALinkInsideAVisit() throws Exception {
        try (Pacer.Visit visit = pacer().visit(PORTAL)) {
            visit.beforeTurn();
            visit.afterTurn();
            visit.beforeLink();
            visit.afterLink();
            visit.beforeLink();
        }

        assertThat(clock.slept())
                .hasSize(2)
                .allSatisfy(rest -> assertThat(rest).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7)));
    }

    @Test
    public void aClockThatIsSetForwardShortensNoRest() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Pacer pacer = pacer(nanos);
        try (Pacer.Visit visit = pacer.visit(PORTAL)) {
            visit.beforeTurn();
            visit.afterTurn();
            clock.set(Duration.ofHours(1));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            visit.beforeTurn();
        }

        assertThat(clock.slept())
                .singleElement()
                .satisfies(rest -> assertThat(rest).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6)));
    }

    @Test
    public void aClockThatIsSetForwardShortensNoRestBetweenVisits() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Pacer pacer = pacer(nanos);
        pacer.visit(PORTAL).close();
        clock.set(Duration.ofHours(1));
        pacer.visit(PORTAL).close();

        assertThat(clock.slept())
                .singleElement()
                .satisfies(rest -> assertThat(rest).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22)));
    }

    @Test
    public void aClockThatIsSetToTomorrowBringsNoNewDay() throws Exception {
        Pacer pacer = pacer(new AtomicLong());
        askTimes(pacer, 8);
        clock.set(Duration.ofDays(1));

        assertThatThrownBy(() -> askTimes(pacer, 1))
                .isInstanceOf(Postponed.class)
                .hasMessage("The host has had its 8 questions of the day. It may be asked again from 2026-11-24 00:00;"
                        + " `wenda resume` then goes on.");
    }

    @Test
    public void aClockThatIsSetToYesterdayBringsNoNewDay() throws Exception {
        askTimes(pacer(), 5);
        clock.set(Duration.ofDays(-1));

        assertThatThrownBy(() -> askTimes(pacer(), 4)).isInstanceOf(Postponed.class);
    }

    @Test
    public void aClockThatWasFarAheadTakesNoLaterDay() throws Exception {
        clock.set(Duration.ofDays(400));
        askTimes(pacer(), 8);
        clock.set(Duration.ofDays(-400));
        assertThatThrownBy(() -> askTimes(pacer(), 1)).isInstanceOf(Postponed.class);
        clock.set(Duration.ofDays(1));

        askTimes(pacer(), 1);
    }

    /** One whose time goes by however the clock is set. */
    private Pacer pacer(AtomicLong nanos) {
        return new Pacer(new Manners(settings), new DirectoryLedger(memory), clock, new Random(7), clock, nanos::get);
    }

    private Pacer pacer() {
        return new Pacer(new Manners(settings), new DirectoryLedger(memory), clock, new Random(7), clock);
    }

    private static void askTimes(Pacer pacer, int times) throws Exception {
        try (Pacer.Visit visit = pacer.visit(PORTAL)) {
            for (int i = 0; i < times; i++) {
                visit.beforeTurn();
                visit.afterTurn();
            }
        }
    }

    private static void together(int workers, Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(workers, work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
