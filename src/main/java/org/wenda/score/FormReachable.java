package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenda.link.Verdict;
import org.wenda.scenario.Search;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Trait;

/** D32: whether a form for a complaint can be reached from the chat. Nothing is ever submitted. */
final class FormReachable implements ScenarioRule {
    @Override
    public String id() {
        return "form-reachable";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofPatterns("form");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        Talk talk = opening.talk();
        Optional<Ground> inChat = inChat(item, talk);
        if (inChat.isPresent()) {
            return Judged.mark(3, List.of(inChat.get()), says("mark3"));
        }
        List<Led> links = talk.links().stream().filter(Led::isFollowable).toList();
        if (!dossier.traced() && !links.isEmpty()) {
            return Judged.none(Abstention.NOT_TRACED, opening);
        }
        int low = links.stream().mapToInt(link -> mark(item, link)).max().orElse(0);
        int high = links.stream().anyMatch(Led::isUnknown) ? Math.max(low, 2) : low;
        List<Ground> grounds = new ArrayList<>(List.of(opening.ended()));
        links.stream()
                .filter(link -> mark(item, link) == low || link.isUnknown())
                .limit(3)
                .map(opening::led)
                .forEach(grounds::add);
        return Judged.between(low, high, Abstention.LINK_UNKNOWN, grounds, says("mark" + low));
    }

    private static Optional<Ground> inChat(Index.Item item, Talk talk) {
        Optional<Ground> widget = talk.links().stream()
                .filter(link -> link.where() == Landing.Where.IN_WIDGET && isForm(item, link.title()))
                .<Ground>map(link -> new Ground.Led(talk.place(link.exchange()), link.href(), link.verdict()))
                .findFirst();
        return widget.or(() -> talk.transcript().features().stream()
                .filter(feature -> feature.trait() == Trait.GUIDED_SERVICE && isForm(item, feature.words()))
                .filter(feature -> !feature.where().equals(Feature.OPENING))
                .<Ground>map(feature -> new Ground.Seen(talk.place(0), feature))
                .findFirst());
    }

    private static int mark(Index.Item item, Led link) {
        if (link.verdict() == Verdict.LOGIN_WALL) {
            return 1;
        }
        boolean page = link.verdict().isAlive() && link.verdict() != Verdict.HOME_PAGE;
        return page && (link.verdict().isRightMatter() || isForm(item, link.title())) ? 2 : 0;
    }

    private static boolean isForm(Index.Item item, String words) {
        return Search.first(item.pattern("form"), words) instanceof Search.Found.Match;
    }
}
