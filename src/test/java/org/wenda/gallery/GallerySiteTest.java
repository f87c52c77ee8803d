package org.wenda.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** Speaks to the site as its pages do; needs no built gallery. */
public final class GallerySiteTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "{\"question\":\"婚姻登记怎么办理？\"}";
    private static final String ANSWER = "婚姻登记可到婚姻登记处办理，自受理之日起1个工作日办结。";

    private final HttpClient http = HttpClient.newHttpClient();
    private final GallerySite site;

    public GallerySiteTest() throws IOException {
        Path folder = Files.createTempDirectory("gallery");
        Files.createFile(folder.resolve("built"));
        Files.createDirectory(folder.resolve("chatui"));
        Files.writeString(folder.resolve("chatui/index.html"), "<title>青江市</title>");
        site = new GallerySite(folder, Tempo.BRISK);
    }

    @AfterClass
    public void stop() {
        site.close();
    }

    @Test
    public void saysHowToBuildWhatIsMissing() {
        assertThatThrownBy(() -> new GallerySite(Path.of("nowhere"), Tempo.BRISK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nowhere is missing or half built. Run src/test/gallery/build first (needs Node and npm).");
    }

    @Test
    public void servesAPageInOneOfItsManners() throws Exception {
        URI page = site.page(GalleryPage.CHATUI_FETCH);

        assertThat(page.getRawQuery()).isEqualTo("transport=fetch");
        assertThat(get(page)).isEqualTo("<title>青江市</title>");
    }

    @Test
    public void staysInsideItsFolder() throws Exception {
        assertThat(get(site.page("chatui").resolve("/%2e%2e/%2e%2e/etc/passwd")))
                .isEqualTo("没有这个页面");
    }

    @Test
    public void answersAtOnce() throws Exception {
        JsonNode events = JSON.readTree(post("/bot/ask", QUESTION)).get("events");

        assertThat(events.get(0).get("text").textValue()).isEqualTo(ANSWER);
        assertThat(events.get(1).get("type").textValue()).isEqualTo("end");
        assertThat(site.asked()).contains("婚姻登记怎么办理？");
    }

    @Test
    public void streamsOneEventALine() throws Exception {
        List<String> lines = post("/bot/stream", QUESTION).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)).get("text").textValue()).isEqualTo(ANSWER);
    }

    @Test
    public void tellsReasoningApartFromTheAnswer() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (String line : post("/bot/stream", "{\"question\":\"婚姻登记和以前相比有什么变化？\"}")
                .lines()
                .toList()) {
            events.add(JSON.readTree(line));
        }
        JsonNode end = events.get(events.size() - 1);

        assertThat(events.stream()
                        .filter(event -> event.get("type").textValue().equals("thinking"))
                        .map(event -> event.get("text").textValue())
                        .collect(Collectors.joining()))
                .isEqualTo(end.get("thinking").textValue());
        assertThat(end.get("bubbles").get(0).textValue()).doesNotContain("用户想知道");
    }

    @Test
    public void speaksDirectLine() throws Exception {
        String id = JSON.readTree(post("/v3/directline/conversations", ""))
                .get("conversationId")
                .textValue();
        String activities = "/v3/directline/conversations/" + id + "/activities";
        post(activities, "{\"type\":\"message\",\"text\":\"婚姻登记怎么办理？\"}");

        JsonNode heard = await(activities, 3);

        assertThat(heard.findValuesAsText("text")).containsExactly("婚姻登记怎么办理？", ANSWER);
        assertThat(heard.at("/2/name").textValue()).isEqualTo("turnEnd");
    }

    @Test
    public void keepsWhatPagesReport() throws Exception {
        Truth truth = new Truth(
                "/chatui/",
                "问",
                1000.5,
                12.25,
                30.5,
                List.of("答"),
                List.of("甲"),
                List.of(),
                List.of(),
                List.of("http://127.0.0.1/map.svg"),
                "想",
                List.of("copy"),
                true,
                "");

        post("/truth", JSON.writeValueAsString(truth));

        assertThat(site.awaitTruths(1, Duration.ofSeconds(5))).containsExactly(truth);
    }

    /** Asks again until so many activities are there, as a page does. */
    private JsonNode await(String path, int count) throws Exception {
        for (int attempt = 0; attempt < 1000; attempt++) {
            JsonNode activities =
                    JSON.readTree(get(site.page("chatui").resolve(path))).get("activities");
            if (activities.size() >= count) {
                return activities;
            }
        }
        throw new AssertionError("fewer than " + count + " activities");
    }

    private String get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private String post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(site.page("chatui").resolve(path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
