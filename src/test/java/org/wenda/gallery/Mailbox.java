package org.wenda.gallery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What waits for one visitor who asks again and again (long polling). */
final class Mailbox {
    private static final int PATIENCE_SECONDS = 15;

    private final BlockingQueue<ObjectNode> waiting = new LinkedBlockingQueue<>();

    void put(ObjectNode event) {
        waiting.add(event);
    }

    /** Returns all that waits, as soon as something does; empty after a while. */
    ArrayNode take() throws InterruptedException {
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        ObjectNode first = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (first != null) {
            events.add(first);
            first = waiting.poll();
        }
        return events;
    }
}
