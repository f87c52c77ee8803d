package org.wenda.score;

import org.wenda.transcript.Timing;
import org.wenda.words.Message;

/** S2: how long a citizen looks at nothing: the median time until the first text of an answer. */
final class ResponseTime implements TargetRule {
    @Override
    public String id() {
        return "response-time";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds("fewestTurns");
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        Times times = new Times();
        Dossier.told(dossier.all(item)).forEach(said -> times.add(said, "first-reply", Timing::firstReply, true));
        if (times.size() < item.number("fewestTurns")) {
            return Judged.none(Abstention.TOO_FEW_TURNS, times.grounds(), says("few", times.size(), (int)
                    item.number("fewestTurns")));
        }
        Bounds bounds = item.marksBy();
        Judged judged = Judged.between(
                bounds.mark(times.most()),
                bounds.mark(times.least()),
                Abstention.WITHIN_ERROR,
                times.grounds(),
                rationale(times));
        Spread spread = times.spread();
        return spread == null ? judged : judged.with(spread);
    }

    private Message rationale(Times times) {
        double median = times.median();
        return Double.isFinite(median)
                ? says("median", Math.round(median), Math.round(times.most() - median), times.size(), times.endless())
                : says("endless", times.size(), times.endless());
    }
}
