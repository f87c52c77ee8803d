package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.Reporter;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Heard;
import org.wenda.gallery.GalleryBot;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Kind;
import org.wenda.gallery.Tempo;
import org.wenda.gallery.Truth;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Picture;
import org.wenda.transcript.Timing;

/**
 * Hearing on kits that nobody here wrote: every reply whole and clean, its times compared with the page's own truth.
 */
@Test(groups = "engine")
public final class GalleryChannelIT {
    /** Generous, since these machines are noisy; the figure itself is printed. */
    private static final double P95_BOUND_MS = 100;

    /** A turn whose times are further from the truth is printed with its question. */
    private static final double WORTH_A_LOOK_MS = 20;

    private static final Duration TRUTH_ARRIVES_WITHIN = Duration.ofSeconds(10);

    /** All pages together, in {@code ./wenda test --full}. */
    private static final int FULL_TURNS = 1000;

    private static final boolean FULL = Boolean.getBoolean("wenda.full");

    /** Of several threads. */
    private final List<Turn> heardTurns = Collections.synchronizedList(new ArrayList<>());

    /**
     * Each page and how many questions it gets; {@code -Dwenda.pages=SEMI,NLUX} leaves the others out. Two
     * conversations at a time, which mostly wait; {@code -Dtest.conversations=1} holds one after the other.
     */
    @DataProvider(parallel = true)
    Object[][] pages() {
        List<String> only = List.of(System.getProperty("wenda.pages", "").split(","));
        Object[][] all = slice();
        int atLeast = (FULL_TURNS + all.length - 1) / all.length;
        return Stream.of(all)
                .filter(row -> only.contains("") || only.contains(row[0].toString()))
                .map(row -> FULL ? new Object[] {row[0], Math.max(atLeast, (int) row[1])} : row)
                .toArray(Object[][]::new);
    }

    /**
     * The first page of a kit is asked for its formats too; its other transports and lists, as many questions as it
     * takes to meet what time and order can do to an answer.
     */
    private static Object[][] slice() {
        return new Object[][] {
            {GalleryPage.CHATUI_STREAMED_FETCH, 20},
            {GalleryPage.WEBCHAT_POLLING, 14},
            {GalleryPage.DEEPCHAT_STREAM, 14},
            {GalleryPage.CHATUI_FETCH, 7},
            {GalleryPage.CHATUI_XHR, 7},
            {GalleryPage.CHATUI_EVENT_SOURCE, 7},
            {GalleryPage.CHATUI_WEB_SOCKET, 7},
            {GalleryPage.CHATUI_LONG_POLLING, 5},
            {GalleryPage.WEBCHAT_WEB_SOCKET, 7},
            {GalleryPage.DEEPCHAT_PLAIN, 8},
            {GalleryPage.DEEPCHAT_WEB_SOCKET, 8},
            {GalleryPage.CLOSED_SHADOW, 7},
            {GalleryPage.LATE_FRAME, 7},
            {GalleryPage.HASH_ROUTE, 7},
            {GalleryPage.NEWEST_FIRST, 7},
            {GalleryPage.HEADED, 7},
            {GalleryPage.TYPEWRITER, 9},
            {GalleryPage.CHATSCOPE, 14},
            {GalleryPage.NLUX, 10},
            {GalleryPage.SEMI, 14},
            {GalleryPage.CHAT_ELEMENTS, 14},
            {GalleryPage.CHAT_WIDGET, 13},
            {GalleryPage.ADVANCED_CHAT, 14},
            {GalleryPage.N8N, 12},
            {GalleryPage.BEAUTIFUL_CHAT, 14},
            {GalleryPage.CHATBOTIFY, 12},
        };
    }

    @Test(dataProvider = "pages")
    public void hearsEveryReplyWholeAndNothingElse(GalleryPage page, int turns) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        List<Turn> all = talk(page, page.questions(turns), wrong);
        print(page.name(), wrong.size(), all);
        all.stream().filter(Turn::isOff).forEach(turn -> Reporter.log("  " + turn.line(), true));
        heardTurns.addAll(all);
        assertThat(wrong).isEmpty();
    }

    @Test(dependsOnMethods = "hearsEveryReplyWholeAndNothingElse", alwaysRun = true)
    public void measuresCloseToThePagesOwnTruth() {
        print("all pages", 0, heardTurns);

        if (System.getProperty("wenda.pages") == null) {
            assertThat(heardTurns).hasSizeGreaterThanOrEqualTo(FULL ? FULL_TURNS : 200);
        }
        assertThat(p95(errors(heardTurns, Turn::firstError))).isLessThan(P95_BOUND_MS);
        assertThat(p95(errors(heardTurns, Turn::completeError))).isLessThan(P95_BOUND_MS);
    }

    @DataProvider
    Object[][] kindsApart() {
        return new Object[][] {
            {GalleryPage.CHATUI_FETCH, EnumSet.of(Kind.EMPTY, Kind.HUGE, Kind.CARD, Kind.LINK_BUTTONS)},
            {GalleryPage.CLOSED_SHADOW, EnumSet.of(Kind.EMPTY, Kind.HUGE, Kind.CARD, Kind.LINK_BUTTONS, Kind.PICTURE)},
            {GalleryPage.CHATSCOPE, EnumSet.of(Kind.HUGE, Kind.CARD, Kind.LINK_BUTTONS)},
        };
    }

    /** Kinds that are rare or slow, each between two ordinary answers that it must leave alone. */
    @Test(dataProvider = "kindsApart")
    public void hearsWhatIsRare(GalleryPage page, Set<Kind> kinds) throws InterruptedException {
        List<String> ordinary = GalleryBot.questions(Set.of(Kind.IMMEDIATE), kinds.size() + 1);
        List<String> questions = new ArrayList<>();
        for (Kind kind : kinds) {
            questions.add(ordinary.get(questions.size() / 2));
            questions.add(GalleryBot.questions(Set.of(kind), 1).get(0));
        }
        questions.add(ordinary.get(kinds.size()));
        List<String> wrong = new ArrayList<>();
        talk(page, questions, wrong, "limits.silence=8s");
        assertThat(wrong).isEmpty();
    }

    /**
     * Asks in one conversation.
     *
     * @param wrong gets a line for each reply that is not what the page says it is
     */
    private List<Turn> talk(GalleryPage page, List<String> questions, List<String> wrong, String... overrides)
            throws InterruptedException {
        List<Turn> turns = new ArrayList<>();
        try (GallerySite site = GallerySite.start(Tempo.BRISK);
                Conversation talk = new Conversation(overrides)) {
            List<String> standing = talk.open(site.page(page)).suggestions();
            for (String question : questions) {
                Heard heard = talk.ask(question);
                int asked = turns.size() + 1;
                Truth truth = WebKit.shown(page, truth(site, asked, heard));
                String fault = compare(question, heard, truth, standing);
                if (fault != null) {
                    wrong.add(fault);
                }
                turns.add(new Turn(heard, truth, talk.told()));
            }
        }
        return turns;
    }

    /** Returns what the page showed; says what was heard where the page knows of no turn. */
    private static Truth truth(GallerySite site, int asked, Heard heard) throws InterruptedException {
        try {
            return site.awaitTruths(asked, TRUTH_ARRIVES_WITHIN).get(asked - 1);
        } catch (AssertionError missing) {
            throw new AssertionError(missing.getMessage() + "; heard " + heard, missing);
        }
    }

    @Test
    public void findsNothingWhereThereIsNothing() {
        try (GallerySite site = GallerySite.start(Tempo.BRISK);
                Conversation talk = new Conversation()) {
            Arrival arrival = talk.visit(site.page("nothing"), null);

            assertThat(arrival).isInstanceOf(Arrival.Shut.class);
            assertThat(((Arrival.Shut) arrival).outcome()).isEqualTo(Outcome.NO_CHATBOT);
        }
    }

    private static @Nullable String compare(String question, Heard heard, Truth truth, List<String> standing) {
        String got = Conversation.folded(
                heard.reply().bubbles().stream().map(Bubble::text).toList());
        String want = Conversation.folded(truth.bubbles());
        String thinking = Conversation.folded(List.of(heard.reply().thinking()));
        List<String> faults = new ArrayList<>();
        expect("silent", heard.outcome() == Outcome.SILENT, truth.bubbles().isEmpty(), faults);
        expect("cut off", heard.outcome() == Outcome.CUT_OFF, false, faults);
        if (!truth.whole()) {
            faults.add("\n  the page itself did not see it whole: " + brief(truth.seen()) + "\n  of: " + brief(want));
        }
        expect("text", got, want, faults);
        expect("thinking", thinking, Conversation.folded(List.of(truth.thinking())), faults);
        expect("links", heard.reply().links(), truth.links(), faults);
        expect("sources", heard.reply().sources(), truth.sources(), faults);
        expect("pictures", pictures(heard), truth.pictures(), faults);
        // What stood there from the beginning and comes back is offered, though not by the answer.
        List<String> offered = heard.reply().options().stream()
                .filter(option -> !standing.contains(option))
                .toList();
        expect("options", offered, truth.options(), faults);
        if (!heard.reply().controls().containsAll(truth.controls())) {
            expect("controls", heard.reply().controls(), truth.controls(), faults);
        }
        return faults.isEmpty()
                ? null
                : question + String.join("", faults) + "\n  " + heard.outcome() + " ended by " + heard.endedBy();
    }

    private static List<String> pictures(Heard heard) {
        return heard.reply().bubbles().stream()
                .flatMap(bubble -> bubble.pictures().stream())
                .map(Picture::src)
                .toList();
    }

    private static void expect(String what, Object got, Object want, List<String> faults) {
        if (!got.equals(want)) {
            faults.add("\n  " + what + " heard:  " + brief(got) + "\n  truth:  " + brief(want));
        }
    }

    /** Returns the words, or both their ends where they are very many. */
    private static String brief(Object words) {
        String text = words.toString();
        return text.length() < 20_000
                ? text
                : text.substring(0, 200) + " … " + text.length() + " … " + text.substring(text.length() - 200);
    }

    /**
     * One question, what was heard and what was true.
     *
     * @param told when Wenda said that the reply had ended
     */
    private record Turn(Heard heard, Truth truth, Instant told) {
        boolean isOff() {
            return Math.abs(firstError()) > WORTH_A_LOOK_MS || Math.abs(completeError()) > WORTH_A_LOOK_MS;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%s: first %.0f of %.0f ms, complete %.0f of %.0f ms, ended by %s",
                    truth.question(),
                    truth.firstMs() + firstError(),
                    truth.firstMs(),
                    truth.completeMs() + completeError(),
                    truth.completeMs(),
                    heard.endedBy());
        }

        double firstError() {
            return error(Timing::firstReply, truth.firstMs());
        }

        double completeError() {
            return error(Timing::complete, truth.completeMs());
        }

        /** How long after the true end the end was told. */
        double overshoot() {
            return told.getEpochSecond() * 1e3 + told.getNano() / 1e6 - truth.sentEpochMs() - truth.completeMs();
        }

        /** Whether the end of a request told the end, so that silence did not have to be waited out. */
        boolean byTransport() {
            return String.valueOf(heard.endedBy()).startsWith("quiet+transport");
        }

        private double error(Function<Timing, @Nullable Duration> part, double trueMs) {
            Timing timing = heard.timing();
            Duration measured = timing == null ? null : part.apply(timing);
            return measured == null || trueMs < 0 ? Double.NaN : millis(measured) - trueMs;
        }
    }

    private static void print(String what, int wrong, List<Turn> turns) {
        List<Double> first = errors(turns, Turn::firstError);
        List<Double> complete = errors(turns, Turn::completeError);
        String line = String.format(
                Locale.ROOT,
                "%-22s %4d turns, %d not whole; error of first reply p50 %.1f p95 %.1f max %.1f ms, of complete p50"
                        + " %.1f p95 %.1f max %.1f ms; end told after the true end: %s; %s",
                what,
                turns.size(),
                wrong,
                percentile(first, 0.5),
                p95(first),
                percentile(first, 1),
                percentile(complete, 0.5),
                p95(complete),
                percentile(complete, 1),
                told(
                        "by the transport",
                        turns.stream().filter(Turn::byTransport).toList()),
                told(
                        "otherwise",
                        turns.stream().filter(turn -> !turn.byTransport()).toList()));
        Reporter.log(line, true);
    }

    private static String told(String how, List<Turn> turns) {
        List<Double> late = errors(turns, Turn::overshoot);
        return String.format(
                Locale.ROOT,
                "%s %d p50 %.0f max %.0f ms",
                how,
                turns.size(),
                percentile(late, 0.5),
                percentile(late, 1));
    }

    private static List<Double> errors(List<Turn> turns, ToDoubleFunction<Turn> error) {
        return turns.stream()
                .mapToDouble(error)
                .filter(value -> !Double.isNaN(value))
                .boxed()
                .toList();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double p95(List<Double> errors) {
        return percentile(errors, 0.95);
    }

    private static double percentile(List<Double> errors, double share) {
        List<Double> sizes = new ArrayList<>(errors.stream().map(Math::abs).toList());
        if (sizes.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(sizes);
        return sizes.get((int) Math.min(sizes.size() - 1, Math.ceil(share * sizes.size()) - 1));
    }
}
