package org.wenda.history;

import java.util.List;
import org.wenda.link.Verdict;
import org.wenda.transcript.Transcript;

/**
 * What a stored run says, as far as it can change.
 *
 * @param run its id
 * @param targets ids in the order of the plan, also of those that gave no conversation
 * @param transcripts in the order of the plan
 * @param links where the links of its conversations led; empty if they were never followed
 */
public record Night(String run, List<String> targets, List<Transcript> transcripts, List<Followed> links) {
    public Night {
        targets = List.copyOf(targets);
        transcripts = List.copyOf(transcripts);
        links = List.copyOf(links);
    }

    /**
     * Where a link led.
     *
     * @param exchange number of the exchange that offered it
     * @param href the address as it was offered
     */
    public record Followed(String target, String scenario, int exchange, String href, Verdict verdict) {}
}
