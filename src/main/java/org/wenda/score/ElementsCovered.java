package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenda.scenario.Element;
import org.wenda.scenario.Search;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;

/** D12: which of the elements of a full answer are there, in the answer or on the page of the matter it links to. */
final class ElementsCovered implements ScenarioRule {
    @Override
    public String id() {
        return "elements-covered";
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
        List<Element> elements = opening.talk().scenario().elements();
        if (elements.isEmpty()) {
            return Judged.none(Abstention.NOT_APPLICABLE);
        }
        List<Ground> grounds = new ArrayList<>(List.of(opening.ended()));
        List<String> missing = new ArrayList<>();
        int found = 0;
        int unknown = 0;
        for (Element element : elements) {
            Hit hit = find(opening, element);
            hit.ground().ifPresent(grounds::add);
            found += hit.fits() ? 1 : 0;
            unknown += hit.known() ? 0 : 1;
            if (hit.known() && !hit.fits()) {
                missing.add(element.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        Bounds bounds = item.marksBy();
        double all = elements.size();
        return Judged.between(
                bounds.mark(found / all),
                bounds.mark((found + unknown) / all),
                Abstention.TOO_COSTLY,
                grounds,
                missing.isEmpty()
                        ? says("all", found, elements.size())
                        : says("missing", found, elements.size(), String.join(", ", missing)));
    }

    private static Hit find(Said opening, Element element) {
        Hit hit = Hit.NOTHING;
        for (String pattern : element.patterns()) {
            hit = hit.or(opening.find(pattern)).or(linked(opening, pattern));
        }
        return hit;
    }

    /** What the page of the matter says, the citizen was told to read there. */
    private static Hit linked(Said opening, String pattern) {
        Set<Integer> numbers =
                opening.exchanges().stream().map(Exchange::number).collect(Collectors.toSet());
        for (Landing landing : opening.talk().transcript().landings()) {
            Optional<Led> right =
                    numbers.contains(landing.exchange()) ? rightMatter(opening, landing) : Optional.empty();
            if (right.isPresent() && Search.first(pattern, landing.textExcerpt()) instanceof Search.Found.Match) {
                return new Hit(true, Optional.of(opening.led(right.get())));
            }
        }
        return Hit.NOTHING;
    }

    private static Optional<Led> rightMatter(Said opening, Landing landing) {
        return opening.links().stream()
                .filter(link -> isOf(link, landing) && link.verdict().isRightMatter())
                .findFirst();
    }

    /** An app's view tells its address only once it was tapped. */
    private static boolean isOf(Led link, Landing landing) {
        return link.href().equals(landing.href().isEmpty() ? landing.address() : landing.href());
    }
}
