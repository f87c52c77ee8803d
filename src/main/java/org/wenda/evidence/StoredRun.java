package org.wenda.evidence;

import java.util.List;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;
import org.wenda.words.Problem;

/**
 * A run as its files tell it.
 *
 * @param exchanges the journal, in the order in which things happened
 * @param transcripts the conversations, in the order of the plan; one that was cut short by a crash is put together
 *     from the journal
 * @param problems what could not be read
 */
public record StoredRun(
        RunRecord record, List<Exchange> exchanges, List<Transcript> transcripts, List<Problem> problems) {
    public StoredRun {
        exchanges = List.copyOf(exchanges);
        transcripts = List.copyOf(transcripts);
        problems = List.copyOf(problems);
    }
}
