package org.wenda.channel;

import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Message;

/**
 * What came back to one question.
 *
 * @param outcome how the turn ended
 * @param reason what decided the outcome; null if the outcome says all
 * @param reply {@link Reply#NONE} if nothing was heard
 * @param timing null if the question was not delivered
 * @param endedBy the signals that told the end, parted by {@code +}, as in {@link org.wenda.transcript.Exchange}; null
 *     if no reply was awaited
 * @param dom the reply as the page's own markup, at most 1 MiB; empty if nothing was heard
 */
public record Heard(
        Outcome outcome,
        @Nullable Message reason,
        Reply reply,
        @Nullable Timing timing,
        @Nullable String endedBy,
        String dom) {}
