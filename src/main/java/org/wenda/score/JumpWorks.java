package org.wenda.score;

/** D22: whether a link of the answer opens the right matter; the best link counts, as it is the one a citizen takes. */
final class JumpWorks implements ScenarioRule {
    @Override
    public String id() {
        return "jump-works";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofLinks();
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        if (opening.links().stream().noneMatch(Led::isFollowable)) {
            return Judged.none(Abstention.NOT_APPLICABLE, opening);
        }
        if (!dossier.traced()) {
            return Judged.none(Abstention.NOT_TRACED, opening);
        }
        Verdicts best = Verdicts.best(item, opening.links());
        return Judged.between(
                best.low(),
                best.high(),
                Abstention.LINK_UNKNOWN,
                best.grounds(opening),
                says("best", best.shown(), opening.links().size()));
    }
}
