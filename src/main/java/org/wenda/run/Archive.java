package org.wenda.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.RunRecord.Totals;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;

/** Keeps what a run brings home, and counts it. Safe to share between threads. */
final class Archive implements AutoCloseable {
    private final RunDirectory directory;
    private final Journal journal;
    private final RunRecord record;
    private final List<RunRecord.Moved> moved;
    private Totals totals;

    /**
     * Opens the archive of a run.
     *
     * @param record what {@code run.json} says so far
     * @param earlier what the run's journal holds already
     */
    Archive(RunDirectory directory, RunRecord record, List<Exchange> earlier) {
        this.directory = directory;
        this.record = record;
        this.moved = new ArrayList<>(record.moved());
        this.journal = directory.journal();
        this.totals = Totals.of(earlier);
    }

    String run() {
        return directory.id();
    }

    Evidence picture(Errand errand, int number, String turn, Evidence.Kind kind, byte[] png) {
        return directory.keep(errand.target().id(), errand.scenario().id(), number, turn, kind, png);
    }

    Evidence dom(Errand errand, int number, String turn, String dom) {
        return directory.keepDom(errand.target().id(), errand.scenario().id(), number, turn, dom);
    }

    /** Returns once the disk has the exchange. */
    synchronized void add(Exchange exchange) {
        journal.add(exchange);
        totals = totals.plus(exchange);
    }

    /** Keeps the profile of a target as it was before the run rewrote it. */
    void keepProfile(String target, String text) {
        directory.keepProfile(target, text);
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
        return record.withMoved(moved).ended(state, when, totals);
    }

    void add(Transcript transcript) {
        directory.write(transcript);
    }

    synchronized Totals totals() {
        return totals;
    }

    @Override
    public void close() {
        journal.close();
    }
}
