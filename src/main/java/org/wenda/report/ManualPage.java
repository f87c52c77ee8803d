package org.wenda.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord;
import org.wenda.review.Unjudged;
import org.wenda.score.Index;

/**
 * The manual that raters mark by (执行手册), as data: every item of the index with its levels, who marks it and by which
 * numbers. Says nothing that the index does not say, but how to go about it. Pure.
 *
 * @param apart items that are recorded and never summed
 */
record ManualPage(
        String edition, String index, List<CorePart> cores, List<ItemPart> apart, List<ReviewPage.ReasonPart> reasons) {

    record CorePart(String name, String weight, List<SecondaryPart> secondaries) {}

    record SecondaryPart(String name, String weight, List<ItemPart> items) {}

    /**
     * One item.
     *
     * @param source whether the report says so or we propose it, in words
     * @param scenarios that feed it, in words; empty for all
     * @param numbers by which the rule decides, a line each
     */
    record ItemPart(
            String id,
            String name,
            String definition,
            String by,
            boolean forPeople,
            String weight,
            String source,
            List<ReviewPage.LevelPart> levels,
            List<String> scenarios,
            List<String> numbers) {}

    static ManualPage of(Index index, Naming naming) {
        return new ManualPage(
                index.edition(),
                index.sha256(),
                index.cores().stream().map(core -> core(core, index, naming)).toList(),
                items(null, index, naming),
                Arrays.stream(Unjudged.values())
                        .map(reason -> new ReviewPage.ReasonPart(
                                reason.wire(), reason.words().in(naming.lang())))
                        .toList());
    }

    private static CorePart core(Index.Core core, Index index, Naming naming) {
        return new CorePart(
                core.name().in(naming.lang()),
                figure(core.weight()),
                index.secondaries().stream()
                        .filter(secondary -> secondary.core().equals(core.id()))
                        .map(secondary -> new SecondaryPart(
                                secondary.name().in(naming.lang()),
                                figure(secondary.weight()),
                                items(secondary.id(), index, naming)))
                        .toList());
    }

    private static List<ItemPart> items(@Nullable String secondary, Index index, Naming naming) {
        return index.items().stream()
                .filter(item -> Objects.equals(item.secondary(), secondary))
                .map(item -> item(item, naming))
                .toList();
    }

    private static ItemPart item(Index.Item item, Naming naming) {
        return new ItemPart(
                item.id(),
                item.name().in(naming.lang()),
                item.definition().in(naming.lang()),
                naming.word("marks.by." + item.markedBy().name().toLowerCase(Locale.ROOT)),
                item.markedBy() != Index.MarkedBy.RULE,
                figure(item.weight()),
                naming.word("manual.source." + item.source().name().toLowerCase(Locale.ROOT)),
                IntStream.range(0, item.levels().size())
                        .mapToObj(level -> new ReviewPage.LevelPart(
                                String.valueOf(level), item.levels().get(level).in(naming.lang())))
                        .toList(),
                item.scenarios().stream()
                        .filter(id -> isPlanned(id, naming.record()))
                        .map(naming::scenario)
                        .toList(),
                item.numbers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(number -> number.getKey() + " = " + figure(number.getValue()))
                        .toList());
    }

    private static boolean isPlanned(String id, RunRecord record) {
        return record.plan().scenarios().stream()
                .anyMatch(scenario -> scenario.id().equals(id));
    }

    private static String figure(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }
}
