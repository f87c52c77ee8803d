package org.wenda.score;

/** S6: which share of the links in answers works. */
final class LinksAlive implements TargetRule {
    @Override
    public String id() {
        return "links-alive";
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
        Counted links = new Counted();
        dossier.all(item).forEach(talk -> talk.links().forEach(link -> links.add(talk, link)));
        if (!dossier.traced()) {
            return Judged.none(Abstention.NOT_TRACED);
        }
        return links.isEmpty() ? Judged.none(Abstention.NOT_APPLICABLE) : links.judged(item, this);
    }
}
