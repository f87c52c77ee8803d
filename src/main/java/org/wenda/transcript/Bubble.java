package org.wenda.transcript;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a reply.
 *
 * @param text what a reader sees: line breaks between blocks, tabs between table cells; no buttons, clocks or names
 * @param links links inside this message in order of appearance, duplicates kept
 * @param options what the buttons of this message read, those that rate the answer or call a person left out
 * @param pictures pictures inside this message
 * @param late how long after the reply's end had been told this message was still added to; null if it was whole by
 *     then
 */
public record Bubble(
        String text,
        List<Link> links,
        List<String> options,
        List<Picture> pictures,
        @Nullable Duration late) {
    public Bubble {
        links = List.copyOf(links);
        options = List.copyOf(options);
        pictures = List.copyOf(pictures);
    }

    public static Bubble of(String text) {
        return new Bubble(text, List.of(), List.of(), List.of(), null);
    }
}
