package org.wenda.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wenda.config.Home;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.history.Accepted;
import org.wenda.history.Drift;
import org.wenda.history.Meaning;
import org.wenda.history.Night;
import org.wenda.history.Noise;
import org.wenda.report.ChangesPages;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Compares stored runs and writes what changed into the later one. Asks no chatbot. */
public final class Comparing {
    private final Drift drift;

    /**
     * Makes ready to compare by the noise and the accepted changes of a home.
     *
     * @throws InputException with all problems of their files
     */
    public Comparing(Home home, Meaning meaning) {
        this(Noise.in(home.folder()), meaning, Accepted.in(home.folder()));
    }

    Comparing(Noise noise, Meaning meaning, List<Accepted.Entry> accepted) {
        this.drift = new Drift(noise, meaning, accepted);
    }

    /**
     * What was done.
     *
     * @param document what {@code changes.json} says
     * @param page in the language people are spoken to
     * @param unread what could not be read of the two runs, or of those that were named as earlier ones
     */
    public record Done(Drift.Found found, String document, Path page, List<Problem> unread) {
        public Done {
            unread = List.copyOf(unread);
        }
    }

    /**
     * Compares two runs by themselves.
     *
     * @see #compare(Path, Path, List, List, LocalDate, Lang)
     */
    Done compare(Path before, Path after, List<Path> earlier, LocalDate day, Lang lang) {
        return compare(before, after, earlier, List.of(), day, lang);
    }

    /**
     * Compares two runs and writes {@code changes.json} and {@code changes.html} into the later one.
     *
     * @param earlier runs before both, for the habits of their chatbots
     * @param past likewise, for how their questions ended and where their links led; what cannot be read of them does
     *     not count
     * @param day by which it is told whether what was accepted still holds
     * @throws InputException if one of them is no run, or both are the same
     */
    public Done compare(Path before, Path after, List<Path> earlier, List<Path> past, LocalDate day, Lang lang) {
        RunDirectory was = RunDirectory.open(before);
        RunDirectory is = RunDirectory.open(after);
        if (was.id().equals(is.id())) {
            throw new InputException(after.toString(), Message.of(Comparing.class, "same-run"));
        }
        List<Problem> unread = new ArrayList<>();
        List<Night> habits = earlier.stream()
                .map(run -> night(RunDirectory.open(run), unread))
                .toList();
        List<Night> lent = past.stream()
                .map(run -> night(RunDirectory.open(run), new ArrayList<>()))
                .toList();
        Drift.Found found = drift.between(night(was, unread), night(is, unread), habits, lent, day);
        ChangesPages.Made made = ChangesPages.write(is, found, lang);
        return new Done(found, made.document(), made.page(), unread);
    }

    private static Night night(RunDirectory directory, List<Problem> unread) {
        StoredRun run = directory.read();
        StoredLinks links = directory.links();
        unread.addAll(run.problems());
        unread.addAll(links.problems());
        return new Night(
                run.record().run(),
                run.record().plan().targets().stream()
                        .map(RunRecord.PlannedTarget::id)
                        .toList(),
                run.transcripts(),
                links.links().stream()
                        .map(link -> new Night.Followed(
                                link.place().target(),
                                link.place().scenario(),
                                link.place().number(),
                                link.link().href(),
                                link.verdict()))
                        .toList());
    }
}
