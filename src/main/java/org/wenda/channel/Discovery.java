package org.wenda.channel;

import java.util.List;
import java.util.stream.Stream;
import org.wenda.words.Message;

/**
 * How a chatbot was found.
 *
 * @param how in short, such as {@code launcher in frame 1}
 * @param steps what was done on the way, in order
 * @param why what spoke for the input, each reason with its points
 * @param others what else came into question and why it fell, best first
 */
public record Discovery(Message how, List<Message> steps, List<Message> why, List<Candidate> others) {
    public Discovery {
        steps = List.copyOf(steps);
        why = List.copyOf(why);
        others = List.copyOf(others);
    }

    /** Returns the steps and the reasons, one after the other. */
    public List<Message> story() {
        return Stream.concat(steps.stream(), why.stream()).toList();
    }
}
