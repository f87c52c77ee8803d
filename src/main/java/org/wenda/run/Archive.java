package org.wenda.run;

import java.util.List;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord.Totals;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;

/** Keeps what a run brings home, and counts it. Safe to share between threads. */
final class Archive implements AutoCloseable {
    private final RunDirectory directory;
    private final Journal journal;
    private Totals totals;

    /** @param earlier what the run's journal holds already */
    Archive(RunDirectory directory, List<Exchange> earlier) {
        this.directory = directory;
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
