package org.wenda.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wenda.link.Verdict;

/** D23: how many clicks lead from the answer to the form, or to the log-in before it. */
final class ClicksToForm implements ScenarioRule {
    private static final int NEVER = 99;
    private static final int THE_LINK = 1;
    private static final int THE_BUTTON = 1;

    @Override
    public String id() {
        return "clicks-to-form";
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
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        List<Led> links = opening.links().stream().filter(Led::isFollowable).toList();
        if (!dossier.traced() && !links.isEmpty()) {
            return Judged.none(Abstention.NOT_TRACED, opening);
        }
        Optional<Led> nearest = links.stream().min(Comparator.comparingInt(ClicksToForm::atMost));
        int most = nearest.map(ClicksToForm::atMost).orElse(NEVER);
        int least = links.stream().mapToInt(ClicksToForm::atLeast).min().orElse(NEVER);
        List<Ground> grounds = new ArrayList<>(List.of(opening.ended()));
        nearest.ifPresent(link -> grounds.addAll(grounds(opening, link)));
        return Judged.between(
                item.marksBy().mark(most),
                item.marksBy().mark(least),
                links.stream().anyMatch(Led::isUnknown) ? Abstention.LINK_UNKNOWN : Abstention.NOT_OBSERVED,
                grounds,
                most == NEVER ? says("never", links.size()) : says("clicks", most));
    }

    private static List<Ground> grounds(Said opening, Led link) {
        List<Ground> grounds = new ArrayList<>(List.of(opening.led(link)));
        if (link.picture() != null) {
            grounds.add(new Ground.Pictured(opening.talk().place(link.exchange()), link.picture()));
        }
        return grounds;
    }

    /** Returns the clicks that are certain to be enough. */
    private static int atMost(Led link) {
        if (link.verdict() == Verdict.SERVICE || link.verdict() == Verdict.LOGIN_WALL) {
            return THE_LINK;
        }
        Integer more = link.clicksToService();
        return more == null ? NEVER : THE_LINK + more + THE_BUTTON;
    }

    /** Returns the fewest clicks that are possible, where nobody clicked to see. */
    private static int atLeast(Led link) {
        if (link.isUnknown()) {
            return THE_LINK;
        }
        boolean looked = link.wasClicked() || !link.verdict().isAlive();
        return looked ? atMost(link) : Math.min(atMost(link), THE_LINK + THE_BUTTON);
    }
}
