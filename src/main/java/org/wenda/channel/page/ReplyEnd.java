package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.config.LimitSettings;

/**
 * Decides when a reply is over. Several voices are heard: silence, the end of the transport, the going of the typing
 * sign, the stop button and the composer's busy look. Pure: what the page and the driver report comes in, the next step
 * goes out.
 */
public final class ReplyEnd {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A request that stays open this long after the last change is not the one that carries the answer. */
    private static final Duration NETWORK_PATIENCE = Duration.ofSeconds(10);
    /** The same where no request has told an end yet, and the words read as if they were all. */
    private static final Duration NETWORK_DOUBT = Duration.ofMillis(4500);

    private static final Duration DRAWN_AT_ONCE = Duration.ofMillis(150);
    private static final Duration DRAWN_LATE = Duration.ofMillis(600);

    /** Asking the page once more takes as long. */
    private static final Duration NOT_WORTH_ASKING = Duration.ofMillis(10);

    /** A sign may go, or a request end, while the kit still types what it has already got. */
    private static final Duration TYPING_LULL = Duration.ofMillis(350);

    /** What came last is drawn in one go, within three frames; who needs longer does not draw, but types. */
    private static final Duration ONE_GO = Duration.ofMillis(50);

    /** The end of a request is stamped by whoever hears of it, so much later at worst. */
    private static final Duration STAMPED_LATE = Duration.ofMillis(100);

    /** The driver's news of a request may come so much later than what the request brought. */
    private static final Duration NEWS_LATE = Duration.ofMillis(400);

    private static final Duration ASK_AGAIN = Duration.ofMillis(30);

    private final Rhythm rhythm;
    private final LimitSettings limits;

    public ReplyEnd(Rhythm rhythm, LimitSettings limits) {
        this.rhythm = rhythm;
        this.limits = limits;
    }

    /** What to do next. */
    public sealed interface Step {
        /**
         * The reply is over.
         *
         * @param endedBy the signals that told so, parted by {@code +}: first {@code quiet}, a lull that was believed
         *     because of what follows, or {@code silence}, which was waited out, whatever else had gone by then; or
         *     else the limit or the patience that ran out
         */
        record Over(String endedBy) implements Step {}

        /** Go on listening; a lull is told only after more changes, or more ends of requests, than the terms name. */
        record Listen(Terms terms) implements Step {}

        /** A request is under way: wait for its end, at most so long, then listen again. */
        record AwaitNetwork(Duration atMost) implements Step {}
    }

    /**
     * When the recorder should speak up.
     *
     * @param lull quiet after a change
     * @param draws how long behind the end of a request the page may still draw what it brought
     * @param silence quiet that may be the end by itself
     * @param patience quiet after which a sign that more is to come is no longer believed
     * @param changes a lull is told only if the answer changed more often than this, or
     * @param endings if more requests ended than this
     * @param trustsComposer whether a composer that looks busy has been seen to tell the truth
     * @param concludes whether a lull is likely to be the end, so that all that was heard is told with it
     */
    public record Terms(
            Duration lull,
            Duration draws,
            Duration silence,
            Duration patience,
            int changes,
            int endings,
            boolean trustsComposer,
            boolean concludes) {
        private Terms orEnds(int endings) {
            return new Terms(lull, draws, silence, patience, changes, endings, trustsComposer, concludes);
        }

        /** Returns the argument of {@code recorder.listen}. */
        public Map<String, Object> script(LimitSettings limits) {
            return Map.of(
                    "lull", lull.toMillis(),
                    "draws", draws.toMillis(),
                    "silence", silence.toMillis(),
                    "patience", patience.toMillis(),
                    "silent", limits.silence().toMillis(),
                    "limit", limits.reply().toMillis(),
                    "changes", changes,
                    "endings", endings,
                    "trustsComposer", trustsComposer,
                    "concludes", concludes);
        }
    }

    /** Returns the terms to begin with. */
    public Terms first() {
        return terms(0);
    }

    /** Returns the terms to listen again after a wait for the network: a lull counts at once only if it has ended. */
    public Terms again(Report report, boolean networkEnded) {
        return terms(networkEnded ? report.changes() - 1 : report.changes());
    }

    private Terms terms(int changes) {
        return terms(rhythm.lull(), rhythm.silence(), changes);
    }

    private Terms terms(Duration lull, Duration silence, int changes) {
        boolean trustsComposer = rhythm.trusts("composer");
        boolean concludes = rhythm.trustsAnyTransport();
        return new Terms(
                lull, rhythm.draws(), silence, PATIENCE, changes, Integer.MAX_VALUE, trustsComposer, concludes);
    }

    /** Decides on a report; anything but {@code undelivered}, which is the asker's business. */
    public Step next(Report report, NetworkVoice.State network) {
        return switch (report.why()) {
            case "lull" -> afterLull(report, network);
            case "silence" -> afterSilence(report, network);
            case "sign-stays" -> new Step.Over("patience:" + String.join("+", report.busy()));
            case "silent" ->
                network.underWay() ? new Step.AwaitNetwork(limits.silence()) : new Step.Over("silence-limit");
            case "limit" -> new Step.Over("limit");
            default -> throw new IllegalStateException("unknown report: " + report.why());
        };
    }

    private Step afterLull(Report report, NetworkVoice.State network) {
        if (network.underWay()) {
            // Who hears it in the page hears it sooner, and need not ask the page once more.
            return rhythm.pageTellsEnds()
                    ? new Step.Listen(terms(Integer.MAX_VALUE).orEnds(report.endings()))
                    : new Step.AwaitNetwork(rhythm.silence());
        }
        // Where the page polls, the request that was answered may only have taken the question.
        boolean carries = network.pollEvery().isZero() && rhythm.trustsTransport(network.kind());
        if (network.endedAt() != null && carries && tellsTheEnd(report, network.endedAt())) {
            Duration left = stillToDraw(report, network.endedAt());
            return left.isZero()
                    ? new Step.Over("quiet+transport" + gone(report))
                    : new Step.Listen(terms(report, left));
        }
        for (Report.Sign sign : report.signs()) {
            // Kits that type letter by letter take their sign away before a last piece of Markdown is drawn.
            if (sign.goneAt() != null
                    && !moreIsLikely(report)
                    && rhythm.trusts(sign.name())
                    && network.endedAt() == null) {
                return report.quiet() == null || report.quiet().compareTo(TYPING_LULL) < 0
                        ? new Step.Listen(terms(report, TYPING_LULL))
                        : new Step.Over("quiet" + gone(report));
            }
        }
        Duration quiet = report.quiet();
        if (quiet != null && quiet.compareTo(NEWS_LATE) < 0 && newsIsLate(report, network)) {
            return new Step.Listen(terms(report, quiet.plus(ASK_AGAIN)));
        }
        Duration needed = silence(report, network);
        return new Step.Listen(terms(rhythm.lull(), needed, report.changes()));
    }

    /**
     * Whether the page knows of a request that ended since the question, of which the driver has told nothing yet, and
     * what it will tell may be believed.
     */
    private boolean newsIsLate(Report report, NetworkVoice.State network) {
        return network.endedAt() == null
                && !report.requests().isEmpty()
                && network.pollEvery().isZero()
                && rhythm.trustsAnyTransport();
    }

    private Step afterSilence(Report report, NetworkVoice.State network) {
        Duration needed = silence(report, network);
        if (report.quiet() != null && report.quiet().compareTo(needed) < 0) {
            return new Step.Listen(terms(rhythm.lull(), needed, report.changes()));
        }
        Duration patience = rhythm.trustsAnyTransport() || report.open() ? NETWORK_PATIENCE : NETWORK_DOUBT;
        if (network.underWay() && report.quiet() != null && report.quiet().compareTo(patience) < 0) {
            return new Step.AwaitNetwork(patience.minus(report.quiet()));
        }
        String transport = network.endedAt() != null && carried(report, network.endedAt()) ? "+transport" : "";
        return new Step.Over("silence" + transport + gone(report));
    }

    /** What is polled for can come a whole interval later. */
    private Duration silence(Report report, NetworkVoice.State network) {
        Instant endedAt = network.endedAt();
        boolean behind = endedAt != null && !network.underWay() && spokeBy(report, endedAt);
        Duration usual = behind ? rhythm.silenceBehindTransport() : rhythm.silence();
        Duration quiet = rhythm.silence(usual, report.open());
        Duration polled = network.pollEvery().multipliedBy(3).dividedBy(2).plusMillis(300);
        return network.pollEvery().isZero() || polled.compareTo(quiet) < 0 ? quiet : polled;
    }

    /**
     * Whether the end of the transport is the end of the answer. A page can get all at once and say it piece by piece:
     * what came whole is believed only where a sentence ends, or where such pages would have gone on by now, and never
     * once the page is seen to go on behind it.
     */
    private boolean tellsTheEnd(Report report, Instant endedAt) {
        List<Instant> behind =
                report.changedAt().stream().filter(endedAt::isBefore).toList();
        boolean types = behind.size() > 1
                && Duration.between(behind.get(0), behind.get(behind.size() - 1))
                                .compareTo(ONE_GO)
                        > 0;
        boolean streamed =
                !report.changedAt().isEmpty() && report.changedAt().get(0).isBefore(endedAt.minus(STAMPED_LATE));
        boolean whole = streamed || !moreIsLikely(report) || rhythm.goesOnWithin(TYPING_LULL);
        return carried(report, endedAt) && !types && whole;
    }

    private boolean moreIsLikely(Report report) {
        return report.open() && !rhythm.endsOpen();
    }

    /** How long the page must be still for what the transport brought last to be drawn; zero if it has been. */
    private Duration stillToDraw(Report report, Instant endedAt) {
        Instant last = report.lastChangeAt();
        Duration quiet = report.quiet();
        if (last == null || quiet == null) {
            return Duration.ZERO;
        }
        Duration left = moreIsLikely(report) && !rhythm.endsOpenBehindTransport()
                ? rhythm.lullOfTyping(TYPING_LULL).minus(quiet)
                : rhythm.draws().minus(Duration.between(endedAt, last.plus(quiet)));
        return left.compareTo(NOT_WORTH_ASKING) < 0 ? Duration.ZERO : quiet.plus(left);
    }

    private Terms terms(Report report, Duration lull) {
        return terms(lull, rhythm.silence(), report.changes() - 1);
    }

    /** The answer last changed before its transport ended, or was drawn right after. */
    private static boolean carried(Report report, Instant endedAt) {
        Instant last = report.lastChangeAt();
        return last != null && !last.isAfter(endedAt.plus(DRAWN_AT_ONCE));
    }

    /**
     * Known afterwards, when silence was waited out: a busy machine may have drawn the last piece late, but then at
     * once, while a kit that types or parts an answer goes on.
     */
    private static boolean provedToCarry(Report report, Instant endedAt) {
        Instant last = report.lastChangeAt();
        long behind = report.changedAt().stream().filter(endedAt::isBefore).count();
        return carried(report, endedAt) || (last != null && behind == 1 && !last.isAfter(endedAt.plus(DRAWN_LATE)));
    }

    /** What ended before the first word told nothing: nobody would have believed it, so it was no lie either. */
    private static boolean spokeBy(Report report, Instant endedAt) {
        return report.changedAt().isEmpty() || !report.changedAt().get(0).isAfter(endedAt.plus(DRAWN_LATE));
    }

    private static String gone(Report report) {
        StringBuilder names = new StringBuilder();
        for (Report.Sign sign : report.signs()) {
            if (sign.goneAt() != null) {
                names.append('+').append(sign.name());
            }
        }
        return names.toString();
    }

    /**
     * Learns from a turn that ended.
     *
     * @param waitedOut whether silence was waited out, so that what came before it is proven to be the end
     */
    public void learn(Report report, NetworkVoice.State network, boolean waitedOut) {
        rhythm.ended(report.gap(), waitedOut && report.open());
        Instant last = report.lastChangeAt();
        if (last == null) {
            return;
        }
        Instant transport = network.endedAt();
        if (transport != null) {
            rhythm.pageTellsEnds(
                    report.requests().stream().anyMatch(one -> one.ended().equals(transport)));
        }
        if (!waitedOut) {
            if (transport != null && rhythm.trustsTransport(network.kind()) && carried(report, transport)) {
                rhythm.drew(transport, last);
                rhythm.pausedBehindTransport(report.longestPauseBehind(transport));
                if (report.open()) {
                    rhythm.endedOpenBehindTransport();
                }
            }
            return;
        }
        if (transport != null && spokeBy(report, transport)) {
            rhythm.learnTransport(
                    network.kind(),
                    provedToCarry(report, transport),
                    transport,
                    last,
                    report.longestPauseBehind(transport));
        }
        for (Report.Sign sign : report.signs()) {
            @Nullable Instant gone = sign.goneAt();
            if (gone != null) {
                rhythm.learn(sign.name(), provedToCarry(report, gone), gone, last);
            }
        }
    }
}
