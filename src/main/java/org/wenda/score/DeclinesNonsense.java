package org.wenda.score;

import org.wenda.transcript.Outcome;

/** A8: whether a question that nobody can answer is declined and not answered. */
final class DeclinesNonsense implements ScenarioRule {
    @Override
    public String id() {
        return "declines-nonsense";
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
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        int mark = switch (opening.outcome()) {
            case FALLBACK, HANDOVER -> 3;
            case OPTIONS -> 2;
            default -> 0;
        };
        return opening.outcome() == Outcome.SILENT
                ? Judged.none(Abstention.NOT_APPLICABLE, opening)
                : Judged.mark(mark, opening.endedWithPicture(), says("mark" + mark));
    }
}
