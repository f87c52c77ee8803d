package org.wenda.demo;

import java.time.Instant;
import java.util.List;

/**
 * What the chat page itself reports about one answer, once the answer has ended.
 *
 * <p>Times are the page's own, in milliseconds since the trusted key or click event that sent the question. The
 * ornaments, that is typing sign, placeholder, reasoning and the citizen's own bubble, are no text of the answer.
 *
 * @param session which visitor
 * @param question the question as the page sent it
 * @param sentAt the input event on this machine's wall clock
 * @param firstTextMs until the first characters of the answer were put into the page
 * @param completeMs until the answer was last changed; its buttons and sources come with its last text
 * @param firstToldMs until the task that put the first characters there was over, and whoever watches the page had been
 *     told of them; an app tells nobody: the same as {@code firstTextMs}
 * @param completeToldMs the same for the last change
 * @param thinkingMs until the first reasoning was put into the page; negative if none was
 * @param bubbles what the chatbot said, one entry a bubble: one line a block, list item or table row, tabs between
 *     cells, no list numbers
 * @param thinking reasoning that was shown before the answer; empty if none was
 * @param options choices inside the answer
 * @param suggestions what stands beside the input as 猜你想问 when the answer has ended, whichever answer brought it
 */
public record Truth(
        String session,
        String question,
        Instant sentAt,
        double firstTextMs,
        double completeMs,
        double firstToldMs,
        double completeToldMs,
        double thinkingMs,
        List<String> bubbles,
        String thinking,
        List<String> options,
        List<String> suggestions) {
    public Truth {
        bubbles = List.copyOf(bubbles);
        options = List.copyOf(options);
        suggestions = List.copyOf(suggestions);
    }
}
