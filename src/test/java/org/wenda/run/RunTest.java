package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.wenda.run.Matters.capturing;
import static org.wenda.run.Matters.critical;
import static org.wenda.run.Matters.scenario;
import static org.wenda.run.Matters.target;
import static org.wenda.run.Matters.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.ChannelFactory;
import org.wenda.channel.Heard;
import org.wenda.config.PacingSettings;
import org.wenda.config.RoomSettings;
import org.wenda.config.Variants;
import org.wenda.evidence.Agreement;
import org.wenda.evidence.BagCheck;
import org.wenda.evidence.BagReport;
import org.wenda.evidence.BagTerms;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.portal.Platform;
import org.wenda.portal.Profile;
import org.wenda.portal.Profiles;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;
import org.wenda.score.Index;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

public final class RunTest {
    private static final Target CITY = target("city-web", 8001);
    private static final Scenario CARD =
            scenario("card", critical("opening", "怎么申领？"), turn("materials", "要什么材料？"), turn("fee", "多少钱？"));
    private static final Scenario LOAN = scenario("loan", critical("opening", "怎么贷款？"));
    private static final Scenario WORDED = scenario(
            "card",
            new Turn(
                    "opening",
                    "怎么申领？",
                    List.of(
                            new Turn.Variant(Turn.Variant.Kind.COLLOQUIAL, "证丢了咋弄"),
                            new Turn.Variant(Turn.Variant.Kind.SYNONYM, "怎么办证")),
                    true,
                    false,
                    List.of(),
                    List.of()),
            turn("materials", "要什么材料？"));
    /** Nobody listens there, so following them ends at once. */
    private static final Link GUIDE = new Link("办事指南", "http://127.0.0.1:1/guide");

    private static final Link FORM = new Link("表格", "http://127.0.0.1:1/form");
    private static final Link CALL = new Link("拨打", "tel:12345");
    private static final Message SEEN = Message.of(Run.class, "left-stopped");

    private Parrot bot = new Parrot();
    private Stop stop = new Stop();
    private Path reports = Path.of("");
    private int budget = 100;
    private int mostClicks = 6;
    private boolean keepsRaw;
    private final RoomSettings room = new RoomSettings(64, Duration.ZERO);
    private SetClock clock = new SetClock();

    @BeforeMethod
    void fresh() throws IOException {
        bot = new Parrot();
        stop = new Stop();
        budget = 100;
        mostClicks = 6;
        keepsRaw = false;
        clock = new SetClock();
        reports = Files.createTempDirectory("wenda-run");
    }

    @AfterMethod
    void clean() throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    public void asksEveryTurnAndKeepsEveryAnswer() {
        RunEnd end = run(plan(CITY, CARD, LOAN));

        assertThat(bot.asked()).containsExactly("怎么申领？", "要什么材料？", "多少钱？", "怎么贷款？");
        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(end.pages().disagreements()).isEmpty();
        assertThat(end.totals().stored()).isEqualTo(4);
        assertThat(transcripts(end)).extracting(Transcript::scenario).containsExactly("card", "loan");
        assertThat(record(end).state()).isEqualTo(RunRecord.State.DONE);
        assertThat(bot.openChannels()).isZero();
    }

    @Test
    public void keepsPicturesAndMarkupOfEveryTurn() {
        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end).get(0).evidence())
                .containsExactly(
                        new Evidence(Evidence.Kind.BEFORE, "loan/01-opening-before.png"),
                        new Evidence(Evidence.Kind.AFTER, "loan/01-opening-after.png"),
                        new Evidence(Evidence.Kind.PAGE, "loan/01-opening-page.png"),
                        new Evidence(Evidence.Kind.DOM, "loan/01-opening-dom.txt"));
    }

    @Test
    public void keepsThePicturesOfTheWayOnce() {
        bot.throughScreens(new byte[] {7}, new byte[] {8});

        RunEnd end = run(plan(CITY, CARD));

        assertThat(journal(end))
                .extracting(exchange -> exchange.evidence().stream()
                        .filter(kept -> kept.kind() == Evidence.Kind.WAY)
                        .map(Evidence::file)
                        .toList())
                .containsExactly(
                        List.of("card/01-opening-way-01.png", "card/01-opening-way-02.png"), List.of(), List.of());
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void saysThatAPictureOfTheWayIsMissing() {
        bot.throughScreens(new byte[] {7}).answering(question -> {
            occupy("bundles/city-web/data/loan/01-opening-way-01.png");
            return Parrot.echo(question);
        });

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end).get(0).outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(journal(end).get(0).reason()).startsWith("A picture is missing: ");
        assertThat(journal(end).get(0).evidence())
                .extracting(Evidence::kind)
                .containsExactly(Evidence.Kind.BEFORE, Evidence.Kind.AFTER, Evidence.Kind.PAGE, Evidence.Kind.DOM);
    }

    /** A file cannot be put where a folder lies. */
    private void occupy(String file) {
        try {
            Files.createDirectories(running().resolve(file).resolve("taken"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void keepsThePicturesOfAWayThatWasRefused() {
        bot.behind(address -> new Arrival.Shut(Outcome.BLOCKED_LOGIN, SEEN, List.of(), null))
                .throughScreens(new byte[] {7});

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end).get(0).evidence())
                .containsExactly(new Evidence(Evidence.Kind.WAY, "loan/01-opening-way-01.png"));
    }

    @Test
    public void tapsInEachConversationWhatTellsNoAddress() {
        Link view = new Link("办事指南", "");
        bot.answering(question -> Parrot.offering("见", view))
                .whenFollowed(request -> Parrot.landed(request, FORM.href(), true, true));

        RunEnd end = run(plan(CITY, LOAN, CARD));

        assertThat(bot.followed()).containsExactly("", "");
        assertThat(RunDirectory.open(end.directory()).links().links())
                .extracting(link -> link.link().text(), link -> link.link().href(), link -> link.look() != null)
                .hasSize(4)
                .containsOnly(tuple("办事指南", FORM.href(), true));
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void followsNoViewThatToldNoAddress() {
        bot.answering(question -> Parrot.offering("见", new Link("办事指南", "")))
                .whenFollowed(request -> Parrot.landed(request, null, true, true));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(RunDirectory.open(end.directory()).links().links())
                .extracting(link -> link.link().href(), link -> link.verdict().wire(), link -> link.look() != null)
                .containsExactly(tuple("", "not-followed", true));
    }

    @Test
    public void sealsWhatItBringsHome() {
        RunEnd end = run(plan(CITY, CARD, LOAN));

        assertThat(verified(end).faults()).isEmpty();
        assertThat(end.pages().notes()).isEmpty();
    }

    @Test
    public void sealsAgainWhatIsResumed() {
        bot.answering(question -> {
            stop.request();
            return Parrot.echo(question);
        });
        RunEnd cut = run(plan(CITY, LOAN, CARD));
        int before = verified(cut).files();
        assertThat(cut.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(verified(cut).faults()).isEmpty();

        stop = new Stop();
        bot.answering(Parrot::echo);
        RunEnd end = resume(cut, plan(CITY, LOAN, CARD));

        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(verified(end).faults()).isEmpty();
        assertThat(verified(end).files()).isGreaterThan(before);
    }

    @Test
    public void masksWhatAChatbotSaysOfPeople() throws IOException {
        bot.answering(question -> Parrot.heard(Outcome.ANSWERED, "请联系13812345678"));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end).get(0).reply().text()).isEqualTo("请联系138********");
        for (Path file : files(end.directory())) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("13812345678");
        }
    }

    @Test
    public void keepsTheRawWordsWhereItIsTold() throws IOException {
        bot.answering(question -> Parrot.heard(Outcome.ANSWERED, "请联系13812345678"));
        keepsRaw = true;

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end).get(0).reply().text()).isEqualTo("请联系138********");
        Path bag = end.directory().resolve("bundles/city-web");
        assertThat(bag.resolve("data/raw/exchanges.jsonl")).content().contains("请联系13812345678");
        assertThat(bag.resolve("data/raw/loan/transcript.json")).content().contains("请联系13812345678");
        assertThat(bag.resolve("bag-info.txt")).content().contains("Unmasked-Copy: data/raw\n");
        assertThat(verified(end).faults()).isEmpty();
    }

    @Test
    public void doesNotRepeatWhatWasMasked() {
        Scenario back = scenario(
                "back", capturing("opening", "找谁？", "phone", "(\\d{11})"), turn("again", "是${captured.phone}吗？"));
        bot.answering(question -> {
            stop.request();
            return Parrot.heard(Outcome.ANSWERED, "请联系13812345678");
        });
        RunEnd cut = run(plan(CITY, back));
        stop = new Stop();

        resume(cut, plan(CITY, back));

        assertThat(bot.asked()).containsExactly("找谁？");
    }

    @Test
    public void usesWhatAnEarlierReplySaid() {
        Scenario limit = scenario(
                "limit", capturing("opening", "要几天？", "days", "(\\d+)\\s*个工作日"), turn("sooner", "${captured.days}天太久"));
        bot.answering(question -> Parrot.heard(Outcome.ANSWERED, "需 5 个工作日"));

        RunEnd end = run(plan(CITY, limit));

        assertThat(bot.asked()).containsExactly("要几天？", "5天太久");
        assertThat(journal(end).get(0).captured()).containsEntry("days", "5");
    }

    @Test
    public void doesNotAskHalfAQuestion() {
        Scenario limit = scenario(
                "limit", capturing("opening", "要几天？", "days", "(\\d+)天"), turn("sooner", "${captured.days}天太久"));

        RunEnd end = run(plan(CITY, limit));

        assertThat(bot.asked()).containsExactly("要几天？");
        assertThat(journal(end).get(0).reason())
                .isEqualTo("The reply does not say captured.days, so these turns cannot be asked: sooner");
    }

    @Test
    public void tellsThatTheClockWasSetMeanwhile() {
        bot.answering(question -> {
            if (question.contains("材料")) {
                clock.set(Duration.ofHours(1));
            }
            return Parrot.echo(question);
        });

        RunEnd end = run(plan(CITY, CARD));

        assertThat(journal(end)).extracting(Exchange::outcome).containsOnly(Outcome.ANSWERED);
        assertThat(journal(end))
                .extracting(Exchange::reason)
                .containsExactly(
                        null,
                        "The clock of this machine was set forward by 3600 s, or the machine slept, while this was"
                                + " asked. How long the reply took is not measured by that clock; when it was sent is"
                                + " told by the clock as it was before.",
                        null);
    }

    @Test
    public void endsNoRunBeforeItBegan() {
        bot.answering(question -> {
            clock.set(Duration.ofHours(-1));
            return Parrot.echo(question);
        });

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end).get(0).reason()).startsWith("The clock of this machine was set back by 3600 s while");
        assertThat(record(end).endedAt()).isEqualTo(record(end).startedAt());
    }

    @Test
    public void leavesTheRestWhenACriticalTurnGotNoAnswer() {
        bot.answering(question -> Parrot.heard(Outcome.FALLBACK, "听不懂"));

        RunEnd end = run(plan(CITY, CARD));

        assertThat(bot.asked()).containsExactly("怎么申领？");
        assertThat(journal(end))
                .extracting(Exchange::reason)
                .containsExactly("Turns of this scenario that were not asked after this one: 2");
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void goesOnWhenAnotherTurnGotNoAnswer() {
        bot.answering(
                question -> question.contains("材料") ? Parrot.heard(Outcome.FALLBACK, "听不懂") : Parrot.echo(question));

        run(plan(CITY, CARD));

        assertThat(bot.asked()).hasSize(3);
    }

    @Test
    public void endsTheConversationWhenAPersonTakesOver() {
        bot.answering(
                question -> question.contains("材料") ? Parrot.heard(Outcome.HANDOVER, "正在转接人工") : Parrot.echo(question));

        run(plan(CITY, CARD, LOAN));

        assertThat(bot.asked()).containsExactly("怎么申领？", "要什么材料？", "怎么贷款？");
    }

    @Test
    public void leavesAHostAloneThatRefused() {
        bot.behind(address -> shut(Outcome.BLOCKED_WAF));
        Plan plan = new Plan(
                List.of(new Errand(CITY, CARD), new Errand(CITY, LOAN), new Errand(target("town-web", 8002), LOAN)));

        RunEnd end = run(plan);

        assertThat(bot.opened())
                .containsExactly(URI.create("http://127.0.0.1:8001/"), URI.create("http://127.0.0.1:8002/"));
        assertThat(journal(end))
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.BLOCKED_WAF, Outcome.BLOCKED_WAF, Outcome.BLOCKED_WAF);
        assertThat(journal(end).get(2).reason())
                .isEqualTo("Not asked: the host 127.0.0.1:8001 refused us earlier in this run.");
        assertThat(end.ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    public void givesUpATargetAfterTwoVisitsInVain() {
        bot.behind(address -> shut(Outcome.NO_CHATBOT));

        RunEnd end = run(plan(CITY, CARD, LOAN, scenario("third", critical("opening", "三？"))));

        assertThat(bot.opened()).hasSize(2);
        assertThat(journal(end)).extracting(Exchange::outcome).containsOnly(Outcome.NO_CHATBOT);
        assertThat(journal(end)).hasSize(3);
        assertThat(end.ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    public void saysThatNoAddressIsKnown() {
        Target nowhere = new Target("nowhere-web", "无", Platform.WEB, null, null);

        RunEnd end = run(plan(nowhere, LOAN));

        assertThat(journal(end)).singleElement().satisfies(exchange -> {
            assertThat(exchange.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(exchange.reason())
                    .isEqualTo("No address is known for this target. Write one into its file under"
                            + " scenarios/jurisdictions, or name the address itself: wenda run ADDRESS");
        });
        assertThat(end.ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    public void goesOnAfterAFaultOfOurs() {
        bot.answering(question -> {
            if (question.contains("申领")) {
                throw new IllegalStateException("recorder lost");
            }
            return Parrot.echo(question);
        });

        RunEnd end = run(plan(CITY, CARD, LOAN));

        assertThat(journal(end)).extracting(Exchange::outcome).containsExactly(Outcome.BROKEN, Outcome.ANSWERED);
        assertThat(journal(end).get(0).reason())
                .startsWith("java.lang.IllegalStateException: recorder lost\n\tat org.wenda.run.RunTest");
        assertThat(end.ending()).isEqualTo(Ending.IN_PART);
        assertThat(bot.openChannels()).isZero();
    }

    @Test
    public void endsWhenNoBrowserStarts() {
        MachineException missing = new MachineException(SEEN, null);
        Run run = begin(plan(CITY, CARD, LOAN), platform -> {
            throw missing;
        });
        Worker worker = run.workers(1).get(0);
        Errand first = Objects.requireNonNull(next(worker));

        assertThatThrownBy(() -> worker.hold(first)).isSameAs(missing);
        worker.hold(Objects.requireNonNull(next(worker)));
        RunEnd end = run.finish((directory, lang) -> pages(directory, 0));

        assertThat(end.fault()).isSameAs(missing);
        assertThat(end.ending()).isEqualTo(Ending.FAULTY);
        assertThat(record(end).state()).isEqualTo(RunRecord.State.PARTIAL);
    }

    @Test
    public void startsABrowserAgainThatDied() {
        bot.behind(dyingAt(2));

        RunEnd end = run(plan(CITY, CARD, LOAN));

        assertThat(bot.opened()).hasSize(3);
        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(bot.openChannels()).isZero();
    }

    /** Opens every door but one. */
    private static Function<URI, Arrival> dyingAt(int visit) {
        AtomicInteger visits = new AtomicInteger();
        return address -> {
            if (visits.incrementAndGet() == visit) {
                throw new MachineException(SEEN, null);
            }
            return Parrot.arrival(address);
        };
    }

    @Test
    public void leavesAHostAloneThatKeepsFailing() {
        bot.answering(question -> Parrot.heard(Outcome.SILENT, ""));
        Scenario third = scenario("third", critical("opening", "三？"));
        Scenario fourth = scenario("fourth", critical("opening", "四？"));

        RunEnd end = run(plan(CITY, CARD, LOAN, third, fourth));

        assertThat(bot.asked()).containsExactly("怎么申领？", "怎么贷款？", "三？");
        assertThat(end.left())
                .singleElement()
                .extracting(left -> left.why().in(Lang.EN))
                .isEqualTo("Not asked: 3 visits in a row to the host 127.0.0.1:8001 failed, so it was left alone."
                        + " `wenda resume` tries again.");
        assertThat(end.ending()).isEqualTo(Ending.IN_PART);
    }

    @Test
    public void leavesAnErrandThatCannotBeStored() throws IOException {
        Target town = target("town-web", 8002);
        // Where the folder of the town's files should be there is a file, for a while.
        bot.answering(question -> {
            block("town-web", !question.equals("多少钱？"));
            return Parrot.echo(question);
        });

        RunEnd end = run(new Plan(List.of(new Errand(CITY, LOAN), new Errand(town, LOAN), new Errand(CITY, CARD))));

        assertThat(bot.asked()).containsExactly("怎么贷款？", "怎么贷款？", "怎么申领？", "要什么材料？", "多少钱？");
        assertThat(end.left()).extracting(left -> left.errand().name()).containsExactly("town-web loan");
        assertThat(end.left().get(0).why().in(Lang.EN)).contains("town-web");
        assertThat(journal(end)).hasSize(5);
        assertThat(end.ending()).isEqualTo(Ending.IN_PART);
        assertThat(end.fault()).isNull();
    }

    /** Returns the folder of the one run. */
    private Path running() throws IOException {
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.filter(path -> Files.exists(path.resolve("run.json")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void block(String target, boolean blocked) {
        try {
            Path place = Files.createDirectories(running().resolve("bundles")).resolve(target);
            if (!blocked) {
                Files.deleteIfExists(place);
            } else if (!Files.exists(place)) {
                Files.writeString(place, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void leavesWhatTheDeadlineLeaves() {
        SetClock clock = new SetClock();
        stop.setDeadline(clock.instant().plusSeconds(1), clock);
        bot.answering(question -> {
            if (question.contains("材料")) {
                clock.sleep(Duration.ofSeconds(1));
            }
            return Parrot.offering("见", GUIDE);
        });

        RunEnd cut = run(plan(CITY, CARD, LOAN));

        assertThat(bot.asked()).containsExactly("怎么申领？", "要什么材料？");
        assertThat(cut.left()).hasSize(2);
        assertThat(cut.left().get(1).why().in(Lang.EN))
                .matches("The deadline \\d\\d:00 had come before this was asked; `wenda resume` then goes on\\.");
        assertThat(cut.ending()).isEqualTo(Ending.IN_PART);
        assertThat(record(cut).state()).isEqualTo(RunRecord.State.PARTIAL);
        assertThat(RunDirectory.open(cut.directory()).links().links()).isEmpty();

        stop = new Stop();
        bot = new Parrot();
        RunEnd end = resume(cut, plan(CITY, CARD, LOAN));

        assertThat(bot.asked()).containsExactly("多少钱？", "怎么贷款？");
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void isLoudWhenTheReportShowsLess() {
        Run run = begin(plan(CITY, LOAN), platform -> bot.channel());
        work(run);

        RunEnd end = run.finish((directory, lang) -> pages(directory, 0));

        assertThat(end.ending()).isEqualTo(Ending.FAULTY);
        assertThat(end.pages().disagreements()).hasSize(1);
    }

    @Test
    public void asksNothingTwiceAfterACrash() throws IOException {
        bot.answering(question -> {
            if (question.contains("材料")) {
                stop.request();
            }
            return Parrot.echo(question);
        });
        RunEnd cut = run(plan(CITY, CARD, LOAN));
        // The journal's last line is torn, as by a crash in the middle of writing.
        Path journal = cut.directory().resolve("exchanges.jsonl");
        Files.writeString(journal, "{\"run\":\"2026", StandardOpenOption.APPEND);

        stop = new Stop();
        bot = new Parrot();
        RunEnd end = resume(cut, plan(CITY, CARD, LOAN));

        assertThat(cut.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(bot.asked()).containsExactly("多少钱？", "怎么贷款？");
        assertThat(end.totals().stored()).isEqualTo(4);
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void takesUpACutConversationWhereItWasCut() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        bot.answering(question -> {
            if (question.contains("材料")) {
                waiting.countDown();
                throw sleepForEver();
            }
            return Parrot.echo(question);
        });
        Run run = begin(plan(CITY, CARD, LOAN), platform -> bot.channel());
        CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> work(run));
        waiting.await();
        stop.request();
        run.cut();
        worker.get(1, TimeUnit.MINUTES);
        RunEnd cut = run.finish(RunTest::pages);
        RunRecord.State stateWhenCut = record(cut).state();

        stop = new Stop();
        bot = new Parrot();
        RunEnd end = resume(cut, plan(CITY, CARD, LOAN));

        assertThat(cut.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(stateWhenCut).isEqualTo(RunRecord.State.INTERRUPTED);
        assertThat(bot.asked()).containsExactly("要什么材料？", "多少钱？", "怎么贷款？");
        assertThat(journal(end)).extracting(Exchange::number).containsExactly(1, 2, 3, 1);
        assertThat(journal(end).get(1).reason())
                .isEqualTo("Asked in a fresh conversation: the run was cut before this turn and then resumed.");
        assertThat(journal(end)).extracting(Exchange::takenUp).containsExactly(false, true, true, false);
        assertThat(transcripts(end).get(0).exchanges()).hasSize(3);
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void cutsAQuestionInWhoseLookItWasCut() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        bot.offering(stage -> {
            if (stage == Channel.Stage.TYPED) {
                looking.countDown();
                throw sleepForEver();
            }
            return List.of();
        });
        bot.answering(question -> {
            if (question.contains("材料")) {
                throw sleepForEver();
            }
            return Parrot.echo(question);
        });
        Run run = begin(plan(CITY, CARD), platform -> bot.channel());
        CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> work(run));
        looking.await();
        stop.request();
        run.cut();
        worker.get(1, TimeUnit.MINUTES);

        assertThat(run.finish(RunTest::pages).ending()).isEqualTo(Ending.INTERRUPTED);
    }

    private static RuntimeException sleepForEver() {
        try {
            new CountDownLatch(1).await();
            return new IllegalStateException("woke up");
        } catch (InterruptedException e) {
            return new IllegalStateException("interrupted while waiting for the browser", e);
        }
    }

    @Test
    public void asksAgainWhatAFaultKeptFromBeingAsked() {
        bot.behind(address -> {
            throw new IllegalStateException("tab crashed");
        });
        RunEnd cut = run(plan(CITY, LOAN));

        bot = new Parrot();
        RunEnd end = resume(cut, plan(CITY, LOAN));

        assertThat(cut.ending()).isEqualTo(Ending.IN_PART);
        assertThat(bot.asked()).containsExactly("怎么贷款？");
        // Nothing went before, so nothing is taken up.
        assertThat(journal(end)).noneMatch(Exchange::takenUp);
        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void asksAgainWhatAFaultLostTheReplyOf() {
        bot.answering(question -> {
            if (question.contains("材料")) {
                throw new IllegalStateException("browser lost");
            }
            return Parrot.echo(question);
        });
        RunEnd cut = run(plan(CITY, CARD));

        bot = new Parrot();
        RunEnd end = resume(cut, plan(CITY, CARD));

        assertThat(cut.ending()).isEqualTo(Ending.IN_PART);
        assertThat(bot.asked()).containsExactly("要什么材料？", "多少钱？");
        assertThat(journal(end))
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.BROKEN, Outcome.ANSWERED, Outcome.ANSWERED);
        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void pressesTheOptionThatIsAboutTheMatter() {
        Scenario card = scenario("card", critical("opening", "社保卡怎么办？"), turn("materials", "要什么材料？"));
        bot.answering(asksBackAbout("社保卡怎么办？", List.of("法人业务", "社保", "转人工"), "社保", List.of("社保卡挂失", "社保卡", "换一批")));

        RunEnd end = run(plan(CITY, card));

        assertThat(bot.asked()).containsExactly("社保卡怎么办？", "社保", "社保卡", "要什么材料？");
        assertThat(bot.pressed()).containsExactly("社保", "社保卡");
        assertThat(journal(end)).extracting(Exchange::number).containsExactly(1, 2, 3, 4);
        assertThat(journal(end))
                .extracting(Exchange::turn)
                .containsExactly("opening", "opening", "opening", "materials");
        assertThat(journal(end))
                .extracting(Exchange::choice)
                .containsExactly(null, new Choice(1, "社保"), new Choice(2, "社保卡"), null);
        assertThat(journal(end))
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.OPTIONS, Outcome.OPTIONS, Outcome.ANSWERED, Outcome.ANSWERED);
        assertThat(end.totals().asked()).isEqualTo(4);
        assertThat(end.totals().steps()).isEqualTo(2);
        assertThat(end.pages().disagreements()).isEmpty();
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void goesThreeOptionsDeepAtMost() {
        bot.answering(question -> Parrot.asksBack("怎么贷款", "怎么存款"));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(bot.pressed()).containsExactly("怎么贷款", "怎么贷款", "怎么贷款");
        assertThat(journal(end)).extracting(Exchange::outcome).containsOnly(Outcome.OPTIONS);
        assertThat(journal(end).get(3).reason())
                .isEqualTo("Still a list of options after 3 of them were pressed, so no other was.");
    }

    @Test
    public void leavesAListInWhichNothingFits() {
        bot.answering(question -> Parrot.asksBack("社保卡挂失", "转人工"));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(bot.pressed()).isEmpty();
        assertThat(journal(end)).singleElement().satisfies(exchange -> {
            assertThat(exchange.outcome()).isEqualTo(Outcome.OPTIONS);
            assertThat(exchange.reason())
                    .isEqualTo("None of the 2 options is clearly about the matter, so none was pressed.");
        });
    }

    @Test
    public void keepsAnOptionThatCouldNotBePressedWithoutCountingIt() {
        Message gone = Message.of(Run.class, "left-stopped");
        bot.answering(question -> Parrot.asksBack("怎么贷款", "怎么存款"))
                .whenPressed(option -> new Heard(Outcome.OPTIONS, gone, Reply.NONE, null, null, ""));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(journal(end)).hasSize(2);
        assertThat(journal(end).get(1).reason()).isEqualTo(gone.in(Lang.EN));
        assertThat(end.totals()).isEqualTo(new RunRecord.Totals(1, 1, 2, 1, 0, Map.of(Outcome.OPTIONS, 2)));
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void countsEveryOptionInTheBudgetOfTheDay() {
        Target portal =
                new Target("portal-web", "portal", Platform.WEB, URI.create("https://portal.example.gov.cn/"), null);
        bot.answering(question -> Parrot.asksBack("怎么贷款", "怎么存款"));
        budget = 2;

        RunEnd end = run(plan(portal, LOAN));

        assertThat(bot.asked()).containsExactly("怎么贷款？", "怎么贷款");
        assertThat(end.ending()).isEqualTo(Ending.IN_PART);
    }

    @Test
    public void doesNotAskAgainWhatWasCutBetweenTheOptions() {
        bot.answering(question -> {
            stop.request();
            return Parrot.asksBack("怎么贷款", "怎么存款");
        });
        Scenario loan = scenario("loan", critical("opening", "怎么贷款？"), turn("fee", "多少钱？"));
        RunEnd cut = run(plan(CITY, loan));

        stop = new Stop();
        bot = new Parrot();
        RunEnd end = resume(cut, plan(CITY, loan));

        assertThat(cut.ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(bot.asked()).containsExactly("多少钱？");
        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void rewritesAProfileOnceAReplyProvesTheNewWay() throws IOException {
        Profiles profiles = Profiles.in(reports);
        Path file = profiles.save(profile("#old"));
        String before = Files.readString(file);
        List<String> seen = new ArrayList<>();
        bot.behind(Parrot::moved).answering(question -> {
            seen.add(
                    Files.exists(file)
                            ? profiles.find("city-web")
                                    .orElseThrow()
                                    .input()
                                    .path()
                                    .get(0)
                            : "none");
            return question.contains("材料") ? Parrot.heard(Outcome.FALLBACK, "听不懂") : Parrot.echo(question);
        });

        RunEnd end = run(plan(CITY, CARD));

        RunDirectory directory = RunDirectory.open(end.directory());
        assertThat(seen).containsExactly("#old", "textarea", "textarea");
        assertThat(profiles.find("city-web")).hasValueSatisfying(now -> {
            assertThat(now.target()).isEqualTo("city-web");
            assertThat(now.input().path()).containsExactly("textarea");
        });
        assertThat(directory.profileBefore("city-web")).hasContent(before);
        assertThat(record(end).moved())
                .containsExactly(new RunRecord.Moved(
                        "city-web", Parrot.MOVE.was(), Parrot.MOVE.now(), "launcher in frame 1", true));
        assertThat(transcripts(end).get(0).opening())
                .satisfies(opening -> assertThat(opening.entry().move()).isEqualTo(Parrot.MOVE));
        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void leavesAProfileAsItIsWhereNobodyAnswered() throws IOException {
        Profiles profiles = Profiles.in(reports);
        String before = Files.readString(profiles.save(profile("#old")));
        bot.behind(Parrot::moved).answering(question -> Parrot.heard(Outcome.SILENT, ""));

        RunEnd end = run(plan(CITY, CARD));

        assertThat(profiles.text("city-web")).hasValue(before);
        assertThat(RunDirectory.open(end.directory()).profileBefore("city-web")).doesNotExist();
        assertThat(record(end).moved())
                .singleElement()
                .satisfies(moved -> assertThat(moved.healed()).isFalse());
    }

    @Test
    public void clicksEveryAddressOnceInARun() {
        bot.answering(question -> Parrot.offering("见", GUIDE, CALL, question.contains("材料") ? FORM : GUIDE));

        RunEnd end = run(plan(CITY, CARD, LOAN));

        assertThat(bot.followed()).containsExactly(GUIDE.href(), FORM.href());
        assertThat(transcripts(end).get(0).landings())
                .extracting(Landing::exchange, Landing::href, Landing::picture)
                .containsExactly(
                        tuple(1, GUIDE.href(), new Evidence(Evidence.Kind.LANDING, "card/01-opening-landing-1.png")),
                        tuple(2, FORM.href(), new Evidence(Evidence.Kind.LANDING, "card/02-materials-landing-2.png")));
        assertThat(transcripts(end).get(1).landings()).isEmpty();
        assertThat(end.pages().disagreements()).isEmpty();
    }

    @Test
    public void clicksNoMoreLinksThanAllowed() {
        mostClicks = 1;
        bot.answering(question -> Parrot.offering("见", GUIDE, FORM));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(bot.followed()).containsExactly(GUIDE.href());
        assertThat(transcripts(end).get(0).landings())
                .extracting(Landing::where, Landing::reason)
                .containsExactly(
                        tuple(Landing.Where.NEW_TAB, null),
                        tuple(
                                Landing.Where.NOT_CLICKED,
                                "Not clicked: 1 links of this conversation were clicked already (links.clicks)."));
    }

    @Test
    public void clicksNothingWhereClicksAreTurnedOff() {
        mostClicks = 0;
        bot.answering(question -> Parrot.offering("见", GUIDE));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(bot.followed()).isEmpty();
        assertThat(transcripts(end).get(0).landings()).isEmpty();
        assertThat(RunDirectory.open(end.directory()).links().links()).hasSize(1);
    }

    @Test
    public void clicksNoFurtherWhereTheConversationIsLost() {
        bot.answering(question -> Parrot.offering("见", GUIDE, FORM))
                .whenFollowed(request -> Parrot.landed(request, false, true));

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(bot.followed()).containsExactly(GUIDE.href());
        assertThat(transcripts(end).get(0).landings().get(1).reason())
                .isEqualTo("Not clicked: the conversation did not survive the click on “办事指南”.");
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void losesNoAnswerWhenAClickBreaksTheBrowser() {
        bot.answering(question -> Parrot.offering("见", GUIDE, FORM)).whenFollowed(request -> {
            throw new IllegalStateException("tab crashed");
        });

        RunEnd end = run(plan(CITY, LOAN, CARD));

        assertThat(journal(end)).hasSize(4).extracting(Exchange::outcome).containsOnly(Outcome.ANSWERED);
        assertThat(transcripts(end).get(0).landings())
                .extracting(Landing::reason)
                .containsExactly(
                        "Not clicked: the browser failed: tab crashed",
                        "Not clicked: the conversation did not survive the click on “办事指南”.");
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void keepsWhatWasClickedBeforeTheRunWasCut() {
        bot.answering(question -> {
            if (question.contains("材料")) {
                stop.request();
            }
            return Parrot.offering("见", GUIDE);
        });
        RunEnd cut = run(plan(CITY, LOAN, CARD));

        stop = new Stop();
        bot = new Parrot();
        bot.answering(question -> Parrot.offering("见", GUIDE, FORM));
        RunEnd end = resume(cut, plan(CITY, LOAN, CARD));

        assertThat(RunDirectory.open(cut.directory()).links().traced()).isTrue();
        assertThat(bot.followed()).containsExactly(FORM.href());
        assertThat(transcripts(end).get(0).landings()).extracting(Landing::href).containsExactly(GUIDE.href());
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void letsOnlyLoopbackTargetsLeadToLoopback() {
        List<Boolean> may = new ArrayList<>();
        bot.answering(question -> Parrot.offering("见", GUIDE)).whenFollowed(request -> {
            may.add(request.mayVisit().test(URI.create("http://127.0.0.1:1/")));
            may.add(request.mayVisit().test(URI.create("http://10.0.0.1/")));
            return Parrot.newTab(request);
        });

        run(plan(CITY, LOAN));

        assertThat(may).containsExactly(true, false);
    }

    @Test
    public void asksOtherWordingsAndRepeatsInFreshConversations() {
        Plan plan = Plan.of(List.of(CITY), List.of(WORDED), new Trials(Variants.ALL, 2));

        RunEnd end = run(plan);

        assertThat(bot.asked()).containsExactly("怎么申领？", "要什么材料？", "证丢了咋弄", "怎么办证", "怎么申领？");
        assertThat(bot.opened()).hasSize(4);
        assertThat(journal(end))
                .extracting(
                        Exchange::number,
                        Exchange::turn,
                        exchange -> exchange.trial().id())
                .containsExactly(
                        tuple(1, "opening", "ordinary"),
                        tuple(2, "materials", "ordinary"),
                        tuple(3, "opening", "colloquial"),
                        tuple(4, "opening", "synonym"),
                        tuple(5, "opening", "repeat-2"));
        assertThat(transcripts(end)).hasSize(1);
        assertThat(transcripts(end).get(0).exchanges()).isEqualTo(journal(end));
        assertThat(end.pages().disagreements()).isEmpty();
        assertThat(end.totals().asked()).isEqualTo(5);
    }

    @Test
    public void holdsAWholeConversationTwiceInANight() {
        Target town = target("town-web", 8002);
        Plan plan = Plan.of(List.of(CITY, town), List.of(CARD), Trials.NONE).heldTwice(1, Instant.EPOCH);

        RunEnd end = run(plan);

        assertThat(transcripts(end))
                .hasSize(2)
                .allSatisfy(transcript -> assertThat(transcript.exchanges())
                        .extracting(
                                Exchange::number,
                                Exchange::turn,
                                exchange -> exchange.trial().id())
                        .containsExactly(
                                tuple(1, "opening", "ordinary"),
                                tuple(2, "materials", "ordinary"),
                                tuple(3, "fee", "ordinary"),
                                tuple(4, "opening", "repeat-2"),
                                tuple(5, "materials", "repeat-2"),
                                tuple(6, "fee", "repeat-2")));
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void asksNoWordingTwiceWhenResumed() {
        Plan plan = Plan.of(List.of(CITY), List.of(WORDED), new Trials(Variants.ALL, 2));
        bot.answering(question -> {
            if (question.equals("证丢了咋弄")) {
                stop.request();
            }
            return Parrot.echo(question);
        });
        RunEnd cut = run(plan);

        stop = new Stop();
        bot = new Parrot();
        RunEnd end = resume(cut, plan);

        assertThat(bot.asked()).containsExactly("怎么办证", "怎么申领？");
        assertThat(journal(end)).extracting(Exchange::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(transcripts(end).get(0).exchanges()).hasSize(5);
        assertThat(end.pages().disagreements()).isEmpty();
        assertThat(end.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    public void clicksNoLinkOfAnotherWording() {
        bot.answering(question -> Parrot.offering("见", question.equals("证丢了咋弄") ? FORM : GUIDE));

        run(Plan.of(List.of(CITY), List.of(WORDED), new Trials(Variants.ONE, 1)));

        assertThat(bot.asked()).containsExactly("怎么申领？", "要什么材料？", "证丢了咋弄");
        assertThat(bot.followed()).containsExactly(GUIDE.href());
    }

    @Test
    public void keepsWhatTheWindowOffers() {
        Feature voice = new Feature(Trait.VOICE_INPUT, Feature.INPUT, "语音输入");
        Feature hints = new Feature(Trait.INPUT_HINTS, Feature.INPUT, "怎么申领居住证");
        bot.offering(stage -> stage == Channel.Stage.TYPED ? List.of(hints) : List.of(voice));

        RunEnd end = run(Plan.of(List.of(CITY), List.of(WORDED, LOAN), new Trials(Variants.ONE, 1)));

        // Hints are waited for once a target, and other wordings are not looked at again.
        assertThat(bot.looks())
                .containsExactly(
                        Channel.Stage.OPENING,
                        Channel.Stage.TYPED,
                        Channel.Stage.END,
                        Channel.Stage.OPENING,
                        Channel.Stage.END);
        assertThat(transcripts(end))
                .extracting(Transcript::features)
                .containsExactly(List.of(voice, hints), List.of(voice));
    }

    @DataProvider
    Object[][] firstConversations() {
        return new Object[][] {{CARD, List.of("怎么申领？", "look")}, {LOAN, List.of("look")}};
    }

    @Test(dataProvider = "firstConversations")
    public void waitsForHintsBeforeTheFirstQuestionOnlyWhereItIsTheLast(Scenario first, List<String> expected) {
        List<String> asked = new ArrayList<>();
        bot.offering(stage -> {
            if (stage == Channel.Stage.TYPED) {
                asked.addAll(bot.asked());
                asked.add("look");
            }
            return List.of();
        });

        run(plan(CITY, first));

        assertThat(asked).isEqualTo(expected);
    }

    @Test
    public void goesOnWhenALookFails() {
        bot.offering(stage -> {
            throw new IllegalStateException("the window is gone");
        });

        RunEnd end = run(plan(CITY, LOAN));

        assertThat(end.ending()).isEqualTo(Ending.DONE);
        assertThat(transcripts(end).get(0).features()).isEmpty();
    }

    private static Profile profile(String path) {
        Profile.Mark input = new Profile.Mark(List.of(), List.of(path), "请输入", "textarea");
        return new Profile(
                "city-web", URI.create("http://127.0.0.1:8001/"), LocalDate.of(2026, 11, 1), List.of(), input, null);
    }

    private static Function<String, Heard> asksBackAbout(
            String first, List<String> options, String second, List<String> more) {
        return said -> {
            if (said.equals(first)) {
                return Parrot.asksBack(options.toArray(String[]::new));
            }
            return said.equals(second) ? Parrot.asksBack(more.toArray(String[]::new)) : Parrot.echo(said);
        };
    }

    private RunEnd run(Plan plan) {
        Run run = begin(plan, platform -> bot.channel());
        work(run);
        return run.finish(RunTest::pages);
    }

    private RunEnd resume(RunEnd cut, Plan plan) {
        Run run = Run.resume(
                RunDirectory.resume(cut.directory()), plan, means(platform -> bot.channel()), RunListener.NONE);
        work(run);
        return run.finish(RunTest::pages);
    }

    private Run begin(Plan plan, ChannelFactory channels) {
        RunRecord record = Planned.record(
                plan, List.of("city"), clock.instant(), "0.1.0", List.of("run", "city"), Lang.EN, keepsRaw);
        return Run.begin(reports, record, plan, means(channels), RunListener.NONE);
    }

    private Means means(ChannelFactory channels) {
        PacingSettings pacing =
                new PacingSettings(Duration.ofSeconds(3), Duration.ZERO, Duration.ZERO, budget, null, null);
        Pacer pacer = new Pacer(
                new Manners(pacing), new DirectoryLedger(reports.resolve(".pacing")), clock, new Random(1), clock);
        return new Means(
                channels,
                pacer,
                Following.step(pacer, clock, stop),
                new Scoring(Index.in(Path.of(""))),
                mostClicks,
                Profiles.in(reports),
                BagTerms.PLAIN,
                room,
                clock,
                Lang.EN,
                stop);
    }

    private static void work(Run run) {
        for (Worker worker : run.workers(1)) {
            for (Errand errand = next(worker); errand != null; errand = next(worker)) {
                worker.hold(errand);
            }
        }
    }

    private static @Nullable Errand next(Worker worker) {
        try {
            return worker.next();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pages that show all there is. */
    private static Pages.Written pages(RunDirectory directory, Lang lang) {
        return pages(directory, directory.read().exchanges().size());
    }

    private static Pages.Written pages(RunDirectory directory, int shown) {
        return new Pages.Written(Agreement.check(directory, directory.read(), shown), List.of());
    }

    private static Plan plan(Target target, Scenario... scenarios) {
        return new Plan(Stream.of(scenarios)
                .map(scenario -> new Errand(target, scenario))
                .toList());
    }

    private static Arrival shut(Outcome outcome) {
        return new Arrival.Shut(outcome, SEEN, List.of(), null);
    }

    private static List<Exchange> journal(RunEnd end) {
        return RunDirectory.open(end.directory()).read().exchanges();
    }

    private static List<Transcript> transcripts(RunEnd end) {
        return RunDirectory.open(end.directory()).read().transcripts();
    }

    private static BagReport verified(RunEnd end) {
        return BagCheck.check(end.directory().resolve("bundles").resolve("city-web"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static RunRecord record(RunEnd end) {
        return RunDirectory.open(end.directory()).record();
    }
}
