package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.MachineException;

/** Screens as real Android writes them, made by hand; see README.md beside them. */
public final class ScreenReaderTest {
    @DataProvider
    Object[][] dumps() {
        return new Object[][] {
            {"native-chat.xml", new Bounds(0, 0, 1080, 2340), 43},
            {"uiautomator-dump.xml", new Bounds(0, 0, 1080, 1920), 13},
            {"compose-chat.xml", new Bounds(0, 0, 1440, 3120), 25},
            {"webview-chat.xml", new Bounds(0, 0, 1080, 2340), 22},
            {"home.xml", new Bounds(0, 0, 1080, 2340), 9},
            {"complaint-form.xml", new Bounds(0, 0, 1080, 2340), 7},
        };
    }

    @Test(dataProvider = "dumps")
    public void readsEveryViewOfTheScreen(String name, Bounds display, int views) {
        Screen screen = Dumps.screen(name);

        assertThat(screen.bounds()).isEqualTo(display);
        assertThat(screen.views().count()).isEqualTo(views);
    }

    @Test
    public void readsAllThatAViewTells() {
        View send = one("native-chat.xml", "gov.example.city:id/send");

        assertThat(send)
                .isEqualTo(new View(
                        View.Role.PLAIN,
                        "android.widget.Button",
                        "gov.example.city",
                        "gov.example.city:id/send",
                        "发送",
                        "",
                        "",
                        false,
                        true,
                        false,
                        false,
                        false,
                        new Bounds(880, 2130, 1060, 2230),
                        List.of()));
    }

    @Test
    public void takesNoHintForText() {
        View input = one("native-chat.xml", "gov.example.city:id/input");

        assertThat(input.text()).isEmpty();
        assertThat(input.hint()).isEqualTo("请输入您想咨询的问题");
    }

    @Test
    public void keepsLineBreaksOfTexts() {
        assertThat(texts("uiautomator-dump.xml")).contains("您好😀有什么可以帮您？\n我是“小城”");
    }

    @Test
    public void joinsCharactersWrittenAsTwo() {
        assertThat(texts("uiautomator-dump.xml")).contains("𠮷😀");
    }

    @Test
    public void replacesHalvesOfCharacters() {
        assertThat(texts(screen("text=\"a&#55357;b&#56832;&#55357;&#56832;c&#0;\"")))
                .containsExactly("a\uFFFDb\uFFFD😀c\uFFFD");
    }

    @Test
    public void keepsReferencesThatStand() {
        assertThat(texts(screen("text=\"&#10;&#x1F600;&lt;b&gt;&amp;#10;\""))).containsExactly("\n😀<b>&#10;");
    }

    @Test
    public void takesWrongBoundsForNone() {
        Screen screen = screen("bounds=\"[0,0][a,1]\"");

        assertThat(screen.root().bounds()).isEqualTo(Bounds.NONE);
    }

    @Test
    public void readsBoundsBeyondTheEdge() {
        assertThat(Bounds.of("[-12,-3][40,2340]")).isEqualTo(new Bounds(-12, -3, 40, 2340));
    }

    @Test
    public void refusesDeclarations() {
        assertThatThrownBy(() -> ScreenReader.read(
                        "<!DOCTYPE a [<!ENTITY b \"c\">]><hierarchy><node text=\"&b;\"/></hierarchy>"))
                .isInstanceOf(MachineException.class)
                .hasMessage(
                        "The phone told of a screen with declarations or comments, which no phone writes. It was not"
                                + " read.");
    }

    @Test
    public void refusesEntitiesNobodyDeclared() {
        assertThatThrownBy(() -> screen("text=\"&b;\""))
                .isInstanceOf(MachineException.class)
                .hasMessage("What the phone told of its screen is no XML: it stops making sense in line 1.");
    }

    @Test
    public void refusesWhatIsNoXml() {
        assertThatThrownBy(() -> ScreenReader.read("<hierarchy>\n<node>\n</hierarchy>"))
                .isInstanceOf(MachineException.class)
                .hasMessage("What the phone told of its screen is no XML: it stops making sense in line 3.");
    }

    @Test
    public void refusesTooManyViewsInsideEachOther() {
        String deep = "<hierarchy>" + "<node>".repeat(300) + "</node>".repeat(300) + "</hierarchy>";

        assertThatThrownBy(() -> ScreenReader.read(deep))
                .isInstanceOf(MachineException.class)
                .hasMessage(
                        "The phone told of a screen with more than 20000 views, or more than 200 inside each other. It"
                                + " was not read.");
    }

    @Test
    public void refusesTooManyViews() {
        String many = "<hierarchy><node>" + "<node/>".repeat(20_001) + "</node></hierarchy>";

        assertThatThrownBy(() -> ScreenReader.read(many)).isInstanceOf(MachineException.class);
    }

    @Test
    public void refusesTooLargeScreens() {
        assertThatThrownBy(() -> ScreenReader.read(" ".repeat((16 << 20) + 1)))
                .isInstanceOf(MachineException.class)
                .hasMessage(
                        "The phone told of a screen in more than 16 MiB; that is no screen. The app may be trying to"
                                + " exhaust what reads it.");
    }

    @Test
    public void refusesScreensWithoutViews() {
        assertThatThrownBy(() -> ScreenReader.read("<hierarchy rotation=\"0\"/>"))
                .isInstanceOf(MachineException.class)
                .hasMessage("What the phone told of its screen holds no views. Is the screen on and unlocked?");
    }

    private static Screen screen(String attributes) {
        return ScreenReader.read("<hierarchy><node " + attributes + "/></hierarchy>");
    }

    private static Stream<String> texts(Screen screen) {
        return screen.views().map(View::text).filter(text -> !text.isEmpty());
    }

    private static Stream<String> texts(String name) {
        return texts(Dumps.screen(name));
    }

    private static View one(String name, String id) {
        return Dumps.screen(name)
                .views()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
