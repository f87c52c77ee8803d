package org.wenda.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Mark;

/** What stands in the end, and what a third person has to decide before. Pure. */
final class Settlement {
    private Settlement() {}

    /** Returns what stands and what is open, in the order of items. A spot check changes neither. */
    static Reviewed reviewed(Map<ItemKey, List<Rating>> ratings) {
        List<FinalMark> marks = new ArrayList<>();
        List<ItemKey> open = new ArrayList<>();
        ratings.forEach((item, its) -> {
            Optional<FinalMark> mark = finalMark(item, its);
            mark.ifPresent(marks::add);
            if (mark.isEmpty() && its.stream().anyMatch(rating -> rating.role() != Role.CHECKER)) {
                open.add(item);
            }
        });
        return new Reviewed(marks, open);
    }

    private static Optional<FinalMark> finalMark(ItemKey item, List<Rating> its) {
        List<RaterMark> given = Ratings.values(its);
        boolean differ = given.stream().mapToInt(RaterMark::value).distinct().count() > 1;
        Optional<Rating> settled = Ratings.settled(its);
        if (settled.isPresent()) {
            Integer value = settled.get().judgement().value();
            boolean agrees = !differ
                    && given.size() > 1
                    && Objects.equals(value, given.get(0).value());
            return value == null
                    ? Optional.empty()
                    : Optional.of(
                            mark(item, value, agrees ? FinalMark.Origin.AGREED : FinalMark.Origin.SETTLED, given));
        }
        if (given.isEmpty() || differ) {
            return Optional.empty();
        }
        FinalMark.Origin origin = given.size() == 1 ? FinalMark.Origin.SINGLE : FinalMark.Origin.AGREED;
        return Optional.of(mark(item, given.get(0).value(), origin, given));
    }

    private static FinalMark mark(ItemKey item, int value, FinalMark.Origin origin, List<RaterMark> given) {
        return new FinalMark(item.target(), item.scenario(), item.indicator(), value, origin, given);
    }

    /**
     * Returns what a third person is shown: first what they have to decide, then all the rest, prefilled. What was
     * settled before is prefilled with what was said then.
     *
     * @param distance marks that lie no further apart than this are prefilled with the lower middle one
     */
    static List<Batch.Task> tasks(
            Map<ItemKey, List<Rating>> ratings, Map<ItemKey, Mark> machine, int distance, Random random) {
        List<Batch.Task> open = new ArrayList<>();
        List<Batch.Task> filled = new ArrayList<>();
        ratings.forEach((item, its) -> {
            List<Rating> raters =
                    its.stream().filter(rating -> rating.role() == Role.RATER).toList();
            Mark mark = machine.get(item);
            if (mark != null && raters.size() > 1) {
                Integer prefilled = prefilled(its, distance);
                List<Batch.Given> given = new ArrayList<>(raters.stream()
                        .map(rating -> Batch.Given.of(rating.judgement()))
                        .toList());
                // The order of names would tell by and by who is who.
                Collections.shuffle(given, random);
                (prefilled == null ? open : filled)
                        .add(new Batch.Task(item, its.get(0).evidence(), mark, given, prefilled));
            }
        });
        Collections.shuffle(open, random);
        open.addAll(filled);
        return open;
    }

    private static @Nullable Integer prefilled(List<Rating> its, int distance) {
        Optional<Rating> settled = Ratings.settled(its);
        if (settled.isPresent()) {
            return settled.get().judgement().value();
        }
        List<Integer> values =
                Ratings.values(its).stream().map(RaterMark::value).sorted().toList();
        if (values.isEmpty() || values.get(values.size() - 1) - values.get(0) > distance) {
            return null;
        }
        return values.get((values.size() - 1) / 2);
    }
}
