package org.wenda.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenda.transcript.Outcome;

/** A7: whether the same question, asked again in a fresh conversation, gets the same facts. */
final class SelfConsistent implements Rule {
    @Override
    public String id() {
        return "self-consistent";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds("common", "fewestRepeats");
    }

    @Override
    public Map<String, Judged> judge(Index.Item item, Dossier dossier) {
        Map<String, List<Talk>> byScenario = new LinkedHashMap<>();
        dossier.own(item)
                .forEach(talk -> byScenario
                        .computeIfAbsent(talk.scenario().id(), scenario -> new ArrayList<>())
                        .add(talk));
        if (byScenario.isEmpty()) {
            return Map.of("", Judged.none(Abstention.NOT_ASKED));
        }
        Map<String, Judged> judged = new LinkedHashMap<>();
        byScenario.forEach((scenario, talks) -> judged.put(scenario, judgeOne(item, talks)));
        return judged;
    }

    private Judged judgeOne(Index.Item item, List<Talk> talks) {
        List<Said> told = talks.stream()
                .flatMap(talk -> talk.opening().stream())
                .filter(said -> said.untold().isEmpty() && said.outcome() != Outcome.SILENT)
                .toList();
        if (told.size() < item.number("fewestRepeats")) {
            return Judged.none(
                    Abstention.TOO_FEW_TURNS, List.of(), says("few", told.size(), (int) item.number("fewestRepeats")));
        }
        Comparisons comparisons = new Comparisons(told.get(0), item.number("common"));
        told.subList(1, told.size()).forEach(comparisons::add);
        return comparisons.judged(item.marksBy(), this);
    }
}
