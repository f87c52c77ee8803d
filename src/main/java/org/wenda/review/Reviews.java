package org.wenda.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.Fingerprints;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredMarks;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * The review of one stored run: who is handed what, what comes back, and what stands in the end. Draws no pages and
 * asks no chatbot.
 */
public final class Reviews {
    /** What people may be called; it becomes the name of a folder. */
    static final String PERSON = "[a-z0-9][a-z0-9-]{0,29}";

    /** Of these nobody can say more than the rule did. */
    private static final Set<Abstention> NOTHING_TO_MARK = Set.of(
            Abstention.BLOCKED,
            Abstention.UNREACHABLE,
            Abstention.BROKEN,
            Abstention.WIDGET_MOVED,
            Abstention.NO_CHATBOT,
            Abstention.NOT_ASKED,
            Abstention.TOO_FEW_TURNS,
            Abstention.NOT_APPLICABLE);

    private final RunDirectory directory;
    private final RunRecord record;
    private final Index index;
    private final Map<ItemKey, Mark> marks;
    private @Nullable Fingerprints fingerprints;

    private Reviews(RunDirectory directory, RunRecord record, Index index, Map<ItemKey, Mark> marks) {
        this.directory = directory;
        this.record = record;
        this.index = index;
        this.marks = marks;
    }

    /**
     * Opens the review of a run.
     *
     * @throws InputException if it is no run, was never marked, or was marked by another index than the one it keeps
     */
    public static Reviews of(Path run) {
        RunDirectory directory = RunDirectory.open(run);
        StoredMarks stored = directory.marks();
        if (stored.marks().isEmpty()) {
            throw new InputException(run.toString(), words("review.unmarked"));
        }
        if (!stored.problems().isEmpty()) {
            throw new InputException(stored.problems());
        }
        Index index = Index.in(directory.root());
        if (!index.sha256().equals(stored.index())) {
            throw new InputException(run.toString(), words("review.other-index"));
        }
        Map<ItemKey, Mark> marks = new LinkedHashMap<>();
        stored.marks().stream()
                .filter(mark -> mark.abstained() == null || !NOTHING_TO_MARK.contains(mark.abstained()))
                .forEach(mark -> marks.put(ItemKey.of(mark), mark));
        return new Reviews(directory, directory.record(), index, marks);
    }

    /** Returns what has come of the review of a run; {@link Reviewed#NOTHING} where nobody has marked. */
    public static Reviewed reviewed(RunDirectory directory) {
        return Settlement.reviewed(ratings(directory).byItem());
    }

    public RunRecord record() {
        return record;
    }

    public Index index() {
        return index;
    }

    /**
     * Returns what raters are handed: the items for people and those that a rule only suggests, in parts of some
     * targets each. All get the same items of a part, everybody in another order.
     *
     * @param raters their ids, at least two
     * @param seed by which the orders are drawn
     * @param targets how many a part has at most
     * @throws InputException with all problems of the names
     */
    public List<Batch> forRaters(List<String> raters, long seed, int targets) {
        requireRaters(raters);
        List<String> inPlan = record.plan().targets().stream()
                .map(RunRecord.PlannedTarget::id)
                .toList();
        List<String> marked = inPlan.stream()
                .filter(target -> marks.values().stream()
                        .anyMatch(mark -> isForPeople(mark) && mark.target().equals(target)))
                .toList();
        List<List<String>> parts = Drawing.parts(marked, targets);
        List<Batch> batches = new ArrayList<>();
        for (String rater : raters) {
            for (int i = 0; i < parts.size(); i++) {
                String name = String.format(Locale.ROOT, "batch-%02d", i + 1);
                Set<String> its = Set.copyOf(parts.get(i));
                List<Batch.Task> tasks = marks.values().stream()
                        .filter(mark -> isForPeople(mark) && its.contains(mark.target()))
                        .map(this::task)
                        .toList();
                batches.add(batch(Role.RATER, rater, name, seed, tasks));
            }
        }
        return batches;
    }

    /**
     * Returns what a third person is handed: the disagreements, and what is agreed as it stands.
     *
     * @param distance marks that lie no further apart are no disagreement, 0–3
     * @throws InputException if the person is a rater too, or nothing was rated twice
     */
    public Batch forSettler(String person, int distance, long seed) {
        requirePerson("--by", person);
        Ratings ratings = ratings();
        boolean isRater = ratings.byItem().values().stream()
                .flatMap(List::stream)
                .anyMatch(
                        rating -> rating.role() == Role.RATER && rating.person().equals(person));
        if (isRater) {
            throw new InputException("--by", words("review.own-judge", person));
        }
        Random random = Drawing.random(seed, person, "settlement");
        List<Batch.Task> tasks = Settlement.tasks(ratings.byItem(), marks, distance, random);
        if (tasks.isEmpty()) {
            throw new InputException(directory.id(), words("review.nothing-rated-twice"));
        }
        return new Batch(
                directory.id(), Role.SETTLER, person, "settlement", seed, index.edition(), index.sha256(), tasks);
    }

    /**
     * Returns what a checker is handed: marks drawn by lot from all, those of rules too, with every item and platform
     * among them where the size allows.
     *
     * @param size how many, from 1
     */
    public Batch forChecker(String person, int size, long seed) {
        requirePerson("--by", person);
        Random random = Drawing.random(seed, person, "sample");
        Map<String, String> platforms = record.plan().targets().stream()
                .collect(Collectors.toMap(
                        RunRecord.PlannedTarget::id, RunRecord.PlannedTarget::platform, (one, other) -> one));
        List<Mark> drawn = Drawing.stratified(
                List.copyOf(marks.values()),
                mark -> mark.indicator() + " " + platforms.getOrDefault(mark.target(), ""),
                size,
                random);
        return batch(
                Role.CHECKER,
                person,
                "sample",
                seed,
                drawn.stream().map(this::task).toList());
    }

    private Batch batch(Role role, String person, String name, long seed, List<Batch.Task> tasks) {
        Random random = Drawing.random(seed, person, name);
        List<Batch.Task> order = Drawing.shuffled(
                tasks,
                task -> task.item().target() + " "
                        + Objects.requireNonNullElse(task.item().scenario(), ""),
                random);
        return new Batch(directory.id(), role, person, name, seed, index.edition(), index.sha256(), order);
    }

    private Batch.Task task(Mark mark) {
        return new Batch.Task(
                ItemKey.of(mark), fingerprints().of(mark.target(), mark.scenario()), mark, List.of(), null);
    }

    private static boolean isForPeople(Mark mark) {
        return mark.by() != Index.MarkedBy.RULE;
    }

    /** Returns the folder that a person is handed; nobody else's lies in it. */
    public Path folder(Role role, String person) {
        return folder(role).resolve(person);
    }

    private Path folder(Role role) {
        return directory.review().resolve(role.wire() + "s");
    }

    /**
     * What came of an import.
     *
     * @param files how many were read
     * @param taken how many judgements were added
     * @param unchanged how many were there already
     */
    public record Imported(int files, int taken, int unchanged) {}

    /**
     * Adds what comes back from raters to {@code review/ratings.jsonl}: all of it or nothing.
     *
     * @param files saved pages and workbooks
     * @param now when that is
     * @throws InputException with all problems of all files; nothing is added then
     */
    public Imported take(List<Path> files, Instant now) {
        try (RunDirectory held = RunDirectory.resume(directory.root())) {
            List<Problem> problems = new ArrayList<>();
            List<Filled> filled = new ArrayList<>();
            for (Path file : files) {
                Filled one = FilledFile.read(file, problems);
                if (one != null) {
                    filled.add(one);
                }
            }
            readEvidence(filled.stream().flatMap(one -> one.items().stream()).map(Filled.Item::item));
            Path stored = RatingsFile.in(held);
            Importing.Taken taken = Importing.of(filled, RatingsFile.read(stored), new Terms(), now);
            problems.addAll(taken.problems());
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
            if (!taken.fresh().isEmpty()) {
                RatingsFile.append(stored, directory.id(), taken.fresh());
            }
            return new Imported(files.size(), taken.fresh().size(), taken.unchanged());
        }
    }

    /**
     * Returns how far raters agree with each other and with the rules.
     *
     * @param levels of jurisdictions by the ids of their targets
     * @param rounds how often units are drawn again for the interval of alpha
     * @param seed of those draws
     */
    public RaterAgreement agreement(Map<String, String> levels, int rounds, long seed) {
        return Comparing.of(ratings(), marks, index, record.plan(), levels, rounds, seed);
    }

    /** Reads all evidence, and returns what somebody marked on evidence that is another by now, by name. */
    public List<Problem> stale() {
        List<Problem> stale = new ArrayList<>();
        Map<ItemKey, List<Rating>> ratings = ratings().byItem();
        readEvidence(ratings.keySet().stream());
        ratings.forEach((item, its) -> {
            boolean same = marks.containsKey(item)
                    && its.get(0).evidence().equals(fingerprints().of(item.target(), item.scenario()));
            if (!same) {
                stale.add(new Problem(item.label(), words("review.stale")));
            }
        });
        return stale;
    }

    /** Gigabytes of pictures are read by all cores at once; what was read is remembered. */
    private void readEvidence(Stream<ItemKey> items) {
        Fingerprints all = fingerprints();
        items.filter(marks::containsKey).collect(Collectors.toSet()).parallelStream()
                .forEach(item -> all.of(item.target(), item.scenario()));
    }

    /** Not everything that is asked of a review needs the links of the run. */
    private Fingerprints fingerprints() {
        Fingerprints all = fingerprints == null ? Fingerprints.of(directory) : fingerprints;
        fingerprints = all;
        return all;
    }

    private Ratings ratings() {
        return ratings(directory);
    }

    private static Ratings ratings(RunDirectory directory) {
        return new Ratings(RatingsFile.read(RatingsFile.in(directory)));
    }

    private static void requireRaters(List<String> raters) {
        List<Problem> problems = new ArrayList<>();
        raters.stream()
                .filter(rater -> !rater.matches(PERSON))
                .forEach(rater -> problems.add(new Problem("--raters", words("review.person", rater))));
        if (new LinkedHashSet<>(raters).size() < Math.max(2, raters.size())) {
            problems.add(new Problem("--raters", words("review.raters", String.join(",", raters))));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static void requirePerson(String option, String person) {
        if (!person.matches(PERSON)) {
            throw new InputException(option, words("review.person", person));
        }
    }

    private static Message words(String key, Object... args) {
        return Message.of(Reviews.class, key, args);
    }

    /** What files have to fit, as this run has it. */
    private final class Terms implements Importing.Terms {
        @Override
        public String run() {
            return directory.id();
        }

        @Override
        public String index() {
            return index.sha256();
        }

        @Override
        public Set<String> persons(Role role) {
            if (!Files.isDirectory(folder(role))) {
                return Set.of();
            }
            try (Stream<Path> folders = Files.list(folder(role))) {
                return folders.map(folder -> String.valueOf(folder.getFileName()))
                        .collect(Collectors.toCollection(TreeSet::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isItem(Role role, ItemKey item) {
            Mark mark = marks.get(item);
            return mark != null && (role == Role.CHECKER || isForPeople(mark));
        }

        @Override
        public String evidence(ItemKey item) {
            return fingerprints().of(item.target(), item.scenario());
        }
    }
}
