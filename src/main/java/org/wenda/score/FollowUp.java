package org.wenda.score;

import java.util.List;
import java.util.Optional;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Outcome;

/** D13: whether a question that only makes sense after the ones before is understood. */
final class FollowUp implements ScenarioRule {
    @Override
    public String id() {
        return "follow-up";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING.andNumbers("kept");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        List<Turn> turns = opening.talk().scenario().turns().stream()
                .filter(Turn::followUp)
                .toList();
        if (turns.isEmpty()) {
            return Judged.none(Abstention.NOT_APPLICABLE);
        }
        List<Judged> judged = turns.stream()
                .flatMap(turn -> opening.talk().said(turn.id()).stream())
                .map(said -> judgeTurn(item, opening, said))
                .toList();
        return judged.isEmpty() ? Judged.none(Abstention.TOO_FEW_TURNS, opening) : Repeats.together(judged);
    }

    private Judged judgeTurn(Index.Item item, Said opening, Said said) {
        Optional<Judged> untold = said.untold().map(why -> Judged.none(why, said));
        return untold.orElseGet(() -> {
            int percent = (int) Math.round(100 * relation(opening, said));
            int mark = mark(item, said, percent);
            return Judged.mark(
                    mark,
                    said.endedWithPicture(),
                    says("mark" + mark, said.last().turn(), percent));
        });
    }

    private static int mark(Index.Item item, Said said, int percent) {
        if (said.outcome() == Outcome.FALLBACK || !said.outcome().heard()) {
            return 0;
        }
        if (said.outcome() == Outcome.OPTIONS) {
            return 2;
        }
        if (percent < 100 * item.number("kept")) {
            return 1;
        }
        return said.wasPressed() ? 2 : 3;
    }

    private static double relation(Said opening, Said said) {
        return Math.max(
                MatterNamed.share(said.talk().scenario(), said.text()),
                MatterNamed.common(opening.text(), said.text()));
    }
}
