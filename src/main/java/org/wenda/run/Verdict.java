package org.wenda.run;

import java.util.List;
import java.util.Optional;
import org.wenda.scenario.Scenario;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;

/** What an errand is worth as a test. */
public sealed interface Verdict {
    /** The chatbot did what the scenario is about. */
    record Passed() implements Verdict {}

    /** A turn that mattered got no answer, or our own fault lost it. */
    record Failed(String reason) implements Verdict {}

    /** Nothing is known about the chatbot. */
    record Skipped(String reason) implements Verdict {}

    /** Decides. Pure: same record, same verdict. */
    static Verdict of(Held held, Scenario.Kind kind, Lang lang) {
        if (held instanceof Held.Left left) {
            return new Skipped(left.why().in(lang));
        }
        if (held instanceof Held.Recorded recorded) {
            return of(recorded.transcript(), kind);
        }
        throw new IllegalStateException("unknown: " + held);
    }

    private static Verdict of(Transcript transcript, Scenario.Kind kind) {
        List<Exchange> turns = transcript.exchanges();
        Exchange last = turns.get(turns.size() - 1);
        if (last.outcome() == Outcome.BROKEN) {
            return new Failed(line(last));
        }
        if (Judgement.isVain(last.outcome())) {
            return new Skipped(line(last));
        }
        Optional<Exchange> unanswered = turns.stream()
                .filter(turn -> turn.critical() && !Judgement.wasKeptBack(turn))
                .filter(turn -> !Judgement.isAnswer(kind, turn.outcome()))
                .findFirst();
        return unanswered.<Verdict>map(turn -> new Failed(line(turn))).orElseGet(Passed::new);
    }

    private static String line(Exchange turn) {
        String reason = turn.reason() == null ? "" : ": " + turn.reason();
        return turn.turn() + " " + turn.outcome().wire() + reason;
    }
}
