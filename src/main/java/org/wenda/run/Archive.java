package org.wenda.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.RunRecord.Totals;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.NetworkRequest;
import org.wenda.transcript.Transcript;

/** Keeps what a run brings home, and counts it. Safe to share between threads. */
final class Archive implements AutoCloseable {
    private final RunDirectory directory;
    private final Journal journal;
    private final RunRecord record;
    private final Room room;
    private final List<RunRecord.Moved> moved;
    private final Set<String> clicked = ConcurrentHashMap.newKeySet();
    private final Map<List<String>, List<Exchange>> exchanges = new ConcurrentHashMap<>();
    private final Map<List<String>, Transcript> transcripts = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Map<String, Journal> raw = new HashMap<>();
    private Totals totals;

    /**
     * Opens the archive of a run.
     *
     * @param record what {@code run.json} says so far
     * @param earlier what the run's journal holds already
     * @param held the conversations of it that were written already
     * @param room what is kept waits for
     */
    Archive(RunDirectory directory, RunRecord record, List<Exchange> earlier, List<Transcript> held, Room room) {
        this.directory = directory;
        this.room = room;
        this.record = record;
        this.moved = new ArrayList<>(record.moved());
        this.journal = directory.journal();
        this.totals = Totals.of(earlier);
        earlier.forEach(this::remember);
        held.forEach(one -> transcripts.put(key(one.target(), one.scenario()), one));
        held.stream()
                .flatMap(one -> one.landings().stream())
                .filter(landing -> landing.where() != Landing.Where.NOT_CLICKED)
                .forEach(landing -> clicked.add(landing.href()));
    }

    String run() {
        return directory.id();
    }

    Room room() {
        return room;
    }

    Evidence picture(Errand errand, int number, String turn, Evidence.Kind kind, byte[] png) {
        return room.keep(
                () -> directory.keep(errand.target().id(), errand.scenario().id(), number, turn, kind, png));
    }

    /** @param place place of the link among those of the conversation that were clicked, from 1 */
    Evidence landing(Errand errand, Exchange exchange, int place, byte[] png) {
        return room.keep(() -> directory.keepLanding(
                errand.target().id(), errand.scenario().id(), exchange.number(), exchange.turn(), place, png));
    }

    /** @param place of the screen on the way, from 1 */
    Evidence way(Errand errand, int number, String turn, int place, byte[] png) {
        return room.keep(
                () -> directory.keepWay(errand.target().id(), errand.scenario().id(), number, turn, place, png));
    }

    /** Returns whether a link is still to be clicked in this run, and is now the caller's to click. */
    boolean claimClick(String key) {
        return clicked.add(key);
    }

    /** Returns whether something that is observed once a target is still to be, and is now the caller's to do. */
    boolean claim(String what, String target) {
        return claimed.add(what + " " + target);
    }

    /** @throws IllegalArgumentException if it is no replay */
    void replay(Errand errand, String film) {
        room.store(() ->
                directory.keepReplay(errand.target().id(), errand.scenario().id(), film, record.language()));
    }

    void network(Errand errand, List<NetworkRequest> requests) {
        room.store(() -> directory.write(errand.target().id(), errand.scenario().id(), requests, record.wenda()));
    }

    void accessCheck(Errand errand, AccessCheck check) {
        room.store(() -> directory.write(errand.target().id(), check));
    }

    /** Lets somebody else click a link that was not clicked after all. */
    void freeClick(String key) {
        clicked.remove(key);
    }

    Evidence dom(Errand errand, int number, String turn, String dom) {
        if (record.keepsRaw()) {
            room.store(() ->
                    directory.keepRawDom(errand.target().id(), errand.scenario().id(), number, turn, dom));
        }
        return room.keep(
                () -> directory.keepDom(errand.target().id(), errand.scenario().id(), number, turn, dom));
    }

    /**
     * Returns once the disk has the exchange.
     *
     * @param exchange asked for again when the disk was full, for it may tell of that
     * @return what was stored
     */
    Exchange add(Supplier<Exchange> exchange) {
        if (record.keepsRaw()) {
            room.store(() -> raw(exchange.get()).add(exchange.get()));
        }
        return room.keep(() -> added(exchange.get()));
    }

    private synchronized Exchange added(Exchange exchange) {
        journal.add(exchange);
        remember(exchange);
        totals = totals.plus(exchange);
        return exchange;
    }

    /** Replaces an exchange that was added before by the same with what the chatbot said late. */
    void amend(Exchange before, Exchange after) {
        if (record.keepsRaw()) {
            room.store(() -> raw(after).amend(after));
        }
        room.store(() -> amended(before, after));
    }

    private synchronized void amended(Exchange before, Exchange after) {
        journal.amend(after);
        about(after.target(), after.scenario()).replaceAll(one -> one.equals(before) ? after : one);
        totals = totals.minus(before).plus(after);
    }

    private synchronized Journal raw(Exchange exchange) {
        return raw.computeIfAbsent(exchange.target(), directory::rawJournal);
    }

    /** Keeps the profile of a target as it was before the run rewrote it. */
    void keepProfile(String target, String text) {
        room.store(() -> directory.keepProfile(target, text));
    }

    /**
     * Notes in {@code run.json} at once that a chatbot has moved; what was noted of the same target before is replaced.
     */
    synchronized void add(RunRecord.Moved one) {
        moved.removeIf(other -> other.target().equals(one.target()));
        moved.add(one);
        directory.write(record.withMoved(moved));
    }

    /** Returns what is to stand in {@code run.json} at the end. */
    synchronized RunRecord ended(RunRecord.State state, Instant when) {
        // A clock that was set back must not let the run end before it began.
        Instant end = when.isBefore(record.startedAt()) ? record.startedAt() : when;
        return record.withMoved(moved).ended(state, end, totals);
    }

    void add(Transcript transcript) {
        if (record.keepsRaw()) {
            room.store(() -> directory.writeRaw(transcript));
        }
        room.store(() -> directory.write(transcript));
        transcripts.put(key(transcript.target(), transcript.scenario()), transcript);
    }

    private void remember(Exchange exchange) {
        about(exchange.target(), exchange.scenario()).add(exchange);
    }

    private List<Exchange> about(String target, String scenario) {
        return exchanges.computeIfAbsent(key(target, scenario), any -> new ArrayList<>());
    }

    /** Returns all that was asked about the errand's scenario in this run, in whichever conversation. */
    synchronized List<Exchange> exchanges(Errand errand) {
        return List.copyOf(about(errand.target().id(), errand.scenario().id()));
    }

    /** Returns what was written last of the errand's scenario; null if nothing was. */
    @Nullable
    Transcript transcript(Errand errand) {
        return transcripts.get(key(errand.target().id(), errand.scenario().id()));
    }

    private static List<String> key(String target, String scenario) {
        return List.of(target, scenario);
    }

    synchronized Totals totals() {
        return totals;
    }

    @Override
    public synchronized void close() {
        raw.values().forEach(Journal::close);
        journal.close();
    }
}
