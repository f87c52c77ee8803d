package org.wenda.score;

import java.util.Map;
import org.wenda.words.Message;

/** Turns evidence into marks on one item. Pure: the same evidence, the same marks; no clock, no network. */
interface Rule {
    /** Returns the name by which the index calls it. */
    String id();

    /** Returns a number that is raised whenever the same evidence may earn another mark. */
    int version();

    /** Returns what the index must say of the item. */
    Needs needs();

    /**
     * Returns what each scenario came to, in the order in which they were held; under the empty name, what the target
     * as a whole came to.
     */
    Map<String, Judged> judge(Index.Item item, Dossier dossier);

    /** Returns a sentence of this rule. */
    default Message says(String key, Object... args) {
        return Judged.words(id() + "." + key, args);
    }
}
