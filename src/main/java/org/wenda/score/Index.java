package org.wenda.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.link.Verdict;
import org.wenda.words.InputException;

/**
 * What {@code scenarios/indicators.yaml} says: what a chatbot is marked on, by whom, and by which numbers.
 *
 * @param edition as people call it
 * @param sha256 of the file's bytes, in small hexadecimal digits
 */
public record Index(String edition, String sha256, List<Core> cores, List<Secondary> secondaries, List<Item> items) {
    public Index {
        cores = List.copyOf(cores);
        secondaries = List.copyOf(secondaries);
        items = List.copyOf(items);
    }

    /** Where an entry comes from. */
    public enum Source {
        /** The founding report says so. */
        REPORT,
        /** Ours; the report does not say it, or what it says is lost. */
        PROPOSAL
    }

    /** Who marks an item. */
    public enum MarkedBy {
        /** A rule, and nobody needs to look again. */
        RULE,
        /** A rule suggests; a person confirms. */
        SUGGEST,
        /** A person; a rule only gathers what they need. */
        HUMAN
    }

    /** One of the two core indicators: 需求满足, 过程体验. */
    public record Core(String id, Bilingual name, double weight, Source source) {}

    /**
     * One of the six secondary indicators, such as 信息获取.
     *
     * @param core id of its core indicator
     * @param weight among those of its core indicator
     */
    public record Secondary(String id, String core, Bilingual name, double weight, Source source) {}

    /**
     * One line of the index.
     *
     * @param secondary id of its secondary indicator; null if it is recorded apart and never summed
     * @param levels what earns 0, 1, 2 and 3, in this order
     * @param weight among those of its secondary indicator
     * @param rule id of the rule that marks, suggests or gathers
     * @param scenarios ids of those that feed it; none means all
     * @param bounds which value earns which mark; null if the rule needs none
     * @param numbers what else the rule counts by, by name
     * @param patterns regular expressions that the rule looks for, by name
     * @param links what a link earns by where it led; what is not there tells nothing
     * @param source of the item and of its rule
     */
    public record Item(
            String id,
            @Nullable String secondary,
            Bilingual name,
            Bilingual definition,
            List<Bilingual> levels,
            double weight,
            MarkedBy markedBy,
            String rule,
            List<String> scenarios,
            @Nullable Bounds bounds,
            Map<String, Double> numbers,
            Map<String, String> patterns,
            Map<Verdict, Integer> links,
            Source source) {
        public Item {
            levels = List.copyOf(levels);
            scenarios = List.copyOf(scenarios);
            numbers = Map.copyOf(numbers);
            patterns = Map.copyOf(patterns);
            links = Map.copyOf(links);
        }

        /** Returns whether the item is recorded and reported apart, and never summed. */
        public boolean isApart() {
            return secondary == null;
        }

        /** Returns whether a scenario feeds it. */
        boolean isFedBy(String scenario) {
            return scenarios.isEmpty() || scenarios.contains(scenario);
        }

        Bounds marksBy() {
            return Objects.requireNonNull(bounds, id + " has no bounds; lint would have said so");
        }

        double number(String name) {
            return Objects.requireNonNull(numbers.get(name), id + " has no number " + name);
        }

        String pattern(String name) {
            return Objects.requireNonNull(patterns.get(name), id + " has no pattern " + name);
        }
    }

    /** Returns the item of that id. */
    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * Returns the index of a home directory; the one that comes with Wenda if it has none of its own.
     *
     * @throws InputException with all problems of the file, if there are any
     */
    public static Index in(Path home) {
        return IndexFile.in(home);
    }
}
