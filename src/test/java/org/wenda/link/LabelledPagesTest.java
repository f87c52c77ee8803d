package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * How well pages are told apart, over pages in the manner of Chinese portals that were labelled by hand. Two thirds
 * were looked at while the rules were written, one third was not; all of them were written for this test.
 */
public final class LabelledPagesTest {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final List<Verdict> CLASSES =
            List.of(Verdict.GUIDE, Verdict.SERVICE, Verdict.MATTER, Verdict.OTHER_PAGE);

    private List<Labelled> pages = List.of();

    private record Labelled(String page, Verdict label, String part, Finding found) {
        boolean isRight() {
            return found.verdict() == label;
        }

        @Override
        public String toString() {
            return page + ": " + found.verdict().wire() + " instead of " + label.wire() + " " + found.evidence();
        }
    }

    @BeforeClass
    void judgeAll() {
        pages = text("labels.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(LabelledPagesTest::judged)
                .toList();
    }

    private static Labelled judged(String line) {
        String[] cells = line.split("\t", -1);
        LandingPage page = new PageReader(LinkLimits.DEFAULT.bytes())
                .read(received(cells[0]))
                .page();
        HttpUrl address = HttpUrl.get("https://zwfw.city.gov.cn/fuwu/" + cells[0]);
        Hop hop = new Hop(address.uri(), 200, null, Duration.ZERO, null, Hop.How.HTTP);
        Facts facts = new Facts(
                new OfferedLink(1, LinkKind.ANCHOR, "查看", address.toString()),
                List.of(hop),
                address,
                page,
                null,
                "",
                new Matter(cells[1], List.of()),
                new Site(Set.of("zwfw.city.gov.cn"), false),
                null,
                false);
        return new Labelled(cells[0], Verdict.ofWire(cells[2]), cells[3], Ladder.judge(facts));
    }

    private static Received received(String name) {
        return new Received(
                HttpUrl.get("https://zwfw.city.gov.cn/fuwu/" + name),
                Instant.EPOCH,
                Duration.ZERO,
                200,
                Headers.of("Content-Type", "text/html"),
                text(name).getBytes(StandardCharsets.UTF_8),
                false,
                null,
                "",
                "",
                null);
    }

    private static String text(String name) {
        try (InputStream in = LabelledPagesTest.class.getResourceAsStream("pages/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DataProvider
    Object[][] parts() {
        return new Object[][] {
            // part, pages, at least so many of them right in a hundred
            {"tune", 44, 90},
            {"unseen", 27, 85},
        };
    }

    @Test(dataProvider = "parts")
    public void tellsPagesApart(String part, int size, int floor) {
        List<Labelled> judged =
                pages.stream().filter(page -> page.part.equals(part)).toList();
        List<String> wrong = judged.stream()
                .filter(page -> !page.isRight())
                .map(Labelled::toString)
                .toList();
        OUT.println(String.join("\n", table(part, judged)));

        assertThat(judged).hasSize(size);
        assertThat(100.0 * (judged.size() - wrong.size()) / judged.size())
                .as(String.join("\n", wrong))
                .isGreaterThanOrEqualTo(floor);
    }

    private static List<String> table(String part, List<Labelled> judged) {
        List<String> lines = new ArrayList<>();
        for (Verdict verdict : CLASSES) {
            long right = judged.stream()
                    .filter(page -> page.label == verdict && page.isRight())
                    .count();
            long labelled =
                    judged.stream().filter(page -> page.label == verdict).count();
            long said = judged.stream()
                    .filter(page -> page.found.verdict() == verdict)
                    .count();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-6s %-10s precision %d of %d, recall %d of %d",
                    part,
                    verdict.wire(),
                    right,
                    said,
                    right,
                    labelled));
        }
        return lines;
    }

    /** A link to the wrong matter that passes for the right one is the worst mistake: it praises what misleads. */
    @Test
    public void takesNoOtherMatterForTheRightOne() {
        long mistaken = pages.stream()
                .filter(page -> page.label == Verdict.OTHER_PAGE)
                .filter(page -> page.found.verdict().isRightMatter())
                .count();

        assertThat(mistaken).isLessThanOrEqualTo(2);
    }
}
