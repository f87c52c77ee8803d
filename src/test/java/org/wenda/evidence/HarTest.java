package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testng.annotations.Test;
import org.wenda.transcript.NetworkRequest;

public final class HarTest {
    private static final ArrayNode NOTHING = JsonNodeFactory.instance.arrayNode();
    private static final Instant BEGAN = Instant.parse("2026-11-26T02:00:00.123Z");

    @Test
    public void tellsEachRequestAsBrowsersToolsReadIt() {
        NetworkRequest asked = new NetworkRequest(
                "POST", "https://city.gov.cn/ask", "", BEGAN, Duration.ofMillis(320), 200, "application/json", 512);

        JsonNode entry = Har.of(List.of(asked), "0.1.0", NOTHING).at("/log/entries/0");

        assertThat(entry.path("startedDateTime").asText()).isEqualTo("2026-11-26T02:00:00.123Z");
        assertThat(entry.path("time").asDouble()).isEqualTo(320);
        assertThat(entry.at("/request/method").asText()).isEqualTo("POST");
        assertThat(entry.at("/request/url").asText()).isEqualTo("https://city.gov.cn/ask");
        assertThat(entry.at("/response/status").asInt()).isEqualTo(200);
        assertThat(entry.at("/response/content/mimeType").asText()).isEqualTo("application/json");
        assertThat(entry.at("/timings/wait").asDouble()).isEqualTo(320);
        assertThat(entry.at("/request/headers").isArray()).isTrue();
        assertThat(entry.has("comment")).isFalse();
    }

    @Test
    public void saysWhichRequestHadNotEnded() {
        NetworkRequest open = new NetworkRequest("GET", "wss://city.gov.cn/talk", "", BEGAN, null, 0, "", 0);

        JsonNode har = Har.of(List.of(open), "0.1.0", NOTHING);

        assertThat(har.at("/log/version").asText()).isEqualTo("1.2");
        assertThat(har.at("/log/entries/0/comment").asText()).contains("had not ended");
    }

    @Test
    public void goesOnBehindWhatWasStoredBeforeTheRunWasCut() throws IOException {
        Path file = Files.createTempDirectory("har").resolve("network.har");
        NetworkRequest before = new NetworkRequest("GET", "https://city.gov.cn/1", "", BEGAN, null, 0, "", 0);
        NetworkRequest after = new NetworkRequest("GET", "https://city.gov.cn/2", "", BEGAN, null, 0, "", 0);
        assertThat(Har.entries(file)).isEmpty();
        Files.writeString(file, Har.of(List.of(before), "0.1.0", NOTHING).toString());

        JsonNode har = Har.of(List.of(after), "0.1.0", Har.entries(file));

        assertThat(har.at("/log/entries").findValuesAsText("url"))
                .containsExactly("https://city.gov.cn/1", "https://city.gov.cn/2");
    }
}
