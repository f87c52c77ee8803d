package org.wenda.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down about a change, in a file under version control.
 *
 * @param as {@code accepted}, {@code muted} or {@code known}
 * @param by who says so
 * @param until the last day on which it holds
 * @param expired whether that day is over, so that the change counts again
 */
public record Accepted(String as, String by, String reason, LocalDate until, boolean expired) {
    /**
     * One entry of the file.
     *
     * @param scenario null for all
     * @param turn null for all
     * @param items a change that names anything else is not meant; empty for any
     */
    public record Entry(
            String target,
            @Nullable String scenario,
            @Nullable String turn,
            DriftClass kind,
            List<String> items,
            String as,
            String by,
            String reason,
            LocalDate until) {
        public Entry {
            items = List.copyOf(items);
        }

        boolean fits(Difference change) {
            Question question = change.question();
            return target.equals(change.target())
                    && kind == change.kind()
                    && (scenario == null || (question != null && scenario.equals(question.scenario())))
                    && (turn == null || (question != null && turn.equals(question.turn())))
                    && (items.isEmpty()
                            || Stream.concat(change.gone().stream(), change.fresh().stream())
                                    .allMatch(item -> items.contains(item.value())));
        }

        Accepted on(LocalDate day) {
            return new Accepted(as, by, reason, until, day.isAfter(until));
        }
    }

    /**
     * Returns the entries of a home directory; none if it has no such file.
     *
     * @throws org.wenda.words.InputException with all problems of the file
     */
    public static List<Entry> in(Path home) {
        return AcceptedFile.in(home);
    }

    /** Returns what stands about a change; one that still holds goes before one that has expired. */
    static Optional<Accepted> of(Difference change, List<Entry> entries, LocalDate day) {
        List<Accepted> fitting = entries.stream()
                .filter(entry -> entry.fits(change))
                .map(entry -> entry.on(day))
                .toList();
        return fitting.stream()
                .filter(one -> !one.expired())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }
}
