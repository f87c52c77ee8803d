package org.wenda.score;

import java.util.ArrayList;
import java.util.List;

/** I1, I2: gathers what a rater needs to compare an answer with the official guide. Never marks. */
final class ForRaters implements ScenarioRule {
    private static final int SHOWN = 5;

    @Override
    public String id() {
        return "for-raters";
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
        List<Ground> grounds = new ArrayList<>(opening.endedWithPicture());
        List<Led> guides = opening.links().stream()
                .filter(link -> link.verdict().isRightMatter())
                .toList();
        guides.stream().limit(SHOWN).map(opening::led).forEach(grounds::add);
        return Judged.none(Abstention.FOR_RATERS, grounds, says("gathered", guides.size()));
    }
}
