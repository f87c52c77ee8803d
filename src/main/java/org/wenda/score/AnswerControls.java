package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.transcript.Trait;

/** A6: whether an answer that is being written can be stopped, and one that is written be asked for again. */
final class AnswerControls implements TargetRule {
    @Override
    public String id() {
        return "answer-controls";
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
        List<Ground> found = Stream.of(Trait.STOP, Trait.REGENERATE)
                .map(trait -> Observed.anywhere(dossier, trait))
                .flatMap(Optional::stream)
                .toList();
        int mark = found.isEmpty() ? 0 : found.size() + 1;
        return Judged.mark(mark, found, says("found", String.join(", ", Modes.names(found))));
    }
}
