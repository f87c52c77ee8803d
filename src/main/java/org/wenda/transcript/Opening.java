package org.wenda.transcript;

import java.time.Duration;
import java.util.List;

/**
 * What the chatbot shows before anything is asked.
 *
 * @param entry how it was reached
 * @param greeting the text of the open conversation, one message an element
 * @param suggestions questions and topics offered for one click
 * @param controls what the window offers besides, by the kinds of {@link Reply#controls()}
 * @param ready from the start of navigation until the input took text
 */
public record Opening(
        Entry entry, List<String> greeting, List<String> suggestions, List<String> controls, Duration ready) {
    public Opening {
        greeting = List.copyOf(greeting);
        suggestions = List.copyOf(suggestions);
        controls = List.copyOf(controls);
    }
}
