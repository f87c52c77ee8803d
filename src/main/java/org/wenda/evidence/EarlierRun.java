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
        return find(run, fits, 1).stream().findFirst();
    }

    /** Returns the last runs that began earlier, asked one of the same targets and ended; the latest first. */
    public static List<RunDirectory> lastBefore(RunDirectory run, int most) {
        return find(run, any -> true, most);
    }

    /**
     * Returns the last run that asked at least half of the same targets, and ended: a night is compared with a night.
     */
    public static Optional<RunDirectory> lastAlike(RunDirectory run) {
        Set<String> targets = targets(run.record());
        return before(run, other -> shared(other, targets) * 2 >= targets.size());
    }

    private static List<RunDirectory> find(RunDirectory run, Predicate<RunDirectory> fits, int most) {
        Path reports = run.root().toAbsolutePath().normalize().getParent();
        if (reports == null || !Files.isDirectory(reports)) {
            return List.of();
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
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long shared(RunDirectory other, Set<String> targets) {
        try {
            return targets(other.record()).stream().filter(targets::contains).count();
        } catch (InputException e) {
            return 0;
        }
    }

    private static boolean isComparable(RunDirectory other, Set<String> targets) {
        try {
            return other.record().endedAt() != null && shared(other, targets) > 0;
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
