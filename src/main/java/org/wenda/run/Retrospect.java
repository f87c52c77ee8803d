package org.wenda.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenda.history.year.Chronicle;
import org.wenda.history.year.TargetLine;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Platform;
import org.wenda.report.HistoryPages;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Looks back at what earlier runs told of a jurisdiction. Asks nobody. */
public final class Retrospect implements AutoCloseable {
    private final Path home;
    private final Chronicle chronicle;

    /** @param reports where the runs are */
    public Retrospect(Path home, Path reports) {
        this.home = home;
        this.chronicle = Chronicle.of(reports);
    }

    /**
     * What was found.
     *
     * @param lines one for each of its targets, in the order of the platforms
     * @param problems runs or parts of them that could not be read; the lines go without them
     */
    public record Seen(List<TargetLine> lines, List<Problem> problems) {
        public Seen {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Returns the lines of a jurisdiction, after reading the runs that are new.
     *
     * @param whom id or Chinese name of a jurisdiction, or the id of a target
     * @param platforms which of its targets
     * @param since the first day on which a run may have begun; null for all
     * @throws InputException if nobody knows it, or no run has asked it
     */
    public Seen at(String whom, List<Platform> platforms, @Nullable LocalDate since) {
        List<Problem> problems = chronicle.refresh();
        List<TargetLine> lines = lines(whom, platforms, since);
        if (lines.isEmpty()) {
            // Only now: reading all jurisdictions takes longer than the answer.
            String id = isAsked(whom) ? whom : Jurisdictions.in(home).byId(whom).id();
            lines = lines(id, platforms, since);
        }
        if (lines.isEmpty()) {
            throw new InputException(
                    whom,
                    since == null
                            ? Message.of(Retrospect.class, "retrospect.never")
                            : Message.of(Retrospect.class, "retrospect.since", since));
        }
        return new Seen(lines, problems);
    }

    private boolean isAsked(String whom) {
        return chronicle.targets().stream()
                .anyMatch(target -> target.equals(whom) || target.matches(Pattern.quote(whom) + "-[a-z]+"));
    }

    private List<TargetLine> lines(String whom, List<Platform> platforms, @Nullable LocalDate since) {
        List<TargetLine> lines = new ArrayList<>();
        for (Platform platform : platforms) {
            String ending = "-" + platform.id();
            String target = whom.endsWith(ending) ? whom : whom + ending;
            chronicle.line(target, since).ifPresent(lines::add);
        }
        return lines;
    }

    /** Writes the page of a line beside the history. */
    public Path page(TargetLine line, List<Problem> problems, Lang lang) {
        return HistoryPages.write(chronicle.folder(), line, problems, lang);
    }

    @Override
    public void close() {
        chronicle.close();
    }
}
