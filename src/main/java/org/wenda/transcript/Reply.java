package org.wenda.transcript;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that the chatbot said to one question.
 *
 * @param bubbles its messages in the order a reader sees them
 * @param options every choice offered with the reply: buttons of its messages and suggestions beside them
 * @param links all links of the bubbles and of {@code sources}, in order of appearance, duplicates kept
 * @param sources the list of sources under the answer, if the chatbot shows one
 * @param thinking reasoning that was shown before the answer; empty if none was
 * @param controls what else the reply offers, by kind: {@code useful}, {@code useless}, {@code human}, {@code copy},
 *     {@code read-aloud}, {@code regenerate}, {@code stop}, {@code ai-label}; presence only, never pressed
 */
public record Reply(
        List<Bubble> bubbles,
        List<String> options,
        List<Link> links,
        List<Link> sources,
        String thinking,
        List<String> controls) {
    /** What stands in an exchange when nothing was heard. */
    public static final Reply NONE = new Reply(List.of(), List.of(), List.of(), List.of(), "", List.of());

    public Reply {
        bubbles = List.copyOf(bubbles);
        options = List.copyOf(options);
        links = List.copyOf(links);
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
    }

    /** Returns how many bubbles came, or were added to, after the end of the reply had been told. */
    public int late() {
        return (int) bubbles.stream().filter(bubble -> bubble.late() != null).count();
    }

    /** Returns the bubbles' texts parted by a blank line. */
    public String text() {
        return bubbles.stream().map(Bubble::text).collect(Collectors.joining("\n\n"));
    }
}
