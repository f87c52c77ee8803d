package org.wenda.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Profile;
import org.wenda.portal.Target;
import org.wenda.scenario.Turn;
import org.wenda.scenario.Wording;
import org.wenda.transcript.Client;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Holds one conversation and keeps every turn of it before the next is asked. Used once. */
final class Interview {
    /** A Ctrl-C at a terminal goes to the browser as well, and the browser may be the first to notice. */
    static final Duration BROWSER_WAS_FIRST = Duration.ofMillis(800);

    private static final int LONGEST_TRACE = 16_000;

    private final Errand errand;
    private final Means means;
    private final Archive archive;
    private final RunListener listener;
    private final List<Exchange> exchanges;
    private Wording.Facts facts;
    private final Instant startedAt;
    private final boolean resumed;
    private int sinceResumed;
    private @Nullable Opening opening;
    private @Nullable Client client;

    /** @param earlier what was already asked in this conversation before the run was cut */
    Interview(Errand errand, List<Exchange> earlier, Means means, Archive archive, RunListener listener) {
        this.errand = errand;
        this.means = means;
        this.archive = archive;
        this.listener = listener;
        this.exchanges = new ArrayList<>(earlier);
        this.facts = factsOf(errand.target());
        earlier.forEach(exchange -> facts = facts.with(exchange.captured()));
        this.startedAt = means.clock().instant();
        this.resumed = !earlier.isEmpty();
    }

    private static Wording.Facts factsOf(Target target) {
        Jurisdiction jurisdiction = target.jurisdiction();
        return jurisdiction == null
                ? Wording.Facts.ofAddress()
                : new Wording.Facts(jurisdiction.id(), jurisdiction.name(), Map.of());
    }

    private static @Nullable String region(Target target) {
        Jurisdiction jurisdiction = target.jurisdiction();
        return jurisdiction == null ? null : jurisdiction.name();
    }

    /** Records a conversation that was not begun, with the reason why not. */
    Transcript decline(Outcome outcome, Message reason) {
        keep(nextTurn(), outcome, say(reason));
        return finish();
    }

    /**
     * Goes to the target.
     *
     * @return where the visit came to; nothing if our own fault kept it from coming anywhere, which is then recorded
     * @throws InterruptedException if the run is to end
     * @throws MachineException if the browser failed; nothing is recorded
     */
    Optional<Arrival> arrive(Channel channel, URI address) throws InterruptedException {
        try {
            Profile profile = means.profiles().apply(errand.target()).orElse(null);
            Arrival arrival = channel.open(address, new Hints(profile, region(errand.target())));
            client = arrival instanceof Arrival.Open ? channel.client() : null;
            return Optional.of(arrival);
        } catch (MachineException e) {
            orInterrupted();
            throw e;
        } catch (RuntimeException e) {
            orInterrupted();
            keep(nextTurn(), Outcome.BROKEN, trace(e));
            return Optional.empty();
        }
    }

    /**
     * Holds the conversation.
     *
     * @return whether the channel behaved, so that it can hold another conversation
     * @throws InterruptedException if the run is to end; what was asked until then is kept
     * @throws Postponed if the host must not be asked more today; what was asked until then is kept
     */
    boolean hold(Arrival arrival, Channel channel, Pacer.Visit visit) throws InterruptedException, Postponed {
        if (arrival instanceof Arrival.Shut shut) {
            visit.rest(shut.retryAfterSeconds());
            keep(nextTurn(), shut.outcome(), refusal(shut));
            return true;
        }
        opening = ((Arrival.Open) arrival).opening();
        return askAll(channel, visit);
    }

    private boolean askAll(Channel channel, Pacer.Visit visit) throws InterruptedException, Postponed {
        for (Turn turn : Judgement.remaining(errand.scenario(), exchanges)) {
            if (!(Wording.fill(turn.say(), facts) instanceof Wording.Filled.Words words)) {
                // The value that the words need was not in an earlier reply, and half a question is not asked.
                continue;
            }
            if (means.stop().isRequested()) {
                throw new InterruptedException("the run is to end");
            }
            visit.beforeTurn();
            Exchange exchange = ask(channel, turn, words.text());
            visit.afterTurn();
            store(exchange);
            if (exchange.outcome() == Outcome.BROKEN) {
                return false;
            }
            if (Judgement.endsConversation(errand.scenario().kind(), exchange)) {
                return true;
            }
        }
        return true;
    }

    private Exchange ask(Channel channel, Turn turn, String words) throws InterruptedException {
        int number = exchanges.size() + 1;
        Pictures pictures = new Pictures(channel, turn, number);
        try {
            Heard heard = channel.ask(words, pictures);
            return exchange(turn, number, words, heard, pictures);
        } catch (RuntimeException e) {
            orInterrupted();
            return plain(turn, number, words, Outcome.BROKEN, trace(e), pictures.sent(), pictures.kept());
        }
    }

    private Exchange exchange(Turn turn, int number, String words, Heard heard, Pictures pictures) {
        Map<String, String> found = Wording.capture(turn, heard.reply().text());
        facts = facts.with(found);
        List<Evidence> kept = new ArrayList<>(pictures.kept());
        if (!heard.dom().isEmpty()) {
            kept.add(archive.dom(errand, number, turn.id(), heard.dom()));
        }
        Message reason = heard.reason();
        return noted(new Exchange(
                archive.run(),
                errand.target().id(),
                errand.scenario().id(),
                turn.id(),
                number,
                turn.critical(),
                words,
                heard.outcome(),
                joined(reason == null ? null : say(reason), notCaptured(turn, found), pictures.missing()),
                heard.reply(),
                heard.timing(),
                heard.endedBy(),
                found,
                kept));
    }

    private void orInterrupted() throws InterruptedException {
        if (means.stop().comesWithin(BROWSER_WAS_FIRST)) {
            throw new InterruptedException("the run is to end");
        }
    }

    private void keep(Turn turn, Outcome outcome, String reason) {
        String words =
                Wording.fill(turn.say(), facts) instanceof Wording.Filled.Words filled ? filled.text() : turn.say();
        store(plain(turn, exchanges.size() + 1, words, outcome, reason, null, List.of()));
    }

    /** Says which later turns fall away because this reply does not hold what they would repeat. */
    private @Nullable String notCaptured(Turn turn, Map<String, String> found) {
        List<String> missing = turn.captures().stream()
                .map(Turn.Capture::name)
                .filter(name -> !found.containsKey(name))
                .map(name -> "captured." + name)
                .toList();
        List<String> fallAway = Judgement.remaining(errand.scenario(), exchanges).stream()
                .filter(later -> Wording.fill(later.say(), facts) instanceof Wording.Filled.Missing lacks
                        && lacks.placeholders().stream().anyMatch(missing::contains))
                .map(Turn::id)
                .toList();
        return fallAway.isEmpty()
                ? null
                : say(Message.of(
                        Interview.class, "not-captured", String.join(", ", missing), String.join(", ", fallAway)));
    }

    private Exchange plain(
            Turn turn,
            int number,
            String words,
            Outcome outcome,
            String reason,
            @Nullable Timing timing,
            List<Evidence> kept) {
        return noted(new Exchange(
                archive.run(),
                errand.target().id(),
                errand.scenario().id(),
                turn.id(),
                number,
                turn.critical(),
                words,
                outcome,
                reason,
                Reply.NONE,
                timing,
                null,
                Map.of(),
                kept));
    }

    /** Adds to the reason what a reader of this exchange could not know: turns left out, a conversation taken up. */
    private Exchange noted(Exchange exchange) {
        boolean takesUp = resumed && opening != null && sinceResumed == 0;
        int left = Judgement.endsConversation(errand.scenario().kind(), exchange) ? leftAfter(exchange) : 0;
        String reason = joined(
                exchange.reason(),
                takesUp ? say(Message.of(Interview.class, "taken-up")) : null,
                left > 0 ? say(Message.of(Interview.class, "not-asked", left)) : null);
        return Objects.equals(reason, exchange.reason())
                ? exchange
                : new Exchange(
                        exchange.run(),
                        exchange.target(),
                        exchange.scenario(),
                        exchange.turn(),
                        exchange.number(),
                        exchange.critical(),
                        exchange.question(),
                        exchange.outcome(),
                        reason,
                        exchange.reply(),
                        exchange.timing(),
                        exchange.endedBy(),
                        exchange.captured(),
                        exchange.evidence());
    }

    private int leftAfter(Exchange exchange) {
        return (int) Judgement.remaining(errand.scenario(), exchanges).stream()
                .filter(turn -> !turn.id().equals(exchange.turn()))
                .count();
    }

    private void store(Exchange exchange) {
        archive.add(exchange);
        exchanges.add(exchange);
        sinceResumed++;
        listener.stored(errand, exchange);
    }

    /** Writes the conversation as it stands; nothing if nothing was asked yet. */
    Optional<Transcript> finishIfBegun() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(finish());
    }

    Transcript finish() {
        Transcript transcript = new Transcript(
                archive.run(), errand.target().id(), errand.scenario().id(), startedAt, client, opening, exchanges);
        archive.add(transcript);
        return transcript;
    }

    private Turn nextTurn() {
        return Judgement.remaining(errand.scenario(), exchanges).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing left to ask: " + errand.name()));
    }

    private String refusal(Arrival.Shut shut) {
        String candidates = shut.candidates().stream()
                .limit(5)
                .map(candidate -> "\n- " + say(candidate.line()))
                .collect(Collectors.joining());
        return say(shut.reason()) + candidates;
    }

    private String say(Message message) {
        return message.in(means.lang());
    }

    private static @Nullable String joined(@Nullable String... reasons) {
        String all = Stream.of(reasons).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    static String trace(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        String whole = text.toString().strip();
        return whole.substring(0, Math.min(whole.length(), LONGEST_TRACE));
    }

    /** Takes the pictures of one turn. A picture that fails is missed; the answer is not lost for it. */
    private final class Pictures implements Channel.Moments {
        private final Channel channel;
        private final Turn turn;
        private final int number;
        private final List<Evidence> kept = new ArrayList<>();
        private @Nullable String missing;
        private @Nullable Instant sending;

        Pictures(Channel channel, Turn turn, int number) {
            this.channel = channel;
            this.turn = turn;
            this.number = number;
        }

        @Override
        public void beforeSending() {
            take(Evidence.Kind.BEFORE, channel::picture);
            sending = means.clock().instant();
        }

        @Override
        public void afterReply() {
            take(Evidence.Kind.AFTER, channel::picture);
            take(Evidence.Kind.PAGE, channel::pagePicture);
        }

        private void take(Evidence.Kind kind, Supplier<byte[]> picture) {
            byte[] png;
            try {
                png = picture.get();
            } catch (RuntimeException e) {
                missing = say(Message.of(Interview.class, "picture-missing", String.valueOf(e.getMessage())));
                return;
            }
            kept.add(archive.picture(errand, number, turn.id(), kind, png));
        }

        /** Returns what is known of the sending when the channel failed; null if it never came to it. */
        @Nullable
        Timing sent() {
            return sending == null
                    ? null
                    : new Timing(
                            sending,
                            null,
                            null,
                            null,
                            null,
                            Duration.between(sending, means.clock().instant()));
        }

        List<Evidence> kept() {
            return List.copyOf(kept);
        }

        @Nullable
        String missing() {
            return missing;
        }
    }
}
