package org.wenda.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trait;

/** I4: whether an answer says where it comes from and of when it is. */
final class SourceAndDate implements ScenarioRule {
    @Override
    public String id() {
        return "source-and-date";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("source", "date");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        if (opening.outcome() != Outcome.ANSWERED) {
            return Judged.none(Abstention.NOT_APPLICABLE, opening);
        }
        Hit source = listed(opening).or(opening.find(item.pattern("source")));
        Hit date = opening.find(item.pattern("date"));
        int low = mark(source.fits(), date.fits());
        return Judged.between(
                low,
                mark(source.mayFit(), date.mayFit()),
                Abstention.TOO_COSTLY,
                Stream.concat(Stream.of(opening.ended()), Hit.grounds(source, date).stream())
                        .toList(),
                says("mark" + low));
    }

    /** A list of sources under the answer is one, whatever it reads. */
    private static Hit listed(Said opening) {
        List<Ground> listed = opening.exchanges().stream()
                .flatMap(exchange -> Observed.inReply(opening.talk(), exchange, Trait.SOURCES).stream())
                .toList();
        return listed.isEmpty() ? Hit.NOTHING : new Hit(true, Optional.of(listed.get(0)));
    }

    private static int mark(boolean source, boolean date) {
        if (source) {
            return date ? 3 : 2;
        }
        return date ? 1 : 0;
    }
}
