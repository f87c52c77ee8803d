package org.wenda.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.config.Home;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredMarks;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Platform;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Edition;
import org.wenda.ranking.Entry;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.report.RankingPages;
import org.wenda.review.Reviewed;
import org.wenda.review.Reviews;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Ranks the targets of a stored run and publishes the ranking beside it. Asks nobody, and changes no mark. */
public final class Publication {
    private final Home home;

    public Publication(Home home) {
        this.home = home;
    }

    /**
     * What was published.
     *
     * @param comparison null if nothing was to be compared with
     * @param document the ranking as JSON
     * @param files what was written, the page to open first at the beginning
     * @param problems targets that are not ranked, and what could not be read
     */
    public record Done(
            Ranking ranking,
            @Nullable Comparison comparison,
            String document,
            List<Path> files,
            List<Problem> problems) {
        public Done {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /** A ranking, and what could not be ranked. */
    private record Ranked(Ranking ranking, List<Problem> problems) {}

    /**
     * Ranks a run and writes its publication.
     *
     * @param run its folder
     * @param suggested whether suggestions count that no person has confirmed
     * @param against id of an edition, or the folder of another run; null for none
     * @throws InputException if one of both is no run, was never marked, or a file of the home has problems
     */
    public Done publish(Path run, boolean suggested, @Nullable String against, Lang lang) {
        RunDirectory directory = RunDirectory.open(run);
        RankingRules rules = RankingRules.in(home.folder());
        Ranked ranked = rank(directory, rules, suggested);
        Comparison comparison =
                against == null ? null : Comparison.between(edition(against, rules, suggested), ranked.ranking());
        RankingPages.Made made = RankingPages.write(
                directory,
                ranked.ranking(),
                comparison,
                Jurisdictions.in(home.folder()).all(),
                ranked.problems(),
                lang);
        return new Done(ranked.ranking(), comparison, made.document(), made.files(), ranked.problems());
    }

    private Edition edition(String against, RankingRules rules, boolean suggested) {
        Path typed = Path.of(against);
        Path run = Files.exists(typed) ? typed : home.reports().resolve(against);
        boolean isRun = Files.isRegularFile(run.resolve("run.json"));
        return isRun
                ? Comparison.published(
                        rank(RunDirectory.open(run), rules, suggested).ranking())
                : Edition.in(home.folder(), against);
    }

    private Ranked rank(RunDirectory directory, RankingRules rules, boolean suggested) {
        RunRecord record = directory.record();
        StoredMarks marks = directory.marks();
        if (!marks.marked()) {
            throw new InputException(
                    directory.root().toString(), Message.of(Publication.class, "rank.unmarked", directory.id()));
        }
        // The index is the run's own, as in its other pages, so that names and weights are those of that night.
        Index index = Index.in(directory.root());
        List<Problem> problems = new ArrayList<>(marks.problems());
        if (!index.sha256().equals(marks.index())) {
            problems.add(
                    new Problem(directory.id(), Message.of(Publication.class, "rank.other-index", directory.id())));
        }
        List<Entry> entries = entries(record, marks, Reviews.reviewed(directory), problems);
        return new Ranked(Ranking.of(record.run(), entries, index, rules, suggested), problems);
    }

    private List<Entry> entries(RunRecord record, StoredMarks marks, Reviewed reviewed, List<Problem> problems) {
        Map<String, List<Mark>> marksOf = marks.marks().stream().collect(Collectors.groupingBy(Mark::target));
        Map<String, RunRecord.PlannedTarget> planned = record.plan().targets().stream()
                .collect(Collectors.toMap(RunRecord.PlannedTarget::id, Function.identity(), (a, b) -> a));
        List<Entry> entries = new ArrayList<>();
        // The order of the report decides between equals.
        for (Jurisdiction jurisdiction : Jurisdictions.in(home.folder()).all()) {
            for (Platform platform : Platform.values()) {
                String target = jurisdiction.id() + "-" + platform.id();
                if (planned.remove(target) != null) {
                    entries.add(new Entry(
                            jurisdiction, platform, marksOf.getOrDefault(target, List.of()), reviewed.of(target)));
                }
            }
        }
        planned.keySet().stream()
                .sorted()
                .forEach(left -> problems.add(new Problem(left, Message.of(Publication.class, "rank.unknown", left))));
        return entries;
    }
}
