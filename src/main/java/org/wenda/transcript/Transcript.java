package org.wenda.transcript;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation: a scenario asked of a target.
 *
 * @param run id of the run
 * @param target id of the target
 * @param scenario id of the scenario
 * @param startedAt when the visit began
 * @param client what the conversation was held with; null if it never came to a page
 * @param opening what the chatbot showed before anything was asked; null if it was not found
 * @param exchanges the turns in the order they were taken; never empty: a visit that failed is an exchange with its
 *     outcome
 * @param landings what came of clicking links of the conversation, in the order they were clicked; empty if none was
 * @param features what the chatbot's window was seen to offer besides its answers, each trait once per place and proof
 */
public record Transcript(
        String run,
        String target,
        String scenario,
        Instant startedAt,
        @Nullable Client client,
        @Nullable Opening opening,
        List<Exchange> exchanges,
        List<Landing> landings,
        List<Feature> features) {
    public Transcript {
        exchanges = List.copyOf(exchanges);
        landings = List.copyOf(landings);
        features = List.copyOf(features);
    }
}
