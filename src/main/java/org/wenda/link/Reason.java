package org.wenda.link;

import java.util.List;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * Why a verdict is what it is.
 *
 * @param facts what the rule found, in the order of the sentence's arguments: a status, an address, a count
 */
public record Reason(Why why, List<String> facts) {
    public Reason {
        facts = List.copyOf(facts);
    }

    static Reason of(Why why, Object... facts) {
        return new Reason(why, List.of(facts).stream().map(String::valueOf).toList());
    }

    /** Returns the sentence for people. */
    public Message message() {
        return Message.of(Reason.class, "why." + why.wire(), facts.toArray());
    }

    /** Returns the sentence in English, as it stands in files. */
    @Override
    public String toString() {
        return message().in(Lang.EN);
    }
}
