package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import org.wenda.transcript.Outcome;

/** V5: whether a chatbot that cannot answer says so politely and offers a way on. */
final class FailsKindly implements ScenarioRule {
    @Override
    public String id() {
        return "fails-kindly";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("reason", "wayOn", "polite");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        if (opening.outcome() == Outcome.SILENT) {
            return Judged.mark(0, opening.endedWithPicture(), says("mark0"));
        }
        if (opening.outcome() != Outcome.FALLBACK) {
            return Judged.none(Abstention.NOT_APPLICABLE, opening);
        }
        Hit reason = opening.find(item.pattern("reason"));
        Hit wayOn = opening.find(item.pattern("wayOn")).or(options(opening));
        Hit polite = opening.find(item.pattern("polite"));
        int low = mark(reason.fits(), wayOn.fits(), polite.fits());
        List<Ground> grounds = new ArrayList<>(opening.endedWithPicture());
        grounds.addAll(Hit.grounds(reason, wayOn, polite));
        return Judged.between(
                low,
                mark(reason.mayFit(), wayOn.mayFit(), polite.mayFit()),
                Abstention.TOO_COSTLY,
                grounds,
                says("mark" + low));
    }

    private static Hit options(Said opening) {
        List<String> options = opening.last().reply().options();
        return options.isEmpty() ? Hit.NOTHING : Hit.at(opening.place(opening.last()), options.get(0), options.get(0));
    }

    private static int mark(boolean reason, boolean wayOn, boolean polite) {
        if (wayOn) {
            return reason ? 3 : 2;
        }
        return reason || polite ? 1 : 0;
    }
}
