package org.wenda.score;

import java.util.List;
import org.wenda.transcript.Outcome;

/** D11: whether the reply addresses the matter that was asked about. */
final class MatterHit implements ScenarioRule {
    @Override
    public String id() {
        return "matter-hit";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING.andNumbers("named", "related");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        if (opening.outcome() == Outcome.FALLBACK || !opening.outcome().heard()) {
            return Judged.mark(
                    0,
                    opening.endedWithPicture(),
                    says("none", opening.outcome().wire()));
        }
        double share = MatterNamed.share(opening.talk().scenario(), opening.text() + "\n" + options(opening));
        int percent = (int) Math.round(100 * share);
        List<Ground> grounds = opening.endedWithPicture();
        if (share < item.number("related")) {
            return Judged.mark(0, grounds, says("other", percent));
        }
        if (share < item.number("named")) {
            return Judged.mark(1, grounds, says("related", percent));
        }
        boolean straight = opening.outcome() == Outcome.ANSWERED && !opening.wasPressed();
        return Judged.mark(straight ? 3 : 2, grounds, says(straight ? "straight" : "option", percent));
    }

    private static String options(Said opening) {
        return String.join("\n", opening.last().reply().options());
    }
}
