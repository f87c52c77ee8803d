package org.wenda.score;

import java.util.List;
import org.wenda.transcript.Timing;

/** A5: how long reasoning is shown before an answer; the median over the turns that show any. */
final class ReasoningTime implements TargetRule {
    @Override
    public String id() {
        return "reasoning-time";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds();
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        Times times = new Times();
        Dossier.told(dossier.all(item)).forEach(said -> times.add(said, "thinking", Timing::thinking, false));
        Spread spread = times.spread();
        if (spread == null) {
            return Judged.none(Abstention.NOT_APPLICABLE, List.of(), says("none"));
        }
        return Judged.between(
                        item.marksBy().mark(times.most()),
                        item.marksBy().mark(times.least()),
                        Abstention.WITHIN_ERROR,
                        times.grounds(),
                        says("median", Math.round(times.median()), times.size()))
                .with(spread);
    }
}
