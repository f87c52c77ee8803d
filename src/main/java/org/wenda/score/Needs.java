package org.wenda.score;

import java.util.Set;

/**
 * What a rule needs the index to say of its item.
 *
 * @param bounds whether it turns a value into a mark by bounds
 * @param links whether it turns the verdicts of links into marks
 * @param numbers names of further numbers
 * @param patterns names of patterns
 */
record Needs(boolean bounds, boolean links, Set<String> numbers, Set<String> patterns) {
    static final Needs NOTHING = new Needs(false, false, Set.of(), Set.of());

    Needs {
        numbers = Set.copyOf(numbers);
        patterns = Set.copyOf(patterns);
    }

    static Needs ofBounds(String... numbers) {
        return new Needs(true, false, Set.of(numbers), Set.of());
    }

    static Needs ofLinks() {
        return new Needs(false, true, Set.of(), Set.of());
    }

    static Needs ofPatterns(String... patterns) {
        return new Needs(false, false, Set.of(), Set.of(patterns));
    }

    Needs andNumbers(String... more) {
        return new Needs(bounds, links, Set.of(more), patterns);
    }

    Needs andPatterns(String... more) {
        return new Needs(bounds, links, numbers, Set.of(more));
    }
}
