package org.wenda.score;

import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.scenario.Search;
import org.wenda.transcript.Trait;

/** V4: whether an answer, and the conversation as a whole, can be rated. Nothing is ever pressed. */
final class RatingOffered implements TargetRule {
    @Override
    public String id() {
        return "rating-offered";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("freeText");
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        Optional<Ground> answer = Observed.anywhere(dossier, Trait.RATING_ANSWER);
        Optional<Ground> session = Observed.anywhere(dossier, Trait.RATING_SESSION);
        boolean freeText = session.filter(ground -> isFreeText(item, ground)).isPresent();
        int low = mark(answer.isPresent(), session.isPresent() && !freeText, freeText);
        // The control for the whole conversation may lie where only a look for traits finds it.
        int high = dossier.looked() || low == 3 ? low : mark(true, true, false);
        return Judged.between(
                low,
                high,
                Abstention.NOT_OBSERVED,
                Stream.of(answer, session).flatMap(Optional::stream).toList(),
                says("mark" + low));
    }

    private static int mark(boolean answer, boolean session, boolean freeText) {
        if (answer && session) {
            return 3;
        }
        if (answer || session) {
            return 2;
        }
        return freeText ? 1 : 0;
    }

    private static boolean isFreeText(Index.Item item, Ground ground) {
        return ground instanceof Ground.Seen seen
                && Search.first(item.pattern("freeText"), seen.feature().words()) instanceof Search.Found.Match;
    }
}
