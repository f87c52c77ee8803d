package org.wenda.config;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.wenda.words.Message;

/**
 * One key of {@code drivers.properties}.
 *
 * @param name as it stands in the file
 * @param standard the value it has where the file says nothing, as it would stand there
 * @param accepted what may stand there, for people
 * @param reader turns the text into the value; throws what the JDK's own parsers throw where it cannot
 */
record Key<T>(String name, String standard, Message accepted, Function<String, T> reader) {
    /** Returns the value that {@code text} stands for; empty if it is not accepted. */
    Optional<T> read(String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException notAccepted) {
            return Optional.empty();
        }
    }

    T standardValue() {
        return reader.apply(standard);
    }
}
