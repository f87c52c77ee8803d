package org.wenda.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.portal.Jurisdiction;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Ranking;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

/**
 * Publishes a ranking in the folder of its run: pages in both languages, a spreadsheet, and a document for programs.
 */
public final class RankingPages {
    /** The charts are drawn by Apache ECharts, which lies beside the page and is loaded from there only. */
    static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

    private RankingPages() {}

    /**
     * What was written.
     *
     * @param document what {@code ranking.json} says
     * @param files the page to open first at the beginning
     */
    public record Made(String document, List<Path> files) {
        public Made {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes {@code index.html} in the language that people are spoken to, the same page in the other language,
     * {@code tables.xlsx} and {@code ranking.json} into the folder {@code ranking} of a run.
     *
     * @param comparison null if there is nothing to compare with
     * @param known jurisdictions that were not run, but that an edition may name
     * @param problems what somebody should look at before believing the ranking
     */
    public static Made write(
            RunDirectory directory,
            Ranking ranking,
            @Nullable Comparison comparison,
            List<Jurisdiction> known,
            List<Problem> problems,
            Lang lang) {
        Path folder = directory.ranking();
        Path page = folder.resolve("index.html");
        Lang other = lang == Lang.ZH ? Lang.EN : Lang.ZH;
        String otherName = "index." + (other == Lang.ZH ? "zh" : "en") + ".html";
        Path otherPage = folder.resolve(otherName);
        deleteOutdated(folder);
        RunDirectory.replace(folder.resolve("echarts.js"), Pages.bytes(ECHARTS));
        RunDirectory.replace(folder.resolve("charts.js"), Pages.bytes("charts.js"));
        lay(page, otherName, directory, ranking, comparison, known, problems, lang);
        lay(otherPage, "index.html", directory, ranking, comparison, known, problems, other);
        Path sheets = folder.resolve("tables.xlsx");
        RunDirectory.replace(sheets, RankingWorkbook.of(ranking, comparison, new RankingNames(ranking, known, lang)));
        String document = RankingDocument.of(ranking, comparison);
        Path json = folder.resolve("ranking.json");
        RunDirectory.replace(json, document);
        return new Made(document, List.of(page, otherPage, sheets, json));
    }

    private static void lay(
            Path page,
            String other,
            RunDirectory directory,
            Ranking ranking,
            @Nullable Comparison comparison,
            List<Jurisdiction> known,
            List<Problem> problems,
            Lang lang) {
        RankingNames names = new RankingNames(ranking, known, lang);
        RankingPage shown = new RankingPageMaker(ranking, comparison, names, target -> marksPage(directory, target))
                .of(other, problems);
        RunDirectory.replace(page, new Pages(lang).lay("ranking.peb.html", shown));
    }

    /** A page to lead to has to be there. */
    private static String marksPage(RunDirectory directory, String target) {
        return Files.exists(directory.marksPage(target)) ? "../bundles/" + target + "/data/marks.html" : "";
    }

    /** What was printed or written of an earlier ranking would stand beside the new one as if it were of it. */
    private static void deleteOutdated(Path folder) {
        try {
            for (String name : List.of("index.pdf", "index.zh.html", "index.en.html")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
