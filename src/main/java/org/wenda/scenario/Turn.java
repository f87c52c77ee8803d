package org.wenda.scenario;

import java.util.List;

/**
 * One thing a citizen says.
 *
 * @param id unique in its scenario, such as {@code opening} or {@code materials}
 * @param say the words; may hold {@code ${jurisdiction.name}} or {@code ${captured.NAME}}
 * @param variants other wordings of the same turn
 * @param critical whether the scenario cannot go on without an answer to this turn
 * @param followUp whether the words only make sense after the turns before
 * @param captures values to take from the reply
 * @param choose words of the option to press where the chatbot asks back with a list; the first word counts most.
 *     Without them the matter and the question decide
 */
public record Turn(
        String id,
        String say,
        List<Variant> variants,
        boolean critical,
        boolean followUp,
        List<Capture> captures,
        List<String> choose) {
    public Turn {
        variants = List.copyOf(variants);
        captures = List.copyOf(captures);
        choose = List.copyOf(choose);
    }

    /**
     * Another wording of a turn.
     *
     * @param kind how it differs
     */
    public record Variant(Kind kind, String say) {
        /** How a variant differs from the turn's own words. */
        public enum Kind {
            COLLOQUIAL,
            SYNONYM,
            TYPO,
            HOMOPHONE
        }
    }

    /**
     * A value taken from a reply.
     *
     * @param name by which later turns use it: {@code ${captured.NAME}}
     * @param pattern regular expression; its first group, or else the whole match, is the value
     */
    public record Capture(String name, String pattern) {}
}
