package org.wenda.score;

import java.util.List;
import java.util.Optional;
import org.wenda.scenario.Search;
import org.wenda.transcript.Trait;

/** A3: whether the chatbot says that its answers bind nobody, and where to ask instead. */
final class Disclaimed implements TargetRule {
    @Override
    public String id() {
        return "disclaimed";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("pointsOn");
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        Optional<Ground> seen = Observed.anywhere(dossier, Trait.DISCLAIMER);
        if (seen.isEmpty()) {
            return Judged.between(0, dossier.looked() ? 0 : 3, Abstention.NOT_OBSERVED, List.of(), says("mark0"));
        }
        int mark = pointsOn(item, seen.get()) ? 3 : 2;
        return Judged.mark(mark, List.of(seen.get()), says("mark" + mark));
    }

    private static boolean pointsOn(Index.Item item, Ground ground) {
        return ground instanceof Ground.Seen seen
                && Search.first(item.pattern("pointsOn"), seen.feature().words()) instanceof Search.Found.Match;
    }
}
