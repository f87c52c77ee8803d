package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Heard;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Tempo;
import org.wenda.transcript.Bubble;

/**
 * A driver that tells nothing of requests: the page's resource timing stands in, and a new browser for a new profile.
 */
public final class WithoutEventsIT {
    private final GallerySite site = GallerySite.start(Tempo.BRISK);

    @AfterClass(alwaysRun = true)
    void stop() {
        site.close();
    }

    @DataProvider
    Object[][] streams() {
        return new Object[][] {{GalleryPage.CHATUI_STREAMED_FETCH}, {GalleryPage.DEEPCHAT_STREAM}};
    }

    @Test(dataProvider = "streams")
    public void learnsFromThePageWhenAStreamHasEnded(GalleryPage page) throws InterruptedException {
        List<String> endings = new ArrayList<>();
        int told = site.truths().size();
        try (Conversation talk = new Conversation("browser.network-events=false")) {
            talk.open(site.page(page));
            for (String question : page.questions(12)) {
                Heard heard = talk.ask(question);
                List<String> truth = site.awaitTruths(told + 1, Duration.ofSeconds(10))
                        .get(told++)
                        .bubbles();
                List<String> got =
                        heard.reply().bubbles().stream().map(Bubble::text).toList();
                assertThat(Conversation.folded(got)).as(question).isEqualTo(Conversation.folded(truth));
                endings.add(String.valueOf(heard.endedBy()));
            }
        }

        assertThat(endings).anyMatch(ending -> ending.startsWith("quiet+transport"));
    }

    @DataProvider
    Object[][] settings() {
        return new Object[][] {{"browser.network-events=true"}, {"browser.network-events=false"}};
    }

    @Test(dataProvider = "settings")
    public void aVisitFindsNothingOfTheVisitBefore(String setting) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", WithoutEventsIT::memory);
        server.start();
        URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (Conversation talk = new Conversation(setting)) {
            assertThat(talk.open(page).greeting()).containsExactly("您好，初次见面。");
            assertThat(talk.open(page).greeting()).containsExactly("您好，初次见面。");
        } finally {
            server.stop(0);
        }
    }

    private static void memory(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream page = Objects.requireNonNull(WithoutEventsIT.class.getResourceAsStream("memory.html"))) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            page.transferTo(exchange.getResponseBody());
        }
    }
}
