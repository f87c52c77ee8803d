package org.wenda.score;

import java.util.List;
import java.util.Optional;
import org.wenda.transcript.Trait;

/** V3: whether a person can be called from the chat. The control is never pressed. */
final class PersonReachable implements TargetRule {
    @Override
    public String id() {
        return "person-reachable";
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
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        Optional<Ground> atOnce = Observed.atOpening(dossier, Trait.HAND_OVER);
        if (atOnce.isPresent()) {
            return Judged.mark(3, List.of(atOnce.get()), says("mark3"));
        }
        List<Said> told = Dossier.told(dossier.all(item));
        Optional<Ground> later = told.stream()
                .flatMap(said -> PersonOnComplaint.offered(said).stream())
                .findFirst();
        if (later.isPresent()) {
            return Judged.mark(2, List.of(later.get()), says("mark2"));
        }
        List<Said> asked = told.stream()
                .filter(said ->
                        PersonOnComplaint.isAsking(item, said.exchanges().get(0)))
                .toList();
        if (asked.isEmpty()) {
            return Judged.none(Abstention.NOT_ASKED, List.of(), says("unasked"));
        }
        Hit phone = told.stream().map(said -> said.find(item.pattern("phone"))).reduce(Hit.NOTHING, Hit::or);
        int low = phone.fits() ? 1 : 0;
        return Judged.between(
                low,
                phone.mayFit() ? 1 : 0,
                Abstention.TOO_COSTLY,
                phone.fits() ? Hit.grounds(phone) : asked.get(0).endedWithPicture(),
                says("mark" + low));
    }
}
