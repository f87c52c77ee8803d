package org.wenda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wenda.evidence.RunDirectory;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.ranking.Entry;
import org.wenda.ranking.MadeMarks;
import org.wenda.ranking.MadeRun;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.report.RankingPages;
import org.wenda.review.FinalMark;
import org.wenda.review.RaterMark;
import org.wenda.review.Reviewed;
import org.wenda.score.Bilingual;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.words.Lang;

/**
 * Ranks 128 targets on 40 items, each marked by two raters in every scenario, and publishes the ranking; prints what
 * the first time took, when nothing is warm, and the later ones.
 *
 * <p>Arguments: how many scenarios feed each item, 1 if left out; how often, 5 if left out.
 */
public final class RankingBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Path HOME = Path.of("");
    private static final int ITEMS = 40;

    private RankingBench() {}

    public static void main(String[] arguments) throws IOException {
        int scenarios = arguments.length < 1 ? 1 : Integer.parseInt(arguments[0]);
        int times = arguments.length < 2 ? 5 : Integer.parseInt(arguments[1]);
        Index index = index();
        List<Entry> entries = entries(index, scenarios);
        RankingRules rules = RankingRules.in(HOME);
        OUT.printf(
                Locale.ROOT,
                "%d targets, %d items, %d marks by two raters each, %d resamples%n",
                entries.size(),
                index.items().size(),
                entries.stream().mapToInt(entry -> entry.reviewed().marks().size()).sum(),
                rules.uncertainty().resamples());
        RunDirectory run = MadeRun.store(Files.createTempDirectory("ranking-bench"), "bench", entries);
        for (int time = 1; time <= times; time++) {
            double busy = busy();
            long began = System.nanoTime();
            Ranking ranking = Ranking.of("bench", entries, index, rules, false);
            long ranked = System.nanoTime();
            RankingPages.write(run, ranking, null, List.of(), List.of(), Lang.ZH);
            OUT.printf(
                    Locale.ROOT,
                    "%d: ranked in %.2f s, published in %.2f s more; %.2f s of processors%n",
                    time,
                    (ranked - began) / 1e9,
                    (System.nanoTime() - ranked) / 1e9,
                    busy() - busy);
        }
    }

    /** On a machine that others use too, the clock alone tells little. */
    private static double busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** The report's six secondaries, with as many items as the claim names. */
    private static Index index() {
        Index own = Index.in(HOME);
        List<Index.Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Bilingual name = new Bilingual("项" + i, "item " + i);
            items.add(new Index.Item(
                    "B" + i,
                    own.secondaries().get(i % own.secondaries().size()).id(),
                    name,
                    name,
                    List.of(name, name, name, name),
                    1,
                    Index.MarkedBy.HUMAN,
                    "for-raters",
                    List.of(),
                    null,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Index.Source.PROPOSAL));
        }
        return new Index("bench", own.sha256(), own.cores(), own.secondaries(), items);
    }

    private static List<Entry> entries(Index index, int scenarios) {
        SplittableRandom random = new SplittableRandom(1);
        List<Entry> entries = new ArrayList<>();
        for (Jurisdiction jurisdiction : Jurisdictions.in(HOME).all()) {
            if (jurisdiction.level() != Level.DEMO) {
                for (Platform platform : Platform.values()) {
                    entries.add(entry(jurisdiction, platform, index, scenarios, random));
                }
            }
        }
        return entries;
    }

    private static Entry entry(
            Jurisdiction jurisdiction, Platform platform, Index index, int scenarios, SplittableRandom random) {
        String target = jurisdiction.id() + "-" + platform.id();
        List<Mark> marks = new ArrayList<>();
        List<FinalMark> finals = new ArrayList<>();
        for (Index.Item item : index.items()) {
            IntStream.range(0, scenarios).forEach(i -> {
                String scenario = "scenario-" + i;
                int one = random.nextInt(4);
                int two = Math.min(3, one + random.nextInt(2));
                marks.add(MadeMarks.mark(target, scenario, item.id(), random.nextInt(4), null));
                finals.add(new FinalMark(
                        target,
                        scenario,
                        item.id(),
                        two,
                        one == two ? FinalMark.Origin.AGREED : FinalMark.Origin.SETTLED,
                        List.of(new RaterMark("one", one), new RaterMark("two", two))));
            });
        }
        return new Entry(jurisdiction, platform, marks, new Reviewed(finals, List.of()));
    }
}
