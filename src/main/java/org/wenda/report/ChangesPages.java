package org.wenda.report;

import java.nio.file.Path;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.Drift;
import org.wenda.words.Lang;

/** Publishes what changed since another run in the folder of the later one: a document and a page in two languages. */
public final class ChangesPages {
    private ChangesPages() {}

    /** What was written; {@code document} is what {@code changes.json} says. */
    public record Made(String document, Path page) {}

    /**
     * Writes {@code changes.json}, {@code changes.html} in the language that people are spoken to, and the same page in
     * the other language, in the place of those of an earlier comparison.
     *
     * @param directory of the later run
     */
    public static Made write(RunDirectory directory, Drift.Found found, Lang lang) {
        Lang other = lang == Lang.ZH ? Lang.EN : Lang.ZH;
        Path page = directory.root().resolve("changes.html");
        Path otherPage = directory.root().resolve(name(other));
        lay(page, directory, found, lang, name(other));
        lay(otherPage, directory, found, other, "changes.html");
        String document = ChangesDocument.of(found);
        RunDirectory.replace(directory.root().resolve("changes.json"), document);
        return new Made(document, page);
    }

    private static String name(Lang lang) {
        return lang == Lang.ZH ? "changes.zh.html" : "changes.en.html";
    }

    private static void lay(Path page, RunDirectory directory, Drift.Found found, Lang lang, String other) {
        ChangesPage shown = ChangesPage.of(found, new Naming(directory.record(), lang), other);
        RunDirectory.replace(page, new Pages(lang).lay("changes.peb.html", shown));
    }
}
