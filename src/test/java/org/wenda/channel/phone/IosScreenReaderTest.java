package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Predicate;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.phone.View.Role;
import org.wenda.words.MachineException;

/** Screens as WebDriverAgent writes them, made by hand; see README.md beside them. */
public final class IosScreenReaderTest {
    @DataProvider
    Object[][] dumps() {
        return new Object[][] {
            // dump, whose screen, how much of it can be seen
            {"ios-chat.xml", "gov.example.city", 35},
            {"ios-webview.xml", "front.app", 21},
            {"ios-mine.xml", "gov.example.city", 23},
            {"ios-login.xml", "gov.example.city", 6},
            {"ios-alert.xml", "com.apple.springboard", 6},
        };
    }

    @Test(dataProvider = "dumps")
    public void readsEveryViewThatCanBeSeen(String name, String app, int views) {
        Screen screen = Dumps.screen(name);

        assertThat(screen.bounds()).isEqualTo(new Bounds(0, 0, 390, 844));
        assertThat(screen.root().app()).isEqualTo(app);
        assertThat(screen.views().count()).isEqualTo(views);
    }

    @Test
    public void readsAllThatAViewTells() {
        assertThat(one("ios-chat.xml", view -> view.id().equals("back")))
                .isEqualTo(new View(
                        Role.PLAIN,
                        "XCUIElementTypeButton",
                        "gov.example.city",
                        "back",
                        "",
                        "返回",
                        "",
                        true,
                        true,
                        false,
                        false,
                        false,
                        new Bounds(4, 47, 64, 91),
                        List.of()));
    }

    @Test
    public void leavesOutWhatCannotBeSeen() {
        assertThat(words("ios-chat.xml")).doesNotContain("更早的话", "看不见的话");
    }

    @Test
    public void leavesOutWhatIsBelowTheEdge() {
        assertThat(words("ios-webview.xml")).doesNotContain("页面下方");
    }

    @Test
    public void cutsWhatTheListCuts() {
        View greeting = one("ios-chat.xml", view -> view.words().startsWith("您好"));

        assertThat(greeting.bounds()).isEqualTo(new Bounds(58, 91, 328, 136));
    }

    @Test
    public void leavesOutTheKeyboardAndWhatItCovers() {
        assertThat(words("ios-chat.xml")).doesNotContain("q", "首页");
        assertThat(Dumps.screen("ios-chat.xml")
                        .views()
                        .map(view -> view.bounds().bottom()))
                .filteredOn(bottom -> bottom != 844)
                .allMatch(bottom -> bottom <= 553);
    }

    @Test
    public void leavesOutTheStatusBar() {
        assertThat(words("ios-webview.xml")).doesNotContain("10:24");
    }

    @Test
    public void takesNoScrollBarForAText() {
        assertThat(words("ios-chat.xml")).noneMatch(words -> words.contains("滚动条"));
    }

    @Test
    public void takesATextInAConversationForNoField() {
        assertThat(Dumps.screen("ios-chat.xml").views().filter(View::edits).map(View::id))
                .containsExactly("input");
    }

    @Test
    public void takesTheTextOverAFieldForItsHint() {
        View input = one("ios-chat.xml", View::edits);

        assertThat(input.text()).isEmpty();
        assertThat(input.hint()).isEqualTo("请输入您想咨询的问题");
        assertThat(words("ios-chat.xml")).doesNotContain("请输入您想咨询的问题");
    }

    @DataProvider
    Object[][] fields() {
        return new Object[][] {
            // hint, what was typed
            {"请输入手机号", ""},
            {"请再次输入手机号", "13800000000"},
            {"请输入密码", ""},
        };
    }

    @Test(dataProvider = "fields")
    public void takesNoPlaceholderForContent(String hint, String typed) {
        View field = one("ios-login.xml", view -> view.hint().equals(hint));

        assertThat(field.text()).isEqualTo(typed);
    }

    @Test
    public void knowsWherePasswordsAreTyped() {
        assertThat(Dumps.screen("ios-login.xml").views().filter(View::password).map(View::hint))
                .containsExactly("请输入密码");
    }

    @Test
    public void tellsWhereTheLinksOfATextAre() {
        assertThat(Dumps.screen("ios-chat.xml").views().filter(view -> view.role() == Role.LINK))
                .extracting(View::words, View::bounds)
                .containsExactly(
                        tuple("申领办事指南", new Bounds(66, 248, 162, 270)), tuple("在线办理", new Bounds(200, 270, 264, 292)));
    }

    @Test
    public void showsOnlyTheAlertThatCoversTheRest() {
        assertThat(words("ios-alert.xml"))
                .containsExactly("允许“小城”使用您的位置？", "允许“小城”使用您的位置？", "用于显示附近的办事大厅。", "使用App时允许", "允许一次", "不允许");
    }

    @Test
    public void takesAFigureWithoutWordsForAButton() {
        View figure = one("ios-mine.xml", view -> view.isPicture() && view.clickable());

        assertThat(figure.bounds()).isEqualTo(new Bounds(310, 660, 374, 724));
    }

    @Test
    public void labelsACellByWhatItHolds() {
        assertThat(Dumps.screen("ios-mine.xml").views().filter(View::clickable).map(View::label))
                .contains("智能客服");
    }

    @Test
    public void refusesTreesOfOtherPhones() {
        assertThatThrownBy(() -> IosScreenReader.read(Dumps.text("home.xml"), () -> ""))
                .isInstanceOf(MachineException.class)
                .hasMessage("What the phone told of its screen holds no views. Is the screen on and unlocked?");
    }

    private static List<String> words(String name) {
        return Dumps.screen(name)
                .views()
                .map(View::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static View one(String name, Predicate<View> wanted) {
        return Dumps.screen(name).views().filter(wanted).findFirst().orElseThrow();
    }
}
