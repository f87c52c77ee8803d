package org.wenda.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.wenda.evidence.Masking;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Profile;
import org.wenda.portal.Target;
import org.wenda.scenario.Chooser;
import org.wenda.scenario.Turn;
import org.wenda.scenario.Wording;
import org.wenda.transcript.Client;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
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

    /** Who has to press more than this is lost in the menus, and that is an answer too. */
    static final int MOST_STEPS = 3;

    private static final int LONGEST_TRACE = 16_000;

    private final Errand errand;
    private final Means means;
    private final Archive archive;
    private final RunListener listener;
    private final List<Exchange> exchanges;
    /** What was asked about the scenario in other conversations. */
    private final List<Exchange> others;
    /** What was written of the scenario before this conversation. */
    private final @Nullable Transcript written;

    private Wording.Facts facts;
    private final Instant startedAt;
    private final boolean resumed;
    private final List<Landing> landings;
    private final Sightings sightings;
    private int sinceResumed;
    /** How long the run had stood still for want of room when the turn began. */
    private Duration stood;

    private Healing healing = Healing.NOT_NEEDED;
    private @Nullable Opening opening;
    private @Nullable Client client;
    /** Of the way here, until the first exchange takes them. */
    private List<byte[]> way = List.of();

    /** Goes on with what the archive holds of this conversation, if the run was cut in the middle of it. */
    Interview(Errand errand, Means means, Archive archive, RunListener listener) {
        this.errand = errand;
        this.means = means;
        this.archive = archive;
        this.listener = listener;
        List<Exchange> all = archive.exchanges(errand);
        this.exchanges = new ArrayList<>(all.stream().filter(this::isOurs).toList());
        this.others = all.stream().filter(exchange -> !isOurs(exchange)).toList();
        Transcript earlier = archive.transcript(errand);
        this.written = earlier;
        this.landings = new ArrayList<>(earlier == null ? List.of() : earlier.landings());
        this.sightings = new Sightings(errand, earlier == null ? List.of() : earlier.features(), archive, listener);
        this.facts = factsOf(errand.target());
        exchanges.forEach(exchange -> facts = facts.with(legible(exchange.captured())));
        this.startedAt = means.clock().instant();
        this.stood = archive.room().stoodStill();
        this.resumed = !isAskedFromTheBeginning();
    }

    /** Where our own fault lost the very first answer, the conversation has nothing to go on from. */
    private boolean isAskedFromTheBeginning() {
        Turn first = errand.scenario().turns().get(0);
        return Judgement.remaining(errand.scenario(), exchanges).stream()
                .anyMatch(turn -> turn.id().equals(first.id()));
    }

    private boolean isOurs(Exchange exchange) {
        return exchange.trial().equals(errand.trial());
    }

    /** What was masked in the files can no longer be repeated; a turn that needs it is not asked. */
    private static Map<String, String> legible(Map<String, String> captured) {
        return captured.entrySet().stream()
                .filter(value -> !Masking.isMasked(value.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
            Profile profile = means.profiles().find(errand.target().id()).orElse(null);
            Arrival arrival = channel.open(address, new Hints(profile, region(errand.target())));
            way = channel.wayPictures();
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

    /** Records that no browser could be had for the conversation; it is held when the run is resumed. */
    void fail(MachineException e) {
        keep(nextTurn(), Outcome.BROKEN, trace(e));
    }

    /**
     * Holds the conversation.
     *
     * @return whether the channel behaved, so that it can hold another conversation
     * @throws InterruptedException if the run is to end; what was asked until then is kept
     * @throws Postponed if the host must not be asked more today; what was asked until then is kept
     */
    boolean hold(Arrival arrival, Channel channel, Pacer.Visit visit) throws InterruptedException, Postponed {
        try {
            if (arrival instanceof Arrival.Shut shut) {
                visit.rest(shut.retryAfterSeconds());
                keep(nextTurn(), shut.outcome(), refusal(shut));
                return true;
            }
            return converse((Arrival.Open) arrival, channel, visit);
        } finally {
            // Of a visit that was refused, broke or was cut as well: there the times are asked for most.
            sightings.requests(channel);
        }
    }

    private boolean converse(Arrival.Open open, Channel channel, Pacer.Visit visit)
            throws InterruptedException, Postponed {
        opening = open.opening();
        healing = Healing.of(open, channel, errand, means, archive, listener);
        sightings.opening(channel);
        try {
            boolean behaved = askAll(channel, visit);
            if (behaved) {
                linger(channel);
                sightings.end(channel);
            }
            return behaved && click(channel, visit);
        } finally {
            healing.ended();
        }
    }

    /** A conversation that a person was to take over, or that broke, is left as it is. */
    private boolean click(Channel channel, Pacer.Visit visit) throws InterruptedException {
        boolean over = exchanges.isEmpty()
                || exchanges.get(exchanges.size() - 1).outcome().endsVisit();
        if (over || means.mostClicks() == 0 || !errand.trial().isOrdinary()) {
            return true;
        }
        int before = (int) landings.stream()
                .filter(landing -> landing.where() != Landing.Where.NOT_CLICKED)
                .count();
        List<Exchange> fresh = exchanges.subList(exchanges.size() - sinceResumed, exchanges.size());
        return new Clicks(errand, means, archive, channel, visit).of(fresh, before, this::keep);
    }

    /** Keeps a landing at once, so that a crash loses one look at most. */
    private void keep(Landing landing) {
        landings.add(landing);
        archive.add(whole());
        listener.clicked(errand, landing);
    }

    /** What is said late to the last question belongs to it; that nothing more can be heard loses no answer. */
    private void linger(Channel channel) throws InterruptedException {
        try {
            Heard added = channel.linger();
            if (added != null) {
                amend(channel, added);
            }
        } catch (RuntimeException e) {
            orInterrupted();
        }
    }

    /** Keeps the last exchange once more, with what the chatbot added to its reply. */
    private void amend(Channel channel, Heard added) {
        Exchange before = exchanges.get(exchanges.size() - 1);
        Turn turn = errand.scenario().turns().stream()
                .filter(one -> one.id().equals(before.turn()))
                .findFirst()
                .orElseThrow();
        Map<String, String> found = Wording.capture(turn, added.reply().text());
        facts = facts.with(found);
        List<Evidence> evidence = new ArrayList<>(before.evidence());
        evidence.removeIf(kept -> kept.kind() == Evidence.Kind.DOM);
        String missing = null;
        try {
            evidence.add(archive.picture(errand, before.number(), turn.id(), Evidence.Kind.LATE, channel.picture()));
        } catch (RuntimeException e) {
            missing = say(Message.of(Interview.class, "picture-missing", String.valueOf(e.getMessage())));
        }
        evidence.add(archive.dom(errand, before.number(), turn.id(), added.dom()));
        Message reason = added.reason();
        Exchange after = new Exchange(
                before.run(),
                before.target(),
                before.scenario(),
                before.turn(),
                before.number(),
                before.critical(),
                before.question(),
                before.choice(),
                before.trial(),
                before.takenUp(),
                added.outcome(),
                joined(before.outcome().heard() ? before.reason() : null, reason == null ? null : say(reason), missing),
                added.reply(),
                added.timing(),
                added.endedBy(),
                found,
                evidence);
        archive.amend(before, after);
        exchanges.set(exchanges.size() - 1, after);
        listener.amended(errand, before, after);
    }

    private boolean askAll(Channel channel, Pacer.Visit visit) throws InterruptedException, Postponed {
        for (Turn turn : Judgement.remaining(errand.scenario(), exchanges)) {
            if (!(Wording.fill(turn.say(), facts) instanceof Wording.Filled.Words words)) {
                // The value that the words need was not in an earlier reply, and half a question is not asked.
                continue;
            }
            Exchange exchange = take(turn, words.text(), channel, visit);
            if (exchange.outcome() == Outcome.BROKEN) {
                return false;
            }
            if (Judgement.endsConversation(errand.scenario().kind(), exchange)) {
                return true;
            }
        }
        return true;
    }

    /**
     * Takes one turn: asks, and goes on through the options for as long as the chatbot asks back and one of them is
     * meant.
     *
     * @return the last exchange of the turn, stored like those before it
     */
    private Exchange take(Turn turn, String words, Channel channel, Pacer.Visit visit)
            throws InterruptedException, Postponed {
        Saying saying = Saying.typed(turn, words);
        while (true) {
            if (means.stop().isRequested() || means.stop().passedDeadline().isPresent()) {
                throw new InterruptedException("the run is to end");
            }
            archive.room().require();
            stood = archive.room().stoodStill();
            visit.beforeTurn();
            ClockWatch watch = ClockWatch.begin(means.clock());
            Said said = say(saying, channel);
            store(said.exchange(), watch);
            // Only now: on a full disk, what is remembered of hosts cannot be kept either.
            archive.room().store(visit::afterTurn);
            if (said.next() == null) {
                return said.exchange();
            }
            saying = saying.pressing(said.next());
        }
    }

    /**
     * What came of saying it.
     *
     * @param next the option to press now; null if the turn is over
     */
    private record Said(Exchange exchange, @Nullable String next) {}

    private Said say(Saying saying, Channel channel) throws InterruptedException {
        int number = nextNumber();
        Pictures pictures = new Pictures(channel, saying, number);
        try {
            Heard heard = saying.choice() == null
                    ? channel.ask(saying.words(), pictures)
                    : channel.choose(saying.text(), pictures);
            return said(saying, number, heard, pictures);
        } catch (RuntimeException e) {
            orInterrupted();
            return new Said(plain(saying, number, Outcome.BROKEN, trace(e), pictures.sent(), pictures.kept()), null);
        }
    }

    private Said said(Saying saying, int number, Heard heard, Pictures pictures) {
        Chooser.Chosen chosen = choose(saying, heard);
        if (chosen instanceof Chooser.Chosen.Option option) {
            return new Said(exchange(saying, number, heard, pictures, null, true), option.text());
        }
        if (chosen instanceof Chooser.Chosen.Nothing nothing) {
            return new Said(exchange(saying, number, heard, pictures, nothing.why(), false), null);
        }
        throw new IllegalStateException("unknown: " + chosen);
    }

    private Chooser.Chosen choose(Saying saying, Heard heard) {
        List<String> options = heard.reply().options();
        if (heard.outcome() != Outcome.OPTIONS || options.isEmpty()) {
            return new Chooser.Chosen.Nothing(null);
        }
        return saying.step() < MOST_STEPS
                ? Chooser.of(errand.scenario(), saying.turn(), saying.words(), options)
                : new Chooser.Chosen.Nothing(Message.of(Interview.class, "too-deep", MOST_STEPS));
    }

    /**
     * Returns what is to be kept.
     *
     * @param why why none of the options is pressed; null if there is nothing to say about it
     * @param goesOn whether an option will be pressed, so that this reply is not yet the turn's
     */
    private Exchange exchange(
            Saying saying, int number, Heard heard, Pictures pictures, @Nullable Message why, boolean goesOn) {
        Turn turn = saying.turn();
        Map<String, String> found = Wording.capture(turn, heard.reply().text());
        facts = facts.with(found);
        Kept walked = keepWay(turn, number);
        List<Evidence> kept = new ArrayList<>(walked.pictures());
        kept.addAll(pictures.kept());
        if (!heard.dom().isEmpty()) {
            pictures.miss(() -> kept.add(archive.dom(errand, number, turn.id(), heard.dom())));
        }
        Message reason = heard.reason();
        return noted(new Exchange(
                archive.run(),
                errand.target().id(),
                errand.scenario().id(),
                turn.id(),
                number,
                turn.critical(),
                saying.text(),
                saying.choice(),
                errand.trial(),
                isTakenUp(),
                heard.outcome(),
                joined(
                        reason == null ? null : say(reason),
                        why == null ? null : say(why),
                        goesOn ? null : notCaptured(turn),
                        walked.missing(),
                        pictures.missing()),
                heard.reply(),
                heard.timing(),
                heard.endedBy(),
                found,
                kept));
    }

    /** @param missing what is to be said of pictures that are not among them; null if none is missing */
    private record Kept(List<Evidence> pictures, @Nullable String missing) {}

    /** Keeps with the first exchange what the way to the chatbot looked like; the answer is not lost for a picture. */
    private Kept keepWay(Turn turn, int number) {
        List<Evidence> kept = new ArrayList<>();
        List<byte[]> screens = way;
        way = List.of();
        try {
            for (byte[] screen : screens) {
                kept.add(archive.way(errand, number, turn.id(), kept.size() + 1, screen));
            }
        } catch (RuntimeException e) {
            return new Kept(kept, missing(e));
        }
        return new Kept(kept, null);
    }

    private String missing(RuntimeException e) {
        return say(Message.of(Interview.class, "picture-missing", String.valueOf(e.getMessage())));
    }

    private void orInterrupted() throws InterruptedException {
        if (means.stop().comesWithin(BROWSER_WAS_FIRST)) {
            throw new InterruptedException("the run is to end");
        }
    }

    private void keep(Turn turn, Outcome outcome, String reason) {
        String words =
                Wording.fill(turn.say(), facts) instanceof Wording.Filled.Words filled ? filled.text() : turn.say();
        Exchange exchange = plain(Saying.typed(turn, words), nextNumber(), outcome, reason, null, List.of());
        store(exchange, ClockWatch.begin(means.clock()));
    }

    /** Says which later turns fall away because this turn's replies do not hold what they would repeat. */
    private @Nullable String notCaptured(Turn turn) {
        List<String> missing = turn.captures().stream()
                .map(capture -> "captured." + capture.name())
                .filter(name -> Wording.fill("${" + name + "}", facts) instanceof Wording.Filled.Missing)
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
            Saying saying,
            int number,
            Outcome outcome,
            String reason,
            @Nullable Timing timing,
            List<Evidence> pictures) {
        Kept walked = keepWay(saying.turn(), number);
        List<Evidence> kept = new ArrayList<>(walked.pictures());
        kept.addAll(pictures);
        return noted(new Exchange(
                archive.run(),
                errand.target().id(),
                errand.scenario().id(),
                saying.turn().id(),
                number,
                saying.turn().critical(),
                saying.text(),
                saying.choice(),
                errand.trial(),
                isTakenUp(),
                outcome,
                joined(reason, walked.missing()),
                Reply.NONE,
                timing,
                null,
                Map.of(),
                kept));
    }

    /** Whether the chatbot is asked in a fresh conversation what was to be asked in one that was cut. */
    private boolean isTakenUp() {
        return resumed && opening != null;
    }

    /** Adds to the reason what a reader of this exchange could not know: turns left out, a conversation taken up. */
    private Exchange noted(Exchange exchange) {
        boolean takesUp = isTakenUp() && sinceResumed == 0;
        int left = Judgement.endsConversation(errand.scenario().kind(), exchange) ? leftAfter(exchange) : 0;
        String reason = joined(
                exchange.reason(),
                takesUp ? say(Message.of(Interview.class, "taken-up")) : null,
                left > 0 ? say(Message.of(Interview.class, "not-asked", left)) : null);
        return with(exchange, reason);
    }

    private static Exchange with(Exchange exchange, @Nullable String reason) {
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
                        exchange.choice(),
                        exchange.trial(),
                        exchange.takenUp(),
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

    private void store(Exchange exchange, ClockWatch watch) {
        Message set = watch.told().orElse(null);
        Exchange kept = archive.add(
                () -> with(exchange, joined(exchange.reason(), set == null ? null : say(set), standstill())));
        exchanges.add(kept);
        sinceResumed++;
        listener.stored(errand, kept);
        if (kept.heard()) {
            healing.proven();
        }
    }

    /** Says that the turn had to wait for room on the disk, if it had. */
    private @Nullable String standstill() {
        Duration still = archive.room().stoodStill().minus(stood);
        return still.isZero() ? null : say(Message.of(Interview.class, "stood-still", still.toSeconds() + 1));
    }

    /** Writes the conversation as it stands; nothing if nothing was asked yet. */
    Optional<Transcript> finishIfBegun() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(finish());
    }

    /** Returns the conversation that was held; what is written holds the others about the scenario too. */
    Transcript finish() {
        archive.add(whole());
        return transcript(startedAt, client, opening, exchanges);
    }

    /** One scenario is one file; what is not an exchange in it is the ordinary conversation's. */
    private Transcript whole() {
        List<Exchange> all = Stream.concat(others.stream(), exchanges.stream())
                .sorted(Comparator.comparingInt(Exchange::number))
                .toList();
        Transcript first = written;
        return first == null || errand.trial().isOrdinary()
                ? transcript(startedAt, client, opening, all)
                : transcript(first.startedAt(), first.client(), first.opening(), all);
    }

    private Transcript transcript(Instant start, @Nullable Client with, @Nullable Opening shown, List<Exchange> of) {
        return new Transcript(
                archive.run(),
                errand.target().id(),
                errand.scenario().id(),
                start,
                with,
                shown,
                of,
                landings,
                Traits.of(sightings.seen(), of));
    }

    private int nextNumber() {
        return exchanges.size() + others.size() + 1;
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
        private final boolean typed;
        private final List<Evidence> kept = new ArrayList<>();
        private @Nullable String missing;
        private @Nullable Instant sending;
        private long sendingNanos;

        Pictures(Channel channel, Saying saying, int number) {
            this.channel = channel;
            this.turn = saying.turn();
            this.number = number;
            this.typed = saying.choice() == null;
        }

        @Override
        public void beforeSending() {
            if (typed) {
                sightings.typed(channel, number);
            }
            archive.room().require();
            take(Evidence.Kind.BEFORE, channel::picture);
            sending = means.clock().instant();
            sendingNanos = System.nanoTime();
        }

        @Override
        public void afterReply() {
            take(Evidence.Kind.AFTER, channel::picture);
            take(Evidence.Kind.PAGE, channel::pagePicture);
        }

        @Override
        public void added(Heard earlier) {
            amend(channel, earlier);
        }

        private void take(Evidence.Kind kind, Supplier<byte[]> picture) {
            miss(() -> kept.add(archive.picture(errand, number, turn.id(), kind, picture.get())));
        }

        void miss(Runnable keeping) {
            try {
                keeping.run();
            } catch (RuntimeException e) {
                missing = Interview.this.missing(e);
            }
        }

        /** Returns what is known of the sending when the channel failed; null if it never came to it. */
        @Nullable
        Timing sent() {
            return sending == null
                    ? null
                    : new Timing(sending, null, null, null, null, Duration.ofNanos(System.nanoTime() - sendingNanos));
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
