package org.wenda.review;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which of all ratings count: of each person the last, and of each item those on the evidence that was seen last. */
final class Ratings {
    private final List<Rating> all;

    Ratings(List<Rating> all) {
        this.all = List.copyOf(all);
    }

    private record Who(Role role, String person, ItemKey item) {}

    /** Returns what counts, by item, in the order of items. */
    Map<ItemKey, List<Rating>> byItem() {
        return onNewestEvidence(last(all));
    }

    /** Returns the same of what was said before the mark of the rule was shown. */
    Map<ItemKey, List<Rating>> blindByItem() {
        return onNewestEvidence(
                last(all.stream().filter(rating -> rating.judgement().blind()).toList()));
    }

    private static Collection<Rating> last(List<Rating> ratings) {
        Map<Who, Rating> last = new LinkedHashMap<>();
        ratings.forEach(
                rating -> last.merge(new Who(rating.role(), rating.person(), rating.item()), rating, Importing::later));
        return last.values();
    }

    private static Map<ItemKey, List<Rating>> onNewestEvidence(Collection<Rating> ratings) {
        Map<ItemKey, List<Rating>> byItem =
                ratings.stream().collect(Collectors.groupingBy(Rating::item, TreeMap::new, Collectors.toList()));
        byItem.replaceAll((item, its) -> {
            String newest =
                    its.stream().reduce(Importing::later).map(Rating::evidence).orElseThrow();
            return its.stream()
                    .filter(rating -> rating.evidence().equals(newest))
                    .toList();
        });
        return byItem;
    }

    /** Returns what the raters gave, by their names; those who could not judge are not among them. */
    static List<RaterMark> values(List<Rating> ofItem) {
        return ofItem.stream()
                .filter(rating -> rating.role() == Role.RATER)
                .filter(rating -> rating.judgement().value() != null)
                .map(rating -> new RaterMark(
                        rating.person(),
                        Objects.requireNonNull(rating.judgement().value())))
                .sorted((one, other) -> one.rater().compareTo(other.rater()))
                .toList();
    }

    /** Returns the last word of a third person. */
    static Optional<Rating> settled(List<Rating> ofItem) {
        return ofItem.stream().filter(rating -> rating.role() == Role.SETTLER).reduce(Importing::later);
    }
}
