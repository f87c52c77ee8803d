package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.page.Lexicon;

public final class ChatSpotterTest {
    private final ChatSpotter spotter = new ChatSpotter(new Lexicon());

    @DataProvider
    Object[][] chats() {
        return new Object[][] {
            {"native-chat.xml", new Bounds(160, 2120, 860, 2240), "发送", new Bounds(0, 232, 1080, 2100)},
            {"uiautomator-dump.xml", new Bounds(20, 1720, 900, 1820), "", new Bounds(0, 160, 1080, 1700)},
            {"compose-chat.xml", new Bounds(40, 2830, 1160, 2970), "发送", new Bounds(0, 280, 1440, 2800)},
            {"webview-chat.xml", new Bounds(30, 2170, 820, 2310), "发送", new Bounds(0, 220, 1080, 2140)},
            {"ios-chat.xml", new Bounds(52, 509, 318, 545), "发送", new Bounds(0, 91, 390, 501)},
            {"ios-webview.xml", new Bounds(12, 790, 312, 830), "发送", new Bounds(0, 100, 390, 790)},
        };
    }

    @Test(dataProvider = "chats")
    public void findsChatsWithoutSelectors(String name, Bounds input, String send, Bounds list) {
        ChatSpot spot = spotter.spots(Dumps.screen(name)).get(0);

        assertThat(spot.isEnough()).isTrue();
        assertThat(spot.input().bounds()).isEqualTo(input);
        assertThat(Objects.requireNonNull(spot.send()).label()).isEqualTo(send);
        assertThat(Objects.requireNonNull(spot.list()).bounds()).isEqualTo(list);
    }

    @DataProvider
    Object[][] others() {
        return new Object[][] {{"home.xml"}, {"complaint-form.xml"}, {"ios-login.xml"}};
    }

    @Test(dataProvider = "others")
    public void takesNoOtherFieldForOne(String name) {
        assertThat(spotter.spots(Dumps.screen(name))).isNotEmpty().noneMatch(ChatSpot::isEnough);
    }

    @Test
    public void saysWhatSpokeForIt() {
        assertThat(reasons("native-chat.xml"))
                .containsExactly(
                        "its hint asks for a question: “请输入您想咨询的问题” (+4)",
                        "it is in the lower half of the screen (+1)",
                        "“发送” stands beside it (+3)",
                        "a list stands above it (+2)",
                        "the title reads “智能客服” (+2)");
    }

    @Test
    public void saysWhatSpokeAgainstIt() {
        assertThat(reasons("home.xml"))
                .containsExactly("nothing beside it sends (-1)", "nothing above it can hold a conversation (-4)");
    }

    private List<String> reasons(String name) {
        return spotter.spots(Dumps.screen(name)).get(0).why().stream()
                .map(Object::toString)
                .toList();
    }
}
