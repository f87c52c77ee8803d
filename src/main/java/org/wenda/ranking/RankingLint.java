package org.wenda.ranking;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wenda.score.Index;
import org.wenda.score.IndexLint;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;

/** Finds every problem of the rules of the ranking at once. */
public final class RankingLint {
    private RankingLint() {}

    /** Returns whether a file holds the rules of a ranking, by its name. */
    public static boolean concerns(Path file) {
        return file.endsWith(RulesFile.NAME);
    }

    /** Returns the rules of a home directory; none if it uses those that come with Wenda. */
    public static List<Path> files(Path home) {
        return Stream.of(RulesFile.file(home)).filter(Files::exists).toList();
    }

    /** Returns the problems of a home directory's rules, also what shows only beside its index. */
    public static List<Problem> check(Path home) {
        List<Problem> problems = new ArrayList<>();
        for (Path file : files(home)) {
            Reading reading = RulesFile.read(file);
            problems.addAll(reading.root()
                    .map(root -> reading.with(RulesChecks.strangers(root, items(home))))
                    .orElse(reading)
                    .problems());
        }
        return problems;
    }

    /** Returns the problems of some files, wherever they lie. */
    public static List<Problem> check(List<Path> files) {
        return files.stream()
                .flatMap(file -> RulesFile.read(file).problems().stream())
                .toList();
    }

    /** A faulty index is told so elsewhere. */
    private static List<String> items(Path home) {
        return IndexLint.check(home).isEmpty()
                ? Index.in(home).items().stream().map(Index.Item::id).toList()
                : List.of();
    }
}
