package org.wenda.gate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.Lang;

/** What a run leaves for programs: {@code summary.json} and {@code junit.xml} beside its pages, outside its bundles. */
public final class Results {
    private Results() {}

    /**
     * Writes both, in the place of what was there.
     *
     * @param findings what the gate found; null if none was asked for
     * @return the two files
     */
    public static List<Path> write(
            RunDirectory directory, RunSummary summary, @Nullable List<Gate.Finding> findings, Lang lang) {
        Path json = directory.root().resolve("summary.json");
        Path xml = directory.root().resolve("junit.xml");
        RunDirectory.replace(json, SummaryFile.of(summary, findings));
        RunDirectory.replace(xml, JUnitFile.of(summary, findings, lang));
        return List.of(json, xml);
    }
}
