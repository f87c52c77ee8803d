package org.wenda.score;

import java.util.List;
import java.util.Optional;
import org.wenda.scenario.Search;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Trait;

/** D33: whether somebody who complains is offered a person. */
final class PersonOnComplaint implements ScenarioRule {
    @Override
    public String id() {
        return "person-on-complaint";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("asks", "phone");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        Talk talk = opening.talk();
        Optional<Ground> atOnce = Observed.atOpening(talk, Trait.HAND_OVER)
                .or(() -> opening.exchanges().stream()
                        .flatMap(exchange -> Observed.inReply(talk, exchange, Trait.HAND_OVER).stream())
                        .findFirst());
        if (atOnce.isPresent() || opening.outcome() == Outcome.HANDOVER) {
            return Judged.mark(3, List.of(atOnce.orElseGet(opening::ended)), says("mark3"));
        }
        Optional<Said> asked = asked(item, talk);
        Optional<Ground> onRequest = asked.flatMap(PersonOnComplaint::offered);
        if (onRequest.isPresent()) {
            return Judged.mark(2, List.of(onRequest.get()), says("mark2"));
        }
        Hit phone = opening.find(item.pattern("phone"))
                .or(asked.map(said -> said.find(item.pattern("phone"))).orElse(Hit.NOTHING));
        if (asked.isEmpty()) {
            return Judged.none(Abstention.NOT_ASKED, List.of(opening.ended()), says("unasked"));
        }
        int low = phone.fits() ? 1 : 0;
        return Judged.between(
                low,
                phone.mayFit() ? 1 : 0,
                Abstention.TOO_COSTLY,
                phone.fits() ? Hit.grounds(phone) : asked.get().endedWithPicture(),
                says("mark" + low));
    }

    /** Returns the turn that asks for a person, if it tells anything. */
    private static Optional<Said> asked(Index.Item item, Talk talk) {
        return talk.exchanges().stream()
                .filter(exchange -> isAsking(item, exchange))
                .flatMap(exchange -> talk.said(exchange.turn()).stream())
                .filter(said -> said.untold().isEmpty())
                .findFirst();
    }

    static boolean isAsking(Index.Item item, Exchange exchange) {
        return Search.first(item.pattern("asks"), exchange.question()) instanceof Search.Found.Match;
    }

    static Optional<Ground> offered(Said said) {
        return said.outcome() == Outcome.HANDOVER
                ? Optional.of(said.ended())
                : said.exchanges().stream()
                        .flatMap(exchange -> Observed.inReply(said.talk(), exchange, Trait.HAND_OVER).stream())
                        .findFirst();
    }
}
