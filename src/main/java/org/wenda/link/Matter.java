package org.wenda.link;

import java.util.List;

/**
 * What the citizen asks about.
 *
 * @param name the matter as the scenario names it, such as 临时居民身份证申领; empty if nothing is known
 * @param words what a page of this matter names, each of them; may be empty, and is then drawn from the name
 */
public record Matter(String name, List<String> words) {
    /** Nothing is known, as of an address that was typed by hand. */
    public static final Matter NONE = new Matter("", List.of());

    public Matter {
        words = words.stream().filter(word -> !word.isBlank()).toList();
    }

    /** Returns whether there is anything to compare a page with. */
    public boolean isKnown() {
        return !name.isBlank() || !words.isEmpty();
    }
}
