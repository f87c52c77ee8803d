package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.Lang;

/** Replays come from pages, and nothing of them may run, load or never end. */
public final class FilmTest {
    @Test
    public void keepsBoxesTextsAndLooks() {
        String film = film("\"display:flex;color:rgb(1, 2, 3)\"", "[0,0,\"您好\"],[0,12,0,\"<b>\"]", "[0,0],[150,1]");

        assertThat(Film.of(film)).hasToString("{\"schemaVersion\":1," + film.substring(1));
    }

    @DataProvider
    Object[][] looks() {
        return new Object[][] {
            {"background-color:url(https://elsewhere.invalid/)"},
            {"background-image:image-set('x.png' 1x)"},
            {"background-image:cross-fade(url(x), red)"},
            {"behavior:url(x.htc)"},
            {"width:calc(1px); color:red}body{display:none"},
            {"color:\\\\75rl(x)"},
            {"font-family:@import"},
        };
    }

    @Test(dataProvider = "looks")
    public void dropsLooksThatLoadOrEscape(String look) {
        assertThat(Film.of(film("\"display:flex;" + look + "\"", "[0,0]", "[0,0]"))
                        .toString())
                .doesNotContain("url", "image-set", "cross-fade", "behavior", "body", "75rl", "import");
    }

    @DataProvider
    Object[][] faults() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> i == 0 ? "[0,0,\"x\"]" : "[0,0," + (i - 1) + "," + (i - 1) + "]")
                .collect(Collectors.joining(","));
        return new Object[][] {
            {"nothing", "not a replay: "},
            {"{}", "not a replay: a number out of bounds"},
            {film("\"\"", "[0,0,0]", "[0,0]"), "not a replay: a number out of bounds"},
            {film("\"\"", "[1,0]", "[0,0]"), "not a replay: a number out of bounds"},
            {film("\"\"", "[0,0]", "[0,7]"), "not a replay: a number out of bounds"},
            {film("\"\"", "[0,0]", ""), "not a replay: no frames, or too many"},
            {film("\"\"", doubling, "[0,39]"), "not a replay: a frame of too many boxes"},
            {"[".repeat(2000), "not a replay: "},
        };
    }

    @Test(dataProvider = "faults")
    public void refusesWhatIsNoFilm(String film, String why) {
        assertThatThrownBy(() -> Film.of(film))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    public void playsUnderAPolicyThatLetsNothingElseIn() {
        String page = ReplayPage.of(
                Film.of(film("\"\"", "[0,0,\"</script><script>alert(1)</script>\"]", "[0,0]"))
                        .packed(),
                "card",
                Lang.ZH);

        assertThat(page)
                .contains("default-src 'none'; script-src 'sha256-", "<h1>回放：card</h1>")
                .doesNotContain("alert(1)", "{{", "http://", "https://");
    }

    private static String film(String styles, String nodes, String frames) {
        return "{\"at\":1764122400123,\"width\":400,\"height\":600,\"styles\":[" + styles + "],\"nodes\":[" + nodes
                + "],\"frames\":[" + frames + "],\"spentMs\":2.5}";
    }
}
