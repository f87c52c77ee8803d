package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public final class RequestEventTest {
    @Test
    public void readsWhatADriverTells() {
        RequestEvent event = new RequestEvent(Map.of(
                "isBlocked",
                true,
                "navigation",
                "4711",
                "timestamp",
                1_795_766_400_123L,
                "request",
                Map.of(
                        "request", "12.1",
                        "url", "http://city/ask",
                        "method", "POST",
                        "destination", "",
                        "initiatorType", "fetch"),
                "response",
                Map.of(
                        "url",
                        "http://city/asked",
                        "status",
                        429L,
                        "mimeType",
                        "text/html",
                        "bytesReceived",
                        512L,
                        "headers",
                        List.of(
                                Map.of("name", "Retry-After", "value", Map.of("type", "string", "value", "120")),
                                Map.of("name", "Server", "value", Map.of("type", "string", "value", "x"))))));

        assertThat(event.id()).isEqualTo("12.1");
        assertThat(event.url()).isEqualTo("http://city/ask");
        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.destination()).isEmpty();
        assertThat(event.initiator()).isEqualTo("fetch");
        assertThat(event.navigation()).isEqualTo("4711");
        assertThat(event.isBlocked()).isTrue();
        assertThat(event.at()).isEqualTo(Instant.ofEpochMilli(1_795_766_400_123L));
        assertThat(event.answeredBy()).isEqualTo("http://city/asked");
        assertThat(event.status()).isEqualTo(429);
        assertThat(event.type()).isEqualTo("text/html");
        assertThat(event.octets()).isEqualTo(512);
        assertThat(event.headers("retry-after")).containsExactly("120");
    }

    @Test
    public void readsAsNothingWhatADriverLeavesOutOrTellsOtherwise() {
        for (Map<String, Object> odd : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("request", "12.1", "response", List.of(), "navigation", 3L, "isBlocked", "true"),
                Map.of(
                        "request",
                        Map.of("request", 12, "initiatorType", List.of()),
                        "response",
                        Map.of("status", "200", "headers", List.of("x", Map.of("name", "retry-after")))))) {
            RequestEvent event = new RequestEvent(odd);

            assertThat(event.id()).isEmpty();
            assertThat(event.initiator()).isNull();
            assertThat(event.navigation()).isNull();
            assertThat(event.isBlocked()).isFalse();
            assertThat(event.status()).isZero();
            assertThat(event.headers("retry-after")).allMatch(String::isEmpty);
        }
    }
}
