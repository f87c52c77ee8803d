package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Tempo;
import org.wenda.portal.Vendor;
import org.wenda.portal.Vendors;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/** Chatbots that only whoever knows their vendor finds. */
public final class VendorsIT {
    private static final String QUESTION = "居住证办理怎么办理？";
    private static final String ANSWER = "居住证办理可到公安分局户政大厅办理，自受理之日起15个工作日办结。";

    private final GallerySite site = GallerySite.start(Tempo.BRISK);

    @AfterClass(alwaysRun = true)
    void stop() {
        site.close();
    }

    @Test
    public void waitsForWhatAKnownScriptWillDraw() {
        URI page = site.page("vendor-late");

        assertThat(missed(page)).isEqualTo(Outcome.NO_CHATBOT);
        try (Conversation talk = new Conversation()) {
            Arrival.Open open = Conversation.opened(talk.visit(page, null));

            assertThat(open.discovery().story())
                    .extracting(Message::toString)
                    .contains("the page carries 网易七鱼 (the script variable ysf)")
                    .anyMatch(said -> said.contains("is what 网易七鱼 puts into pages"));
            assertThat(talk.ask(QUESTION).reply().text()).isEqualTo(ANSWER);
        }
    }

    @Test
    public void goesWhereATestersOwnFileSaysThatChatsLie() throws IOException {
        URI page = site.page("vendor-link");

        assertThat(missed(page)).isEqualTo(Outcome.NO_CHATBOT);
        try (Conversation talk = new Conversation(own())) {
            Arrival.Open open = Conversation.opened(talk.visit(page, null));

            assertThat(open.opening().entry().address()).contains("//chat.vendor.localhost:");
            assertThat(talk.ask(QUESTION).reply().text()).isEqualTo(ANSWER);
        }
    }

    /** Returns what comes of a visit by somebody who knows no vendor. */
    private static Outcome missed(URI page) {
        try (Conversation talk = new Conversation(List.<Vendor>of())) {
            return ((Arrival.Shut) talk.visit(page, null)).outcome();
        }
    }

    private static List<Vendor> own() throws IOException {
        Path home = Files.createTempDirectory("home");
        Path file = Files.createDirectories(home.resolve("scenarios/vendors")).resolve("city-made.yaml");
        Files.writeString(file, """
                schemaVersion: 1
                id: city-made
                name: 市自建
                chats: [vendor.localhost/deepchat]
                source: the tester
                """);
        return Vendors.in(home);
    }
}
