package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import org.wenda.transcript.Outcome;

/** V2: whether a question with several meanings leads to a useful choice. */
final class Clarifies implements ScenarioRule {
    @Override
    public String id() {
        return "clarifies";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING.andNumbers("fewestOptions", "mostOptions").andPatterns("asksBack");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        Outcome first = opening.exchanges().get(0).outcome();
        int options = opening.exchanges().get(0).reply().options().size();
        Hit asks = opening.find(item.pattern("asksBack"));
        List<Ground> grounds = new ArrayList<>(opening.endedWithPicture());
        grounds.addAll(Hit.grounds(asks));
        int low = mark(item, first, options, asks.fits());
        return Judged.between(
                low,
                mark(item, first, options, asks.mayFit()),
                Abstention.TOO_COSTLY,
                grounds,
                says("mark" + low, options));
    }

    private static int mark(Index.Item item, Outcome first, int options, boolean asks) {
        if (first == Outcome.FALLBACK || !first.heard()) {
            return 0;
        }
        boolean choice = first == Outcome.OPTIONS || asks;
        boolean useful = options >= item.number("fewestOptions") && options <= item.number("mostOptions");
        if (choice) {
            return useful ? 3 : 2;
        }
        return 1;
    }
}
