package org.wenda.score;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;

/** A2: whether answers list their sources, and which share of those can be opened. */
final class SourcesAlive implements TargetRule {
    @Override
    public String id() {
        return "sources-alive";
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
        List<Talk> talks = dossier.all(item);
        Counted sources = new Counted();
        boolean cited = false;
        for (Talk talk : talks) {
            for (Exchange exchange : talk.exchanges()) {
                Set<String> hrefs = new HashSet<>();
                exchange.reply().sources().stream().map(Link::href).forEach(hrefs::add);
                cited |= !exchange.reply().sources().isEmpty();
                talk.linksOf(exchange).stream()
                        .filter(link -> hrefs.contains(link.href()))
                        .forEach(link -> sources.add(talk, link));
            }
        }
        if (!cited) {
            return Judged.mark(0, List.of(), says("none"));
        }
        if (!dossier.traced()) {
            return Judged.none(Abstention.NOT_TRACED);
        }
        return sources.isEmpty() ? Judged.none(Abstention.NOT_APPLICABLE) : sources.judged(item, this);
    }
}
