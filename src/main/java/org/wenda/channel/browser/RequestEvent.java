package org.wenda.channel.browser;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.bidi.Event;
import org.wenda.channel.page.Facts;

/**
 * What a driver tells of one request (WebDriver BiDi), read here: Selenium's own reading of all that is in it keeps a
 * processor busy for tens of milliseconds, each time a question is asked.
 */
final class RequestEvent {
    static final Event<RequestEvent> ASKED = named("beforeRequestSent");
    static final Event<RequestEvent> BEGINS_TO_ANSWER = named("responseStarted");
    static final Event<RequestEvent> ANSWERED = named("responseCompleted");
    static final Event<RequestEvent> FAILED = named("fetchError");

    private final Facts event;
    private final Facts request;
    private final Facts response;

    RequestEvent(Map<String, Object> event) {
        this.event = Facts.of(event);
        this.request = Facts.of(event.get("request"));
        this.response = Facts.of(event.get("response"));
    }

    private static Event<RequestEvent> named(String name) {
        return new Event<>("network." + name, RequestEvent::new);
    }

    /** Returns the name by which the driver knows the request, the same in all of its events. */
    String id() {
        return request.text("request");
    }

    /** Returns where the request goes, as the page wrote it; anything at all may stand there. */
    String url() {
        return request.text("url");
    }

    String method() {
        return request.text("method");
    }

    /** Returns what the answer is for, such as {@code image}; empty if a script asked. */
    String destination() {
        return request.text("destination");
    }

    /** Returns by what the request was begun, such as {@code fetch}; null where the driver does not say. */
    @Nullable
    String initiator() {
        return request.raw("initiatorType") instanceof String initiator ? initiator : null;
    }

    /** Returns the name of the navigation that the request belongs to; null if it is no page that is asked for. */
    @Nullable
    String navigation() {
        return event.raw("navigation") instanceof String navigation ? navigation : null;
    }

    /** Returns whether the driver keeps the request until it is told what to do. */
    boolean isBlocked() {
        return event.flag("isBlocked");
    }

    /** Returns when it happened, by the browser's clock. */
    Instant at() {
        return Instant.ofEpochMilli((long) event.number("timestamp"));
    }

    /** Returns where the answer came from. */
    String answeredBy() {
        return response.text("url");
    }

    /** Returns the status of the answer; 0 if there is none. */
    int status() {
        return (int) response.number("status");
    }

    /** Returns the media type of the answer; empty if there is none. */
    String type() {
        return response.text("mimeType");
    }

    /** Returns how many bytes of the answer came over the network. */
    long octets() {
        return (long) response.number("bytesReceived");
    }

    /** Returns the values of the answer's headers of this name, in order. */
    Stream<String> headers(String name) {
        return response.all("headers").stream()
                .filter(header -> name.equalsIgnoreCase(header.text("name")))
                .map(header -> Facts.of(header.raw("value")).text("value"));
    }
}
