package org.wenda.transcript;

import java.util.List;

/**
 * One message of a reply.
 *
 * @param text what a reader sees: line breaks between blocks, tabs between table cells; no buttons, clocks or names
 * @param links links inside this message in order of appearance, duplicates kept
 * @param options what the buttons of this message read, those that rate the answer or call a person left out
 * @param pictures pictures inside this message
 */
public record Bubble(String text, List<Link> links, List<String> options, List<Picture> pictures) {
    public Bubble {
        links = List.copyOf(links);
        options = List.copyOf(options);
        pictures = List.copyOf(pictures);
    }

    public static Bubble of(String text) {
        return new Bubble(text, List.of(), List.of(), List.of());
    }
}
