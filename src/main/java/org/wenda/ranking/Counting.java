package org.wenda.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenda.review.FinalMark;
import org.wenda.review.ItemKey;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.RuleId;
import org.wenda.words.Message;

/**
 * Decides which mark counts: what people gave, else what a rule gave where the index lets the rule decide, else a
 * suggestion where suggestions were asked for and people have not left it open. Pure; makes up no mark.
 */
final class Counting {
    private static final RuleId PEOPLE = new RuleId("people", 1);

    private Counting() {}

    static List<CountedMark> of(Entry entry, boolean suggested) {
        Map<ItemKey, FinalMark> finals = new LinkedHashMap<>();
        entry.reviewed().marks().forEach(one -> finals.put(one.item(), one));
        Set<ItemKey> open = Set.copyOf(entry.reviewed().open());
        List<CountedMark> counted = new ArrayList<>();
        for (Mark mark : entry.marks()) {
            ItemKey item = ItemKey.of(mark);
            FinalMark human = finals.remove(item);
            boolean isOpen = open.contains(item);
            // What people could not agree on or judge, they have not confirmed either.
            Mark counts = human == null ? ruled(mark, suggested && !isOpen) : rated(mark, human);
            counted.add(new CountedMark(counts, mark, human, isOpen));
        }
        finals.values()
                .forEach(human -> counted.add(new CountedMark(rated(entry.target(), human), null, human, false)));
        return counted;
    }

    /** A suggestion that waits for a person is no mark. */
    private static Mark ruled(Mark mark, boolean suggested) {
        boolean waits = mark.value() != null && mark.by() != Index.MarkedBy.RULE && !suggested;
        return waits ? with(mark, mark.by(), null, Abstention.FOR_RATERS) : mark;
    }

    private static Mark rated(Mark mark, FinalMark human) {
        return with(mark, Index.MarkedBy.HUMAN, human.value(), null);
    }

    private static Mark with(Mark mark, Index.MarkedBy by, @Nullable Integer value, @Nullable Abstention abstained) {
        return new Mark(
                mark.target(),
                mark.scenario(),
                mark.indicator(),
                by,
                value,
                abstained,
                mark.rule(),
                mark.spread(),
                mark.grounds(),
                mark.rationale());
    }

    private static Mark rated(String target, FinalMark human) {
        return new Mark(
                target,
                human.scenario(),
                human.indicator(),
                Index.MarkedBy.HUMAN,
                human.value(),
                null,
                PEOPLE,
                null,
                List.of(),
                Message.of(Counting.class, "rated", human.ratings().size()));
    }
}
