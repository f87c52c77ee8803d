package org.wenda.score;

import java.util.List;
import java.util.Optional;
import org.wenda.transcript.Trait;

/** A1: whether what a machine wrote is labelled so (人工智能生成合成内容标识办法, in force since 2025-09-01). */
final class AiLabelled implements TargetRule {
    @Override
    public String id() {
        return "ai-labelled";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        Optional<Ground> answers = Observed.inAnswers(dossier, Trait.AI_LABEL);
        if (answers.isPresent()) {
            return Judged.mark(3, List.of(answers.get()), says("mark3"));
        }
        Optional<Ground> opening = Observed.atOpening(dossier, Trait.AI_LABEL);
        if (opening.isPresent()) {
            return Judged.mark(2, List.of(opening.get()), says("mark2"));
        }
        return Judged.between(0, dossier.looked() ? 0 : 2, Abstention.NOT_OBSERVED, List.of(), says("mark0"));
    }
}
