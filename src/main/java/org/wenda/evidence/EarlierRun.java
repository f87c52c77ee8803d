package org.wenda.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.words.InputException;

/** Finds the run that another is set against: one of those beside it. Reads no more than what was planned. */
public final class EarlierRun {
    private EarlierRun() {}

    /**
     * Returns the last run that began earlier, asked one of the same targets and ended.
     *
     * @param fits what else it must have
     */
    public static Optional<RunDirectory> before(RunDirectory run, Predicate<RunDirectory> fits) {
        Path reports = run.root().toAbsolutePath().normalize().getParent();
        if (reports == null || !Files.isDirectory(reports)) {
            return Optional.empty();
        }
        Set<String> targets = targets(run.record());
        try (Stream<Path> beside = Files.list(reports)) {
            List<Path> earlier = beside.filter(path -> name(path).compareTo(run.id()) < 0)
                    .filter(path -> name(path).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*"))
                    .filter(path -> Files.isRegularFile(path.resolve("run.json")))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return earlier.stream()
                    .map(RunDirectory::open)
                    .filter(fits)
                    .filter(other -> isComparable(other, targets))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isComparable(RunDirectory other, Set<String> targets) {
        try {
            RunRecord record = other.record();
            return record.endedAt() != null && targets(record).stream().anyMatch(targets::contains);
        } catch (InputException e) {
            // A run that nobody can read is nothing to compare with.
            return false;
        }
    }

    private static Set<String> targets(RunRecord record) {
        return record.plan().targets().stream().map(RunRecord.PlannedTarget::id).collect(Collectors.toSet());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
