package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.transcript.Trait;

/** A4: whether reasoning that is shown before an answer can be folded away. */
final class ReasoningFolds implements TargetRule {
    @Override
    public String id() {
        return "reasoning-folds";
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
        Optional<Ground> shown = Observed.anywhere(dossier, Trait.REASONING_SHOWN);
        Optional<Ground> folds = Observed.anywhere(dossier, Trait.REASONING_FOLDABLE);
        List<Ground> grounds = Stream.of(shown, folds).flatMap(Optional::stream).toList();
        if (grounds.isEmpty()) {
            return Judged.none(Abstention.NOT_APPLICABLE, List.of(), says("none"));
        }
        if (folds.isPresent()) {
            return Judged.mark(3, grounds, says("mark3"));
        }
        return Judged.between(1, dossier.looked() ? 1 : 3, Abstention.NOT_OBSERVED, grounds, says("mark1"));
    }
}
