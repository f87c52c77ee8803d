package org.wenda.score;

import java.util.Map;

/** A rule that looks at a target as a whole. */
interface TargetRule extends Rule {
    Judged judgeAll(Index.Item item, Dossier dossier);

    @Override
    default Map<String, Judged> judge(Index.Item item, Dossier dossier) {
        return Map.of("", dossier.untold(item).orElseGet(() -> judgeAll(item, dossier)));
    }
}
