package org.wenda.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Profile;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/** Where a visit came to. */
public sealed interface Arrival {
    /**
     * An input that takes questions is there. It is proven by the first question that is heard.
     *
     * @param opening what the chatbot shows
     * @param profile how to find it again
     * @param discovery how it was found
     */
    record Open(Opening opening, Profile profile, Discovery discovery) implements Arrival {}

    /**
     * There is nobody to talk to.
     *
     * @param outcome which of the refusals
     * @param reason what was seen
     * @param candidates the best candidates and why each fell, best first; empty if none came into question
     * @param retryAfterSeconds what the host asked for; null if it did not
     */
    record Shut(
            Outcome outcome,
            Message reason,
            List<Candidate> candidates,
            @Nullable Long retryAfterSeconds) implements Arrival {
        public Shut {
            candidates = List.copyOf(candidates);
        }
    }
}
