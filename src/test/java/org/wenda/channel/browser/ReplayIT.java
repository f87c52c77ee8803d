package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.gallery.GalleryBot;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Kind;
import org.wenda.gallery.Tempo;
import org.wenda.transcript.AccessCheck;

/** What is drawn of a window while a conversation goes on, and how accessible the window is. */
@Test(groups = "engine")
public final class ReplayIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoCity city = DemoCity.start(DemoBehaviour.standard().withPace(0.3));
    private final GallerySite site = GallerySite.start(Tempo.BRISK);
    private final Conversation talk = new Conversation("evidence.replay=true");

    @AfterClass(alwaysRun = true)
    void stop() {
        talk.close();
        site.close();
        city.close();
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {city.address(), "购买自住住房贷款怎么申请？"},
            {city.address().resolve("/crossframe/"), "临时居民身份证怎么申领？"},
            // Not at once: what comes within one frame of the question is drawn with it.
            {
                site.page(GalleryPage.CLOSED_SHADOW),
                GalleryBot.questions(Set.of(Kind.DELAYED), 1).get(0)
            },
        };
    }

    @Test(dataProvider = "pages")
    public void drawsTheConversationToItsEnd(URI page, String question) throws IOException {
        talk.open(page);
        talk.channel.beginReplay();
        double opening = JSON.readTree(Objects.requireNonNull(talk.channel.replay()))
                .path("spentMs")
                .asDouble();
        talk.channel.beginReplay();
        String said = Conversation.folded(talk.ask(question).reply().bubbles().stream()
                .map(bubble -> bubble.text())
                .toList());

        String film = Objects.requireNonNull(talk.channel.replay());

        JsonNode tree = JSON.readTree(film);
        JsonNode frames = tree.path("frames");
        String first = text(tree, frames.get(0).get(1).asInt());
        String last = text(tree, frames.get(frames.size() - 1).get(1).asInt());
        Reporter.log(
                String.format(
                        Locale.ROOT,
                        "replay of %s: %d frames, %d boxes, %d bytes; %.1f ms for the opening, %.1f for the question",
                        page.getPath(),
                        frames.size(),
                        tree.path("nodes").size(),
                        film.length(),
                        opening,
                        tree.path("spentMs").asDouble() - opening),
                true);
        assertThat(frames.size()).isGreaterThan(2);
        assertThat(first).doesNotContain(said.substring(0, 10));
        assertThat(last).contains(said.substring(0, 10));
        assertThat(talk.channel.replay()).isNull();
    }

    @Test
    public void checksTheAccessibilityOfTheWindow() {
        talk.open(city.address());

        long began = System.nanoTime();
        AccessCheck check = Objects.requireNonNull(talk.channel.accessCheck());

        double millis = (System.nanoTime() - began) / 1e6;
        Reporter.log(String.format(Locale.ROOT, "axe: %.0f ms, %s", millis, check.violations()), true);
        assertThat(check.engine()).startsWith("axe-core ");
        assertThat(check.violations()).extracting(AccessCheck.Finding::rule).contains("color-contrast");
        assertThat(check.passes()).isPositive();
    }

    @Test
    public void drawsAndChecksNothingUnlessWanted() {
        try (Conversation plain = new Conversation("evidence.replay=false", "evidence.axe=false")) {
            plain.open(city.address());
            plain.channel.beginReplay();

            assertThat(plain.channel.replay()).isNull();
            assertThat(plain.channel.accessCheck()).isNull();
        }
    }

    private static String text(JsonNode film, int node) {
        StringBuilder text = new StringBuilder();
        JsonNode parts = film.path("nodes").get(node);
        for (int i = 2; i < parts.size(); i++) {
            text.append(
                    parts.get(i).isTextual()
                            ? parts.get(i).textValue()
                            : text(film, parts.get(i).asInt()));
        }
        return text.toString().replaceAll("\\s+", "");
    }
}
