package org.wenda.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A rule that looks at one scenario at a time. Conversations held again show how far its marks spread. */
interface ScenarioRule extends Rule {
    /** Judges the first turn of a conversation, which was heard or met silence. */
    Judged judge(Index.Item item, Said opening, Dossier dossier);

    @Override
    default Map<String, Judged> judge(Index.Item item, Dossier dossier) {
        Map<String, List<Judged>> byScenario = new LinkedHashMap<>();
        dossier.own(item)
                .forEach(talk -> byScenario
                        .computeIfAbsent(talk.scenario().id(), scenario -> new ArrayList<>())
                        .add(judge(item, talk, dossier)));
        if (byScenario.isEmpty()) {
            return Map.of("", Judged.none(Abstention.NOT_ASKED));
        }
        Map<String, Judged> judged = new LinkedHashMap<>();
        byScenario.forEach((scenario, repeats) -> judged.put(scenario, Repeats.heldAgain(repeats)));
        return judged;
    }

    private Judged judge(Index.Item item, Talk talk, Dossier dossier) {
        Said opening = talk.opening().orElse(null);
        if (opening == null) {
            return Judged.none(Abstention.NOT_ASKED);
        }
        return opening.untold()
                .map(why -> Judged.none(why, opening))
                .orElseGet(() -> Objects.requireNonNull(judge(item, opening, dossier)));
    }
}
