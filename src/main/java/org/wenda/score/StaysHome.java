package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import org.wenda.scenario.Search;
import org.wenda.transcript.Outcome;

/** A9: which share of the answers keeps to the jurisdiction that was asked. */
final class StaysHome implements TargetRule {
    private static final int SHOWN = 10;

    @Override
    public String id() {
        return "stays-home";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds().andPatterns("elsewhere");
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        List<Said> answered = Dossier.told(dossier.all(item)).stream()
                .filter(said -> said.outcome() == Outcome.ANSWERED)
                .toList();
        if (answered.isEmpty()) {
            return Judged.none(Abstention.NOT_APPLICABLE);
        }
        List<Ground> elsewhere = new ArrayList<>();
        int unknown = 0;
        for (Said said : answered) {
            Search.Found found = Search.first(item.pattern("elsewhere"), abroad(said, dossier.name()));
            unknown += found instanceof Search.Found.TooCostly ? 1 : 0;
            if (found instanceof Search.Found.Match match) {
                elsewhere.add(named(said, match.value()));
            }
        }
        double all = answered.size();
        Bounds bounds = item.marksBy();
        return Judged.between(
                bounds.mark((all - elsewhere.size() - unknown) / all),
                bounds.mark((all - elsewhere.size()) / all),
                Abstention.TOO_COSTLY,
                elsewhere.stream().limit(SHOWN).toList(),
                says("share", answered.size() - elsewhere.size(), answered.size()));
    }

    /** The place's own name, and what the question itself named, is no sign. */
    private static String abroad(Said said, String own) {
        String text = said.text().replace(own, " ");
        String shorter = own.replaceFirst("(省|市|自治区|特别行政区)$", "");
        return shorter.length() < 2 ? text : text.replace(shorter, " ");
    }

    private static Ground named(Said said, String place) {
        return Hit.at(said.place(said.last()), said.last().reply().text(), place)
                .ground()
                .orElseGet(said::ended);
    }
}
