package org.wenda.history;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * One thing that was said, offered or seen. Hostile, as everything that a chatbot says.
 *
 * @param value as it is compared: {@code 20元}, an address, the words of an option
 * @param of the address that a verdict is about; null for everything else
 */
public record Item(Kind kind, String value, @Nullable String of) {
    /** An item that stands for itself. */
    public Item(Kind kind, String value) {
        this(kind, value, null);
    }

    /** What an item is. */
    public enum Kind {
        NUMBER,
        DATE,
        ADDRESS,
        PHONE,
        MATERIAL,
        FEE,
        TIME_LIMIT,
        /** That something cannot be done, or is not needed. */
        DENIAL,
        LINK,
        VERDICT,
        OPTION,
        CONTROL,
        /** How the answer is set: bubbles, lists, tables, pictures. */
        SHAPE,
        TIME,
        OUTCOME,
        FEATURE,
        /** How the chatbot is reached. */
        ENTRY,
        TEXT;

        /** Returns the name that stands in files, such as {@code time-limit}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns what people call it. */
        public Message words() {
            return Message.of(Item.class, "kind." + wire());
        }
    }
}
