package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.transcript.Trait;

/** V1: whether the chatbot offers something of its own accord: a welcome, hot questions, related questions. */
final class Proactive implements TargetRule {
    @Override
    public String id() {
        return "proactive";
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
        List<Ground> found = Stream.of(
                        Observed.atOpening(dossier, Trait.WELCOME),
                        Observed.atOpening(dossier, Trait.HOT_QUESTIONS)
                                .or(() -> Observed.atOpening(dossier, Trait.RECOMMENDED_QUESTIONS)),
                        Observed.inAnswers(dossier, Trait.RELATED_QUESTIONS))
                .flatMap(Optional::stream)
                .toList();
        boolean opened = dossier.talks().stream().anyMatch(talk -> talk.before() != null);
        return Judged.between(
                found.size(),
                opened ? found.size() : 3,
                Abstention.NOT_OBSERVED,
                found,
                says("found", found.size(), String.join(", ", Modes.names(found))));
    }
}
