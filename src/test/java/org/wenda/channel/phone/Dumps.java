package org.wenda.channel.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.wenda.channel.page.Lexicon;

/** The hand-made screens beside this class. */
final class Dumps {
    private Dumps() {}

    static Screen screen(String name) {
        String told = text(name);
        return name.startsWith("ios-") ? IosScreenReader.read(told, () -> "front.app") : ScreenReader.read(told);
    }

    static Talk talk(String name) {
        Lexicon words = new Lexicon();
        ChatSpot spot = new ChatSpotter(words).spots(screen(name)).get(0);
        return new TalkReader(words).read(Objects.requireNonNull(spot.list()));
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Dumps.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
