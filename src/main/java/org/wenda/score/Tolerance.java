package org.wenda.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenda.transcript.Outcome;

/** S5: whether colloquial words, synonyms and slips of the pen get the same answer as the scenario's own words. */
final class Tolerance implements Rule {
    @Override
    public String id() {
        return "tolerance";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds("common", "fewestVariants");
    }

    @Override
    public Map<String, Judged> judge(Index.Item item, Dossier dossier) {
        Map<String, Judged> judged = new LinkedHashMap<>();
        for (Talk own : dossier.own(item)) {
            judged.computeIfAbsent(own.scenario().id(), scenario -> judgeOne(item, own, variants(dossier, own)));
        }
        return judged.isEmpty() ? Map.of("", Judged.none(Abstention.NOT_ASKED)) : judged;
    }

    private static List<Talk> variants(Dossier dossier, Talk own) {
        return dossier.talks().stream()
                .filter(talk -> talk.variant() != null
                        && talk.scenario().id().equals(own.scenario().id()))
                .toList();
    }

    private Judged judgeOne(Index.Item item, Talk own, List<Talk> variants) {
        Said first = own.opening().orElse(null);
        if (first == null || variants.isEmpty()) {
            return Judged.none(Abstention.NOT_ASKED);
        }
        Optional<Abstention> untold = first.untold();
        if (untold.isPresent()) {
            return Judged.none(untold.get(), first);
        }
        if (first.outcome() != Outcome.ANSWERED && first.outcome() != Outcome.OPTIONS) {
            return Judged.none(Abstention.NOT_APPLICABLE, first);
        }
        return compared(item, first, variants);
    }

    private Judged compared(Index.Item item, Said first, List<Talk> variants) {
        Comparisons comparisons = new Comparisons(first, item.number("common"));
        List<Said> told =
                variants.stream().flatMap(talk -> talk.opening().stream()).toList();
        told.stream().filter(said -> said.untold().isEmpty()).forEach(comparisons::add);
        if (comparisons.all() >= item.number("fewestVariants")) {
            return comparisons.judged(item.marksBy(), this);
        }
        return told.stream()
                .flatMap(said -> said.untold().map(why -> Judged.none(why, said)).stream())
                .findFirst()
                .orElseGet(() -> Judged.none(Abstention.TOO_FEW_TURNS, first));
    }
}
