package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;
import org.wenda.config.LimitSettings;

public final class ReplyEndTest {
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant ANSWERED = SENT.plusMillis(800);
    private static final LimitSettings LIMITS = new LimitSettings(
            Duration.ofSeconds(120), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(15));
    private static final NetworkVoice.State NO_EVENTS = NetworkVoice.State.NONE;
    private static final String KIND = "POST city/ask";
    private static final NetworkVoice.State STREAMING = new NetworkVoice.State(true, null, Duration.ZERO, KIND);
    private static final NetworkVoice.State ENDED =
            new NetworkVoice.State(false, ANSWERED.minusMillis(5), Duration.ZERO, KIND);

    private final Rhythm rhythm = new Rhythm();
    private final ReplyEnd end = new ReplyEnd(rhythm, LIMITS);

    @Test
    public void waitsOutSilenceWhileNothingIsKnown() {
        assertThat(fresh().next(lull(), ENDED)).isInstanceOf(ReplyEnd.Step.Listen.class);
        assertThat(fresh().first().silence()).isEqualTo(Rhythm.UNKNOWN);
    }

    @Test
    public void believesTheTransportOnceItHasToldTheEnd() {
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);

        assertThat(known.next(lull(), ENDED)).isEqualTo(new ReplyEnd.Step.Over("quiet+transport"));
    }

    @Test
    public void hearsTheEndInThePageWhereThePageToldItBefore() {
        PageRequest seen = new PageRequest("http://city/ask", SENT, ANSWERED.minusMillis(5));
        Rhythm told = learned(ENDED, ANSWERED, seen);
        Report waiting = told("lull", Duration.ofMillis(30), 2);

        assertThat(new ReplyEnd(told, LIMITS).next(waiting, STREAMING))
                .isInstanceOfSatisfying(ReplyEnd.Step.Listen.class, step -> {
                    assertThat(step.terms().endings()).isEqualTo(2);
                    assertThat(step.terms().changes())
                            .as("each word of a stream")
                            .isEqualTo(Integer.MAX_VALUE);
                });
        assertThat(new ReplyEnd(told, LIMITS).next(told("silence", Duration.ofSeconds(3), 2), STREAMING))
                .as("where the page does not tell it this time")
                .isInstanceOf(ReplyEnd.Step.AwaitNetwork.class);
        new ReplyEnd(told, LIMITS).learn(waiting, ENDED, false);
        assertThat(new ReplyEnd(told, LIMITS).next(waiting, STREAMING)).isInstanceOf(ReplyEnd.Step.AwaitNetwork.class);
    }

    @Test
    public void asksAgainWhereOnlyThePageKnowsYetThatARequestHasEnded() {
        PageRequest seen = new PageRequest("http://city/ask", SENT, ANSWERED.minusMillis(5));
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);

        assertThat(known.next(told("lull", Duration.ofMillis(100), 1, seen), NO_EVENTS))
                .isInstanceOfSatisfying(ReplyEnd.Step.Listen.class, step -> {
                    assertThat(step.terms().lull()).isEqualTo(Duration.ofMillis(130));
                    assertThat(step.terms().changes()).isZero();
                });
        assertThat(known.next(told("lull", Duration.ofMillis(450), 1, seen), NO_EVENTS))
                .as("by now the driver would have told of it")
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().changes()).isEqualTo(1));
        NetworkVoice.State polling = new NetworkVoice.State(false, null, Duration.ofSeconds(1), "");
        assertThat(known.next(told("lull", Duration.ofMillis(100), 1, seen), polling))
                .as("where the page asks by itself, no end would be believed")
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().changes()).isEqualTo(1));
        assertThat(fresh().next(told("lull", Duration.ofMillis(100), 1, seen), NO_EVENTS))
                .as("nor where nothing is known")
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().changes()).isEqualTo(1));
    }

    @Test
    public void doesNotBelieveATransportThatTheAnswerOutlived() {
        NetworkVoice.State early = new NetworkVoice.State(false, ANSWERED.minusSeconds(1), Duration.ZERO, KIND);
        ReplyEnd known = new ReplyEnd(learned(early, ANSWERED), LIMITS);

        assertThat(known.next(lull(), early)).isInstanceOf(ReplyEnd.Step.Listen.class);
    }

    @Test
    public void learnsNothingFromARequestThatEndedBeforeTheFirstWord() {
        NetworkVoice.State taken = new NetworkVoice.State(false, SENT.plusMillis(20), Duration.ZERO, KIND);
        Rhythm polled = learned(ENDED, ANSWERED);

        new ReplyEnd(polled, LIMITS).learn(changed(false, ANSWERED.minusMillis(10), ANSWERED), taken, true);
        assertThat(polled.trustsTransport(KIND)).isTrue();

        new ReplyEnd(polled, LIMITS).learn(changed(false, SENT.plusMillis(30), ANSWERED), taken, true);
        assertThat(polled.trustsTransport(KIND))
                .as("a placeholder came with it")
                .isFalse();
    }

    @Test
    public void goesOnBelievingOneKindOfRequestWhereTheAnswerOutlivedAnother() {
        Rhythm mixed = learned(ENDED, ANSWERED);
        NetworkVoice.State parted =
                new NetworkVoice.State(false, ANSWERED.minusMillis(750), Duration.ZERO, "POST parts");

        new ReplyEnd(mixed, LIMITS).learn(changed(false, ANSWERED.minusMillis(740), ANSWERED), parted, true);

        assertThat(mixed.trustsTransport("POST parts")).isFalse();
        assertThat(mixed.trustsTransport("POST unknown")).isFalse();
        assertThat(mixed.trustsTransport(KIND)).isTrue();
        assertThat(mixed.lull()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    public void waitsBehindATransportOnlyAsLongAsThisChatbotPausedThere() {
        Rhythm mixed = new Rhythm();
        for (int turn = 0; turn < 3; turn++) {
            mixed.ended(Duration.ofSeconds(3), false);
            NetworkVoice.State parted = new NetworkVoice.State(false, ANSWERED.minusSeconds(1), Duration.ZERO, KIND);
            new ReplyEnd(mixed, LIMITS).learn(changed(false, ANSWERED.minusMillis(990), ANSWERED), parted, true);
        }
        ReplyEnd known = new ReplyEnd(mixed, LIMITS);

        assertThat(known.next(lull(), ENDED))
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().silence())
                                .as("0.99 s is the longest pause there, and few turns are known")
                                .isEqualTo(Duration.ofMillis(1587)));
        assertThat(known.next(report("silence", Duration.ofMillis(1600)), ENDED))
                .isEqualTo(new ReplyEnd.Step.Over("silence+transport"));
        NetworkVoice.State taken = new NetworkVoice.State(false, SENT.plusMillis(20), Duration.ZERO, KIND);
        assertThat(known.next(report("silence", Duration.ofMillis(1600)), NO_EVENTS))
                .as("where no request brought words, as long as it ever paused")
                .isInstanceOf(ReplyEnd.Step.Listen.class);
        assertThat(known.next(changed(false, ANSWERED), taken))
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().silence())
                                .as("where a request only took the question")
                                .isEqualTo(Duration.ofMillis(4200)));
    }

    @Test
    public void knowsAPauseBeforeTheEndFromOneBehindIt() {
        Report streamed = changed(
                false,
                ANSWERED.minusMillis(900),
                ANSWERED.minusMillis(100),
                ANSWERED.minusMillis(40),
                ANSWERED.minusMillis(20),
                ANSWERED);

        assertThat(streamed.longestPauseBehind(ANSWERED.minusMillis(50))).isEqualTo(Duration.ofMillis(20));
        assertThat(streamed.longestPauseBehind(ANSWERED.minusMillis(300))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    public void takesForAPauseBehindTheEndAtMostWhatCanHaveBeenOne() {
        Instant[] at = new Instant[14];
        for (int i = 0; i < at.length; i++) {
            at[i] = ANSWERED.plusMillis(100L * i);
        }
        Report typed = changed(false, at);
        List<Report.Pause> longest = typed.pauses().subList(0, Report.MOST_PAUSES);
        Report known = new Report(
                "lull",
                true,
                true,
                at.length,
                List.of(),
                Duration.ofMillis(150),
                typed.lastChangeAt(),
                typed.changedAt(),
                SENT,
                Duration.ZERO,
                longest,
                false,
                List.of(),
                true,
                0,
                List.of(),
                Facts.of(null));

        assertThat(known.longestPauseBehind(ANSWERED.plusMillis(1270))).isEqualTo(Duration.ofMillis(30));
        assertThat(known.longestPauseBehind(ANSWERED.plusMillis(1200))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    public void waitsLessBehindATransportTheOftenerNothingCameThere() {
        Rhythm quick = learned(ENDED, ANSWERED);
        ReplyEnd known = new ReplyEnd(quick, LIMITS);
        for (int turn = 1; turn < 8; turn++) {
            known.learn(changed(false, ANSWERED), ENDED, false);
        }
        assertThat(quick.silenceBehindTransport()).isEqualTo(Duration.ofMillis(500));

        quick.wasLate("quiet+transport", Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(quick.silenceBehindTransport()).isEqualTo(Duration.ofMillis(2900));
    }

    @Test
    public void believesOpenWordsThatCameWholeWhereThisChatbotNeverTyped() {
        Rhythm quick = learned(ENDED, ANSWERED);
        ReplyEnd known = new ReplyEnd(quick, LIMITS);
        Report open = changed(true, ANSWERED);
        assertThat(known.next(open, ENDED))
                .as("too few turns are known")
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().silence()).isEqualTo(Rhythm.UNKNOWN));
        known.learn(changed(false, ANSWERED), ENDED, false);
        known.learn(changed(false, ANSWERED), ENDED, false);

        assertThat(known.next(open, ENDED))
                .isInstanceOfSatisfying(
                        ReplyEnd.Step.Listen.class,
                        step -> assertThat(step.terms().lull())
                                .as("as long as somebody who types is still")
                                .isEqualTo(Duration.ofMillis(350)));
    }

    @Test
    public void waitsLessForATypistWhereThisChatbotIsKnownNotToType() {
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);
        Report open = changed(true, ANSWERED.minusMillis(500), ANSWERED.minusMillis(40), ANSWERED);
        for (int turn = 1; turn < 7; turn++) {
            known.learn(changed(false, ANSWERED), ENDED, false);
        }
        assertThat(lullOf(known.next(open, ENDED))).isEqualTo(Duration.ofMillis(350));

        Instant early = ANSWERED.minusMillis(45);
        known.learn(
                changed(false, ANSWERED.minusMillis(40), ANSWERED),
                new NetworkVoice.State(false, early, Duration.ZERO, KIND),
                false);

        assertThat(lullOf(known.next(open, ENDED)))
                .as("twice the longest pause that it made there, and a little")
                .isEqualTo(Duration.ofMillis(180));
    }

    @Test
    public void learnsThatAnswersEndWhereNoSentenceDoes() {
        Rhythm rhythm = learned(ENDED, ANSWERED);
        ReplyEnd known = new ReplyEnd(rhythm, LIMITS);
        Report open = changed(true, ANSWERED.minusMillis(500), ANSWERED);
        known.learn(open, ENDED, false);
        assertThat(known.next(open, ENDED)).isInstanceOf(ReplyEnd.Step.Listen.class);

        known.learn(open, ENDED, false);
        assertThat(known.next(open, ENDED)).isEqualTo(new ReplyEnd.Step.Over("quiet+transport"));

        rhythm.wasLate("quiet", Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(known.next(open, ENDED)).as("one went on").isInstanceOf(ReplyEnd.Step.Listen.class);
    }

    private static Duration lullOf(ReplyEnd.Step step) {
        return ((ReplyEnd.Step.Listen) step).terms().lull();
    }

    @Test
    public void asksForAllThatWasHeardOnceALullMayBeTheEnd() {
        assertThat(fresh().first().concludes()).isFalse();
        assertThat(new ReplyEnd(learned(ENDED, ANSWERED), LIMITS).first().concludes())
                .isTrue();
    }

    @Test
    public void forgivesABusyMachineThatDrewTheLastPieceLate() {
        NetworkVoice.State early = new NetworkVoice.State(false, ANSWERED.minusMillis(400), Duration.ZERO, KIND);

        Rhythm late = learned(early, ANSWERED);

        assertThat(late.trusts("transport")).isTrue();
        assertThat(new ReplyEnd(late, LIMITS).next(lull(), early))
                .as("of this answer more may come all the same")
                .isInstanceOf(ReplyEnd.Step.Listen.class);
    }

    @Test
    public void doesNotBelieveATransportWhereThePageStopsInsideASentenceThatCameWhole() {
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);

        Report inside = changed(true, ANSWERED.minusMillis(4), ANSWERED);

        assertThat(known.next(inside, ENDED)).isInstanceOf(ReplyEnd.Step.Listen.class);
    }

    @Test
    public void waitsOutATypistsLullWhereAStreamStopsInsideASentence() {
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);
        Instant early = ANSWERED.minusMillis(500);

        ReplyEnd.Step step = known.next(changed(true, early, ANSWERED), ENDED);

        assertThat(((ReplyEnd.Step.Listen) step).terms().lull()).isEqualTo(Duration.ofMillis(350));
        assertThat(known.next(changed(false, early, ANSWERED), ENDED))
                .as("where the sentence ends")
                .isEqualTo(new ReplyEnd.Step.Over("quiet+transport"));
    }

    @Test
    public void doesNotBelieveATransportBehindWhichThePageGoesOnTyping() {
        NetworkVoice.State early = new NetworkVoice.State(false, ANSWERED.minusMillis(100), Duration.ZERO, KIND);
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);
        Instant streamed = ANSWERED.minusMillis(700);

        assertThat(known.next(changed(false, streamed, ANSWERED.minusMillis(90), ANSWERED), early))
                .isInstanceOf(ReplyEnd.Step.Listen.class);
        assertThat(known.next(changed(false, streamed, ANSWERED.minusMillis(30), ANSWERED), early))
                .as("drawn in one go")
                .isEqualTo(new ReplyEnd.Step.Over("quiet+transport"));
    }

    @Test
    public void neverEndsWhileTheAnswerIsStillComing() {
        ReplyEnd known = new ReplyEnd(learned(ENDED, ANSWERED), LIMITS);

        assertThat(known.next(lull(), STREAMING)).isInstanceOf(ReplyEnd.Step.AwaitNetwork.class);
        assertThat(known.next(report("silence", Duration.ofSeconds(3)), STREAMING))
                .isEqualTo(new ReplyEnd.Step.AwaitNetwork(Duration.ofSeconds(7)));
    }

    @Test
    public void givesUpSoonerOnARequestThatHasNeverToldAnEnd() {
        assertThat(end.next(report("silence", Duration.ofSeconds(3)), STREAMING))
                .isEqualTo(new ReplyEnd.Step.AwaitNetwork(Duration.ofMillis(1500)));
        assertThat(end.next(report("silence", Duration.ofMillis(4500)), STREAMING))
                .isEqualTo(new ReplyEnd.Step.Over("silence"));
    }

    @Test
    public void givesUpOnARequestThatNeverEnds() {
        assertThat(end.next(report("silence", Duration.ofSeconds(11)), STREAMING))
                .isEqualTo(new ReplyEnd.Step.Over("silence"));
    }

    @Test
    public void namesEverySignalThatToldTheEnd() {
        Report report = report("silence", Duration.ofSeconds(3), new Report.Sign("typing-sign", ANSWERED));

        assertThat(end.next(report, ENDED)).isEqualTo(new ReplyEnd.Step.Over("silence+transport+typing-sign"));
    }

    @Test
    public void saysWhichSignStayed() {
        assertThat(end.next(report("sign-stays", Duration.ofSeconds(20)), NO_EVENTS))
                .isEqualTo(new ReplyEnd.Step.Over("patience:typing-sign"));
    }

    @Test
    public void waitsForTheNextPollBeforeItBelievesSilence() {
        NetworkVoice.State polling = new NetworkVoice.State(false, null, Duration.ofSeconds(2), KIND);

        ReplyEnd.Step step = end.next(report("silence", Duration.ofMillis(2900)), polling);

        assertThat(((ReplyEnd.Step.Listen) step).terms().silence()).isEqualTo(Duration.ofMillis(3300));
        assertThat(end.next(report("silence", Duration.ofMillis(3300)), polling))
                .isEqualTo(new ReplyEnd.Step.Over("silence"));
    }

    @Test
    public void listensLongerToAChatbotThatPauses() {
        Rhythm slow = new Rhythm();
        for (int turn = 0; turn < 4; turn++) {
            slow.ended(Duration.ofSeconds(2), false);
        }
        assertThat(slow.silence()).isEqualTo(Duration.ofMillis(2900));
    }

    @Test
    public void waitsLessTheBetterItKnowsAQuickChatbot() {
        Rhythm quick = new Rhythm();
        for (int turn = 0; turn < 4; turn++) {
            quick.ended(Duration.ofMillis(40), false);
        }
        assertThat(quick.silence()).isEqualTo(Duration.ofMillis(1500));

        for (int turn = 4; turn < 12; turn++) {
            quick.ended(Duration.ofMillis(40), false);
        }
        assertThat(quick.silence()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    public void waitsLongerWhereNoSentenceEnds() {
        Rhythm quick = new Rhythm();
        for (int turn = 0; turn < 12; turn++) {
            quick.ended(Duration.ofMillis(40), false);
        }
        assertThat(quick.silence(quick.silence(), true)).isEqualTo(Rhythm.UNKNOWN);

        quick.ended(Duration.ZERO, true);
        quick.ended(Duration.ZERO, true);
        assertThat(quick.silence(quick.silence(), true)).isEqualTo(quick.silence());
    }

    @Test
    public void givesThePageItsTimeToDrawWhatTheTransportBroughtLast() {
        NetworkVoice.State justEnded = new NetworkVoice.State(false, ANSWERED.plusMillis(100), Duration.ZERO, KIND);
        Rhythm rhythm = learned(ENDED, ANSWERED);
        ReplyEnd known = new ReplyEnd(rhythm, LIMITS);

        ReplyEnd.Step step = known.next(report("lull", Duration.ofMillis(105)), justEnded);

        assertThat(rhythm.lull()).isEqualTo(Duration.ofMillis(20));
        assertThat(rhythm.draws()).isEqualTo(Duration.ofMillis(20));
        assertThat(((ReplyEnd.Step.Listen) step).terms().lull()).isEqualTo(Duration.ofMillis(120));
        assertThat(known.next(report("lull", Duration.ofMillis(111)), justEnded))
                .as("what is left is less than a look at the page takes")
                .isEqualTo(new ReplyEnd.Step.Over("quiet+transport"));
    }

    @Test
    public void forgetsThatThePageWasSlowToDrawOnce() {
        Rhythm rhythm = new Rhythm();
        rhythm.learnTransport(KIND, true, ANSWERED, ANSWERED.plusMillis(90), Duration.ZERO);
        assertThat(rhythm.draws()).isEqualTo(Duration.ofMillis(190));

        for (int turn = 0; turn < 3; turn++) {
            rhythm.drew(ANSWERED, ANSWERED.plusMillis(15));
        }
        assertThat(rhythm.draws()).isEqualTo(Duration.ofMillis(40));

        rhythm.drew(ANSWERED, ANSWERED.plusMillis(60));
        assertThat(rhythm.draws()).as("slow a second time").isEqualTo(Duration.ofMillis(130));
        for (int turn = 0; turn < 8; turn++) {
            rhythm.drew(ANSWERED, ANSWERED.minusMillis(20));
        }
        assertThat(rhythm.draws()).isEqualTo(Duration.ofMillis(10));
    }

    private static ReplyEnd fresh() {
        return new ReplyEnd(new Rhythm(), LIMITS);
    }

    private static Rhythm learned(NetworkVoice.State network, Instant lastChange, PageRequest... requests) {
        Rhythm rhythm = new Rhythm();
        Report waitedOut = new Report(
                "silence",
                true,
                true,
                1,
                List.of(),
                Duration.ofSeconds(3),
                lastChange,
                List.of(lastChange),
                SENT,
                Duration.ZERO,
                List.of(),
                false,
                List.of(),
                true,
                0,
                List.of(requests),
                Facts.of(null));
        new ReplyEnd(rhythm, LIMITS).learn(waitedOut, network, true);
        return rhythm;
    }

    private static Report lull() {
        return report("lull", Duration.ofMillis(150));
    }

    private static Report changed(boolean open, Instant... at) {
        List<Report.Pause> pauses = new ArrayList<>();
        for (int i = 1; i < at.length; i++) {
            pauses.add(new Report.Pause(at[i], Duration.between(at[i - 1], at[i])));
        }
        return new Report(
                "lull",
                true,
                true,
                at.length,
                List.of(),
                Duration.ofMillis(150),
                at[at.length - 1],
                List.of(at),
                SENT,
                Duration.ZERO,
                pauses,
                open,
                List.of(),
                true,
                0,
                List.of(),
                Facts.of(null));
    }

    /** @param endings how many requests the page knows to have ended */
    private static Report told(String why, Duration quiet, int endings, PageRequest... requests) {
        return report(why, quiet, List.of(), endings, List.of(requests));
    }

    private static Report report(String why, @Nullable Duration quiet, Report.Sign... signs) {
        return report(why, quiet, List.of(signs), 0, List.of());
    }

    private static Report report(
            String why, @Nullable Duration quiet, List<Report.Sign> signs, int endings, List<PageRequest> requests) {
        List<String> busy = why.equals("sign-stays") ? List.of("typing-sign") : List.of();
        return new Report(
                why,
                true,
                true,
                1,
                busy,
                quiet,
                ANSWERED,
                List.of(ANSWERED),
                SENT,
                Duration.ZERO,
                List.of(),
                false,
                signs,
                true,
                endings,
                requests,
                Facts.of(null));
    }
}
