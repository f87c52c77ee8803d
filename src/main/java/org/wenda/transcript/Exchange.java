package org.wenda.transcript;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question and what came back, as observed: a turn, or one option that was pressed in the course of it.
 *
 * @param run id of the run, such as {@code 2026-11-23T020000Z-shanghai}
 * @param target id of the target, such as {@code shanghai-web}
 * @param scenario id of the scenario
 * @param turn id of the turn within the scenario; exchanges of one turn stand one after the other, and the last of them
 *     says how the turn ended
 * @param number place among all exchanges about the scenario, from 1, in the order they were taken
 * @param critical whether the scenario cannot go on without an answer to this turn
 * @param question the words that were typed, or those of the option that was pressed
 * @param choice which option was pressed; null if the question was typed
 * @param trial which of the conversations about the scenario it belongs to
 * @param takenUp whether the run was cut within the conversation and this was asked in a fresh one, when it was
 *     resumed: what was said before, the chatbot could not know
 * @param outcome how the turn ended
 * @param reason what decided the outcome, for people; null if the outcome says all
 * @param reply all that was said to the question
 * @param timing null if the question was never sent, or the option could not be pressed
 * @param endedBy which signals told that the reply was over: {@code quiet+transport} a lull behind the end of its
 *     request, {@code silence} a quiet window that was waited out; null if none was awaited
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
        @Nullable Choice choice,
        Trial trial,
        boolean takenUp,
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

    /** An exchange of the ordinary conversation, which was not cut. */
    public Exchange(
            String run,
            String target,
            String scenario,
            String turn,
            int number,
            boolean critical,
            String question,
            @Nullable Choice choice,
            Outcome outcome,
            @Nullable String reason,
            Reply reply,
            @Nullable Timing timing,
            @Nullable String endedBy,
            Map<String, String> captured,
            List<Evidence> evidence) {
        this(
                run,
                target,
                scenario,
                turn,
                number,
                critical,
                question,
                choice,
                Trial.ORDINARY,
                false,
                outcome,
                reason,
                reply,
                timing,
                endedBy,
                captured,
                evidence);
    }

    /** Returns how many options of this turn were pressed up to this exchange; 0 if its question was typed. */
    public int step() {
        return choice == null ? 0 : choice.step();
    }

    /**
     * Returns whether the chatbot said something to it. The outcome alone does not tell: where an option could not be
     * pressed, the turn is still at its list of options.
     */
    public boolean heard() {
        return outcome.heard() && (choice == null || timing != null);
    }
}
