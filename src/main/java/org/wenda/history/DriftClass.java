package org.wenda.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.wenda.words.Message;

/** What kind of thing has changed. A closed list that others rely on. */
public enum DriftClass {
    AVAILABILITY,
    WIDGET,
    FEATURES,
    OUTCOME,
    /** Numbers, dates, addresses, telephone numbers, materials, fees, time limits, and what is denied. */
    FACTS,
    LINKS,
    OPTIONS,
    STRUCTURE,
    SPEED,
    /** The words alone: all that the answer states and offers is as before. */
    WORDING;

    /** Returns the name that stands in files, such as {@code facts}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the class that stands in files as {@code wire}; nothing if there is none. */
    public static Optional<DriftClass> ofWire(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }

    /** Returns what people call it. */
    public Message words() {
        return Message.of(DriftClass.class, "class." + wire());
    }
}
