package org.wenda.score;

import java.util.stream.Stream;

/** D21: whether the answer offers the way to do the matter online. */
final class EntryOffered implements ScenarioRule {
    @Override
    public String id() {
        return "entry-offered";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofLinks().andPatterns("path");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        if (!dossier.traced() && !opening.links().isEmpty()) {
            return Judged.none(Abstention.NOT_TRACED, opening);
        }
        Verdicts best = Verdicts.best(item, opening.links());
        Hit path = best.low() >= 1 ? Hit.NOTHING : opening.find(item.pattern("path"));
        return Judged.between(
                Math.max(best.low(), path.fits() ? 1 : 0),
                Math.max(best.high(), path.mayFit() ? 1 : 0),
                path.known() ? Abstention.LINK_UNKNOWN : Abstention.TOO_COSTLY,
                Stream.of(Stream.of(opening.ended()), best.grounds(opening).stream(), path.ground().stream())
                        .flatMap(grounds -> grounds)
                        .toList(),
                path.fits() ? says("path") : says("links", best.shown()));
    }
}
