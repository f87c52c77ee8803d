package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Marks a target on every item of the index. Pure: the same dossier and index, the same marks in the same order. */
public final class Marking {
    private final Index index;

    public Marking(Index index) {
        this.index = index;
    }

    /** Returns the marks of a target, item by item in the order of the index, and never none for an item. */
    public List<Mark> of(Dossier dossier) {
        List<Mark> marks = new ArrayList<>();
        for (Index.Item item : index.items()) {
            Rule rule = Rules.find(item.rule()).orElseThrow(() -> new IllegalStateException(item.rule()));
            Map<String, Judged> judged = rule.judge(item, dossier);
            judged.forEach((scenario, one) -> marks.add(mark(dossier, item, rule, scenario, one)));
        }
        return marks;
    }

    private static Mark mark(Dossier dossier, Index.Item item, Rule rule, String scenario, Judged judged) {
        return new Mark(
                dossier.target(),
                scenario.isEmpty() ? null : scenario,
                item.id(),
                item.markedBy(),
                judged.value(),
                judged.abstained(),
                new RuleId(rule.id(), rule.version()),
                judged.spread(),
                judged.grounds(),
                judged.rationale());
    }
}
