package org.wenda.channel.browser;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebElement;
import org.wenda.channel.Heard;
import org.wenda.channel.page.Facts;
import org.wenda.channel.page.OutcomeRule;
import org.wenda.channel.page.Recording;
import org.wenda.channel.page.Rhythm;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Client;
import org.wenda.words.Message;

/** The conversation that is open. */
final class Visit {
    final URI address;
    final long began;
    final Finder finder;
    final Rhythm rhythm;
    final Client client;
    Finder.Found found;
    boolean proven;

    @Nullable
    WebElement region;

    /** Whether the Enter key has not failed yet; it takes the driver a fraction of a click. */
    boolean enters = true;

    /** Whether the browser's input method has not failed yet. */
    boolean takesPhrases = true;

    /** Whether the last question went off by the Enter key, which is a key that goes up itself. */
    boolean sentByEnter;

    /** What the chatbot has said, by its bubbles. */
    final List<String> said = new ArrayList<>();

    /** The signals that told the end of the last reply, and whether anything was heard then. */
    String endedBy = "";

    Visit(URI address, long began, Finder finder, Rhythm rhythm, Client client, Finder.Found found) {
        this.address = address;
        this.began = began;
        this.finder = finder;
        this.rhythm = rhythm;
        this.client = client;
        this.found = found;
    }

    /**
     * Returns what the chatbot added to the reply whose end was told last; null if nothing.
     *
     * @param value as the recorder told it
     * @throws IllegalStateException if the recorder failed over it
     */
    @Nullable
    Heard added(@Nullable Object value) {
        if (value == null || endedBy.isEmpty()) {
            return null;
        }
        Recording recording = Recording.of(Facts.of(value), Asking.ERROR);
        Duration late = recording.reply().bubbles().stream()
                .map(Bubble::late)
                .filter(Objects::nonNull)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        rhythm.wasLate(endedBy, late, recording.gap());
        proven |= recording.delivered();
        return new Heard(
                new OutcomeRule().of(recording.reply()),
                Message.of(Visit.class, "reply.late", late.toMillis() / 1000.0),
                recording.reply(),
                recording.timing(),
                endedBy + "+late",
                recording.dom());
    }
}
