package org.wenda.score;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * What a rule came to.
 *
 * @param value 0–3; null if it abstains
 * @param abstained why it does; null if it does not
 */
record Judged(
        @Nullable Integer value,
        @Nullable Abstention abstained,
        @Nullable Spread spread,
        List<Ground> grounds,
        Message rationale) {
    Judged {
        grounds = List.copyOf(grounds);
    }

    static Judged mark(int value, List<Ground> grounds, Message rationale) {
        return new Judged(value, null, null, grounds, rationale);
    }

    static Judged none(Abstention why, List<Ground> grounds, Message rationale) {
        return new Judged(null, why, null, grounds, rationale);
    }

    /** Returns that nothing can be told after a turn that ended so. */
    static Judged none(Abstention why, Said said) {
        return none(
                why,
                List.of(said.ended()),
                words("none." + why.wire(), said.outcome().wire()));
    }

    static Judged none(Abstention why) {
        return none(why, List.of(), words("none." + why.wire(), ""));
    }

    /**
     * Returns the mark where what is not known cannot change it.
     *
     * @param low the mark if all that is not known speaks against
     * @param high the mark if it speaks for
     */
    static Judged between(int low, int high, Abstention why, List<Ground> grounds, Message rationale) {
        return low == high
                ? mark(low, grounds, rationale)
                : none(why, grounds, words("none.between." + why.wire(), low, high, rationale));
    }

    Judged with(Spread measured) {
        return new Judged(value, abstained, measured, grounds, rationale);
    }

    /** Numbers stand in the sentence as they are read back from a file: as text. */
    static Message words(String key, Object... args) {
        Object[] texts = Arrays.stream(args)
                .map(arg -> arg instanceof Message ? arg : String.valueOf(arg))
                .toArray();
        return Message.of(Judged.class, key, texts);
    }
}
