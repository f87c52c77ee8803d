package org.wenda.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.words.Lang;

/** A stored run of the targets of some entries, as far as a ranking reads it: what was planned, and the marks. */
public final class MadeRun {
    private MadeRun() {}

    /** Stores a run below {@code reports}. */
    public static RunDirectory store(Path reports, String id, List<Entry> entries) throws IOException {
        Instant start = Instant.parse("2026-11-23T02:00:00Z");
        RunRecord record = new RunRecord(
                id,
                "0.1.0",
                start,
                start,
                RunRecord.State.DONE,
                List.of("run", "--all"),
                Lang.ZH,
                new RunRecord.Machine("Linux 6", "17.0.15", 2),
                new RunRecord.Plan(entries.stream().map(MadeRun::planned).toList(), List.of()),
                RunRecord.Totals.NONE,
                List.of(),
                List.of(),
                false);
        List<Mark> marks =
                entries.stream().flatMap(entry -> entry.marks().stream()).toList();
        try (RunDirectory directory = RunDirectory.create(reports, id)) {
            directory.write(record);
            directory.write(Index.in(Path.of("")).sha256(), marks);
            for (Entry entry : entries) {
                Files.createDirectories(directory.data(entry.target()));
                Files.writeString(directory.marksPage(entry.target()), "<!DOCTYPE html><title>marks</title>");
            }
        }
        return RunDirectory.open(reports.resolve(id));
    }

    private static RunRecord.PlannedTarget planned(Entry entry) {
        return new RunRecord.PlannedTarget(
                entry.target(),
                entry.jurisdiction().name(),
                entry.jurisdiction().nameEn(),
                entry.platform().id(),
                null);
    }
}
