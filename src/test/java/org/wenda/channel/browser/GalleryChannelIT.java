package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
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

/**
 * Hearing on kits that nobody here wrote: every reply whole and clean, its times compared with the page's own truth.
 */
@Test(groups = "engine")
public final class GalleryChannelIT {
    /** Generous, since these machines are noisy; the figure itself is printed. */
    private static final double P95_BOUND_MS = 100;

    private static final Duration TRUTH_ARRIVES_WITHIN = Duration.ofSeconds(10);

    private final List<Double> firstErrors = new ArrayList<>();
    private final List<Double> completeErrors = new ArrayList<>();
    private final GallerySite site = GallerySite.start(Tempo.BRISK);

    @AfterClass(alwaysRun = true)
    void stop() {
        site.close();
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {GalleryPage.CHATUI_STREAMED_FETCH, 45},
            {GalleryPage.WEBCHAT_POLLING, 40},
            {GalleryPage.DEEPCHAT_STREAM, 45},
            {GalleryPage.CHATUI_FETCH, 10},
            {GalleryPage.CHATUI_XHR, 10},
            {GalleryPage.CHATUI_EVENT_SOURCE, 10},
            {GalleryPage.CHATUI_WEB_SOCKET, 10},
            {GalleryPage.CHATUI_LONG_POLLING, 5},
            {GalleryPage.WEBCHAT_WEB_SOCKET, 10},
            {GalleryPage.DEEPCHAT_PLAIN, 8},
            {GalleryPage.DEEPCHAT_WEB_SOCKET, 8},
            {GalleryPage.CLOSED_SHADOW, 6},
            {GalleryPage.LATE_FRAME, 6},
            {GalleryPage.HASH_ROUTE, 6},
            {GalleryPage.CHATSCOPE, 14},
            {GalleryPage.NLUX, 10},
            {GalleryPage.SEMI, 14},
            {GalleryPage.CHAT_ELEMENTS, 14},
            {GalleryPage.CHAT_WIDGET, 13},
            {GalleryPage.ADVANCED_CHAT, 14},
        };
    }

    @Test(dataProvider = "pages")
    public void hearsEveryReplyWholeAndNothingElse(GalleryPage page, int turns) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> complete = new ArrayList<>();
        int before = site.truths().size();
        try (Conversation talk = new Conversation()) {
            talk.open(site.page(page));
            for (String question : page.questions(turns)) {
                Heard heard = talk.ask(question);
                before++;
                Truth truth = site.awaitTruths(before, TRUTH_ARRIVES_WITHIN).get(before - 1);
                String fault = compare(question, heard, truth);
                if (fault != null) {
                    wrong.add(fault);
                }
                if (heard.timing() != null
                        && heard.timing().firstReply() != null
                        && heard.timing().complete() != null) {
                    first.add(millis(heard.timing().firstReply()) - truth.firstMs());
                    complete.add(millis(heard.timing().complete()) - truth.completeMs());
                }
            }
        }
        print(page.name(), turns, wrong.size(), first, complete);
        firstErrors.addAll(first);
        completeErrors.addAll(complete);
        assertThat(wrong).isEmpty();
    }

    @Test(dependsOnMethods = "hearsEveryReplyWholeAndNothingElse", alwaysRun = true)
    public void measuresCloseToThePagesOwnTruth() {
        print("all pages", firstErrors.size(), 0, firstErrors, completeErrors);

        assertThat(firstErrors).hasSizeGreaterThanOrEqualTo(200);
        assertThat(p95(firstErrors)).isLessThan(P95_BOUND_MS);
        assertThat(p95(completeErrors)).isLessThan(P95_BOUND_MS);
    }

    @DataProvider
    Object[][] pagesWithEmptyAnswers() {
        return new Object[][] {{GalleryPage.CHATUI_FETCH}, {GalleryPage.CLOSED_SHADOW}};
    }

    /** What was said before and what is said next must not be taken for the answer that never came. */
    @Test(dataProvider = "pagesWithEmptyAnswers")
    public void hearsNothingInAnEmptyBubble(GalleryPage page) throws InterruptedException {
        List<String> ordinary = GalleryBot.questions(Set.of(Kind.IMMEDIATE), 2);
        int before = site.truths().size();
        try (Conversation talk = new Conversation()) {
            talk.open(site.page(page));
            talk.ask(ordinary.get(0));
            Heard nothing = talk.ask(GalleryBot.questions(Set.of(Kind.EMPTY), 1).get(0));
            Heard next = talk.ask(ordinary.get(1));
            Truth truth = site.awaitTruths(before + 3, TRUTH_ARRIVES_WITHIN).get(before + 2);

            assertThat(nothing.reply().text()).isEmpty();
            assertThat(nothing.outcome()).isEqualTo(Outcome.SILENT);
            assertThat(compare(ordinary.get(1), next, truth)).isNull();
        }
    }

    @Test
    public void findsNothingWhereThereIsNothing() {
        try (Conversation talk = new Conversation()) {
            Arrival arrival = talk.visit(site.page("nothing"), null);

            assertThat(arrival).isInstanceOf(Arrival.Shut.class);
            assertThat(((Arrival.Shut) arrival).outcome()).isEqualTo(Outcome.NO_CHATBOT);
        }
    }

    private static @Nullable String compare(String question, Heard heard, Truth truth) {
        String got = Conversation.folded(
                heard.reply().bubbles().stream().map(Bubble::text).toList());
        String want = Conversation.folded(truth.bubbles());
        String thinking = Conversation.folded(List.of(heard.reply().thinking()));
        List<String> faults = new ArrayList<>();
        expect("text", got, want, faults);
        expect("thinking", thinking, Conversation.folded(List.of(truth.thinking())), faults);
        expect("links", heard.reply().links(), truth.links(), faults);
        expect("sources", heard.reply().sources(), truth.sources(), faults);
        if (!heard.reply().controls().containsAll(truth.controls())) {
            expect("controls", heard.reply().controls(), truth.controls(), faults);
        }
        return faults.isEmpty()
                ? null
                : question + String.join("", faults) + "\n  " + heard.outcome() + " ended by " + heard.endedBy();
    }

    private static void expect(String what, Object got, Object want, List<String> faults) {
        if (!got.equals(want)) {
            faults.add("\n  " + what + " heard:  " + got + "\n  truth:  " + want);
        }
    }

    private static void print(String what, int turns, int wrong, List<Double> first, List<Double> complete) {
        String line = String.format(
                Locale.ROOT,
                "%-22s %3d turns, %d not whole; error of first reply p50 %.1f p95 %.1f ms, of complete p50 %.1f p95 %.1f ms",
                what,
                turns,
                wrong,
                percentile(first, 0.5),
                p95(first),
                percentile(complete, 0.5),
                p95(complete));
        Reporter.log(line, true);
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
