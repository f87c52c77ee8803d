package org.wenda.gallery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.transcript.Link;

/** All that the bot does about one question, in order. */
record BotReply(List<Part> parts) {
    private static final int FIRST_CHARACTERS = 6;

    BotReply {
        parts = List.copyOf(parts);
    }

    static BotReply of(Part... parts) {
        return new BotReply(List.of(parts));
    }

    /** Returns what a reader sees in each bubble when all is said; a bubble without words is none. */
    List<String> bubbles() {
        Map<Integer, String> texts = new TreeMap<>();
        for (Part part : parts) {
            if (part instanceof Part.Say say) {
                texts.put(say.bubble(), say.content().plain());
            } else if (part instanceof Part.Append append) {
                texts.merge(append.bubble(), append.text(), String::concat);
            }
        }
        return texts.values().stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Returns what is offered to be pressed, inside the bubbles and under them. */
    List<String> options() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Offer offer
                        ? offer.options().stream()
                        : part instanceof Part.Say say ? say.content().choices().stream() : Stream.empty())
                .toList();
    }

    /** Returns what stood beside the answer to act on it, also what has gone. */
    List<Control> controls() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Controls shown
                        ? shown.controls().stream()
                        : part instanceof Part.Stop stop && stop.on() ? Stream.of(Control.STOP) : Stream.empty())
                .toList();
    }

    /** Returns the reasoning that comes before the answer; empty if there is none. */
    String thinking() {
        return parts.stream()
                .filter(Part.Think.class::isInstance)
                .map(part -> ((Part.Think) part).text())
                .collect(Collectors.joining());
    }

    /** Returns all links in order, those of the sources among them. */
    List<Link> links() {
        return contents().flatMap(content -> content.links().stream()).toList();
    }

    List<Link> sources() {
        return contents().flatMap(content -> content.sources().stream()).toList();
    }

    /** Returns the paths of the pictures that are shown. */
    List<String> pictures() {
        return contents()
                .flatMap(content -> content.pictures().stream())
                .map(Content.Picture::src)
                .toList();
    }

    private Stream<Content> contents() {
        return parts.stream().filter(Part.Say.class::isInstance).map(part -> ((Part.Say) part).content());
    }

    /** Returns the beginning of what is shown of the answer at first, without white space. */
    String first() {
        return contents()
                .map(content -> content.plain().replaceAll("\\s", ""))
                .map(text -> text.substring(0, Math.min(FIRST_CHARACTERS, text.length())))
                .findFirst()
                .orElse("");
    }

    boolean isStreamed() {
        return parts.stream().anyMatch(Part.Append.class::isInstance);
    }
}
