package org.wenda.link;

import java.util.List;

/**
 * What a rule found.
 *
 * @param evidence short lines, each with the rule's name and the words found
 */
record Finding(Reason reason, List<String> evidence) {
    Finding {
        evidence = List.copyOf(evidence);
    }

    static Finding of(Reason reason, String... evidence) {
        return new Finding(reason, List.of(evidence));
    }

    Verdict verdict() {
        return reason.why().verdict();
    }
}
