package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.demo.Asked;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.evidence.RunDirectory;
import org.wenda.portal.Profile;
import org.wenda.portal.Profiles;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;

/** Finds chatbots from the command line, keeps how they were found, and visits them again in that way. */
@SuppressWarnings("NullAway.Init")
public final class DiscoverIT {
    private DemoCity city;
    private Terminal terminal;

    @BeforeClass
    void open() throws IOException {
        city = DemoCity.start(DemoBehaviour.standard());
        terminal = Terminal.open();
    }

    @AfterClass(alwaysRun = true)
    void close() {
        city.close();
    }

    @DataProvider
    Object[][] portals() {
        return new Object[][] {
            {"floating", ""}, {"crossframe", "crossframe/"}, {"newtab", "newtab/"}, {"notice", "notice/"}
        };
    }

    @Test(dataProvider = "portals")
    public void saysHowAndWhyAndSavesIt(String id, String path) throws Exception {
        URI page = city.address().resolve("/" + path);
        int before = city.asked().size();
        Terminal.Typed typed = terminal.type("discover", page.toString(), "--save", id);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).isEmpty();
        List<String> lines = typed.outLines();
        assertThat(lines.get(0)).matches("Found: \\S.* \\(a greeting was answered\\)");
        assertThat(lines)
                .filteredOn(line -> line.matches("  1\\. input .* is the chatbot's"))
                .hasSize(1);
        assertThat(lines).filteredOn(line -> line.matches("     \\+\\d.*")).isNotEmpty();
        Path picture = Path.of(rest(lines.get(lines.size() - 2), "Picture: "));
        assertThat(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(picture)))
                        .getWidth())
                .isGreaterThan(1000);
        Path file = Path.of(rest(lines.get(lines.size() - 1), "Profile: "));
        assertThat(file).isEqualTo(terminal.home().resolve("scenarios/profiles/" + id + "-web.yaml"));

        Profile profile = Profiles.in(terminal.home()).find(id + "-web").orElseThrow();
        assertThat(profile.target()).isEqualTo(id + "-web");
        assertThat(profile.address()).isEqualTo(page);
        assertThat(profile.input().tag()).isNotEmpty();
        assertThat(terminal.type("lint", file.toString()).err()).isEmpty();
        assertThat(city.asked().subList(before, city.asked().size()))
                .extracting(Asked::text)
                .containsExactly("你好");
        assertThat(city.pressed()).isEmpty();
    }

    @Test(dependsOnMethods = "saysHowAndWhyAndSavesIt")
    public void aRunGoesTheSavedWay() throws Exception {
        List<String> words = new ArrayList<>(List.of("run"));
        for (Object[] portal : portals()) {
            words.add((String) portal[0]);
            jurisdiction((String) portal[0], city.address().resolve("/" + portal[1]));
        }
        words.addAll(List.of("--scenario", "greeting"));
        Terminal.Typed typed = terminal.type(words.toArray(String[]::new));

        assertThat(typed.code()).as(typed.err()).isZero();
        Path run = Objects.requireNonNull(Path.of(typed.out().strip()).getParent());
        List<Transcript> visits = RunDirectory.open(run).read().transcripts();
        assertThat(visits)
                .extracting(Transcript::target)
                .containsExactly("floating-web", "crossframe-web", "newtab-web", "notice-web");
        for (Transcript visit : visits) {
            Opening opening = Objects.requireNonNull(visit.opening(), visit.target());
            assertThat(opening.entry().fromProfile()).as(visit.target()).isTrue();
            assertThat(opening.entry().moved()).as(visit.target()).isFalse();
            assertThat(visit.exchanges()).as(visit.target()).allMatch(turn -> turn.outcome() == Outcome.ANSWERED);
        }
        assertThat(city.pressed()).isEmpty();
    }

    @Test
    public void namesWhatCameIntoQuestionWhereThereIsNoChatbot() {
        int before = city.asked().size();
        Terminal.Typed typed =
                terminal.type("discover", city.address().resolve("/plain/").toString(), "--save", "plain");

        assertThat(typed.code()).as(typed.err()).isEqualTo(4);
        assertThat(typed.outLines().get(0)).startsWith("Nobody to talk to: no-chatbot. ");
        List<String> candidates = typed.outLines().subList(1, typed.outLines().size() - 1);
        assertThat(candidates).isNotEmpty().allMatch(line -> line.matches("  \\d+\\. \\S.*: \\S.*|     [+-]\\d.*"));
        assertThat(typed.outLines().get(typed.outLines().size() - 1)).startsWith("Picture: ");
        assertThat(Profiles.in(terminal.home()).targets()).doesNotContain("plain-web");
        assertThat(city.asked()).hasSize(before);
        assertThat(city.pressed()).isEmpty();
    }

    @Test
    public void savesUnderAnIdOnly() {
        Terminal.Typed typed = terminal.type("discover", city.address().toString(), "--save", "../shanghai");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .isEqualTo(
                        "--save ../shanghai: An id consists of small letters, digits and hyphens, such as shanghai.\n");
    }

    private void jurisdiction(String id, URI page) throws IOException {
        terminal.write("scenarios/jurisdictions/" + id + ".yaml", """
                schemaVersion: 1
                id: %s
                name: 演示（%s）
                nameEn: %s
                level: 演示
                region: 演示
                web:
                  - kind: 政务服务网
                    url: %s
                    source: 测试
                """.formatted(id, id, id, page));
    }

    private static String rest(String line, String start) {
        assertThat(line).startsWith(start);
        return line.substring(start.length());
    }
}
