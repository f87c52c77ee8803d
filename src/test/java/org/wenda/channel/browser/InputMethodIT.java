package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Bubble;

/** Where a chatbot has taken a question by its keys, the next ones are written as a Chinese input method writes. */
public final class InputMethodIT {
    private static final String FIRST = "补领身份证";
    private static final String SECOND = "换领驾驶证";

    @DataProvider
    Object[][] manners() {
        return new Object[][] {
            {"plain", 0},
            {"waits", 0}, // for a key to go up, and sends by its button only
            {"undoes", 5}, // what does not come key by key
        };
    }

    @Test(dataProvider = "manners")
    public void writesAPhraseAtOnceWhereThePageTakesIt(String manner, int strokes) {
        try (Conversation talk = new Conversation()) {
            talk.open(page(manner));

            assertThat(said(talk, FIRST)).containsExactly("已收到“补领身份证”，敲键5次，搜索0次。");
            assertThat(said(talk, SECOND)).containsExactly("已收到“换领驾驶证”，敲键" + strokes + "次，搜索0次。");
        }
    }

    @Test
    public void strikesEnterNowhereElse() {
        try (Conversation talk = new Conversation()) {
            talk.open(page("plain"));
            said(talk, FIRST);
            talk.open(page("strays"));

            said(talk, FIRST);
            assertThat(said(talk, SECOND)).containsExactly("已收到“换领驾驶证”，敲键0次，搜索0次。");
        }
    }

    private static List<String> said(Conversation talk, String question) {
        return talk.ask(question).reply().bubbles().stream().map(Bubble::text).toList();
    }

    private static URI page(String manner) {
        try {
            URI page = Objects.requireNonNull(InputMethodIT.class.getResource("phrases.html"))
                    .toURI();
            return URI.create(page + "#" + manner);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
