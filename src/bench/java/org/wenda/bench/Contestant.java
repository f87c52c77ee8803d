package org.wenda.bench;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who asks a chatbot questions in one conversation. */
interface Contestant extends AutoCloseable {
    String name();

    /** Goes to the page and opens the chatbot. */
    void open(URI page);

    /** Asks and waits until the answer is over, as far as the contestant can tell. */
    Answer ask(String question);

    @Override
    void close();

    /**
     * What a contestant says it heard.
     *
     * @param bubbles text of each message
     * @param first when the first text stood in the page; null if it does not say
     * @param complete when the answer was whole; null if it does not say
     * @param sent when the question was sent; null if it does not say
     * @param endedBy what told the end
     */
    record Answer(
            List<String> bubbles,
            @Nullable Instant sent,
            @Nullable Instant first,
            @Nullable Instant complete,
            String endedBy) {}
}
