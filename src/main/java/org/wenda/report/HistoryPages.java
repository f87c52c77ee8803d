package org.wenda.report;

import java.nio.file.Path;
import java.util.List;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.year.TargetLine;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

/** Lays the history of a target out as a page in each language. Loads nothing but what lies beside it. */
public final class HistoryPages {
    private HistoryPages() {}

    /**
     * Writes {@code TARGET.html} in the language that people are spoken to, and the same page in the other one.
     *
     * @param folder where the history is kept
     * @param problems what somebody should look at before believing the page
     * @return the page in {@code lang}
     */
    public static Path write(Path folder, TargetLine line, List<Problem> problems, Lang lang) {
        RunDirectory.replace(folder.resolve("echarts.js"), Pages.bytes(RankingPages.ECHARTS));
        RunDirectory.replace(folder.resolve("history.js"), Pages.bytes("history.js"));
        Lang other = lang == Lang.ZH ? Lang.EN : Lang.ZH;
        String name = line.target() + ".html";
        String otherName = line.target() + (other == Lang.ZH ? ".zh" : ".en") + ".html";
        lay(folder.resolve(otherName), name, line, problems, other);
        lay(folder.resolve(name), otherName, line, problems, lang);
        return folder.resolve(name);
    }

    private static void lay(Path page, String other, TargetLine line, List<Problem> problems, Lang lang) {
        HistoryPage shown = new HistoryPageMaker(line, lang).of(other, problems);
        RunDirectory.replace(page, new Pages(lang).lay("history.peb.html", shown));
    }
}
