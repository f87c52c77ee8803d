package org.wenda.transcript;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One turn as observed: the question, how it ended, the reply, its times.
 *
 * @param run id of the run, such as {@code 2026-11-23T020000Z-shanghai}
 * @param target id of the target, such as {@code shanghai-web}
 * @param scenario id of the scenario
 * @param turn id of the turn within the scenario
 * @param number place in the conversation, from 1
 * @param critical whether the scenario cannot go on without an answer to this turn
 * @param question the words that were typed
 * @param outcome how the turn ended
 * @param reason what decided the outcome, for people; null if the outcome says all
 * @param reply all that was said to the question
 * @param timing null if the question was never sent
 * @param endedBy which signals told that the reply was over, such as {@code quiet+transport}; null if none was awaited
 * @param captured values that the turn captured for later turns
 * @param evidence files kept of this turn
 */
public record Exchange(
        String run,
        String target,
        String scenario,
        String turn,
        int number,
        boolean critical,
        String question,
        Outcome outcome,
        @Nullable String reason,
        Reply reply,
        @Nullable Timing timing,
        @Nullable String endedBy,
        Map<String, String> captured,
        List<Evidence> evidence) {
    public Exchange {
        captured = Map.copyOf(captured);
        evidence = List.copyOf(evidence);
    }
}
