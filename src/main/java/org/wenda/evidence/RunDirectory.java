package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.score.Mark;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.NetworkRequest;
import org.wenda.transcript.Transcript;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * The directory of one run: where everything lies, and how it gets there whole. Names of files are made of checked ids
 * only, never of what a chatbot or a page said. Files are replaced in one step, so a reader sees the old or the new
 * one.
 */
public final class RunDirectory implements Closeable {
    private final Path root;
    private final @Nullable RunLock lock;

    private RunDirectory(Path root, @Nullable RunLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Returns the id of a run, such as {@code 2026-11-23T020000Z-shanghai}.
     *
     * @param names what was asked for, in the user's words: jurisdictions or addresses
     */
    public static String idOf(Instant start, List<String> names) {
        return Ids.runId(start, names);
    }

    /**
     * Makes the directory of a new run and holds it until {@link #close}.
     *
     * @throws InputException if there is one of that name
     */
    public static RunDirectory create(Path reports, String id) {
        if (!Ids.isRunId(id)) {
            throw new IllegalArgumentException("not an id of a run: " + id);
        }
        Path root = reports.resolve(id);
        try {
            Files.createDirectories(reports);
            Files.createDirectory(root);
            return new RunDirectory(root, held(root));
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(root, e);
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    /**
     * Opens a run for reading and for making its pages again.
     *
     * @throws InputException if it is not a run
     */
    public static RunDirectory open(Path run) {
        requireRun(run);
        return new RunDirectory(run, null);
    }

    /**
     * Opens a run to go on with it, and holds it until {@link #close}.
     *
     * @throws InputException if it is not a run, or a live process holds it
     */
    public static RunDirectory resume(Path run) {
        requireRun(run);
        try {
            return new RunDirectory(run, held(run));
        } catch (IOException e) {
            throw unwritable(run, e);
        }
    }

    public String id() {
        return name(root.toAbsolutePath().normalize());
    }

    public Path root() {
        return root;
    }

    public Path runFile() {
        return root.resolve("run.json");
    }

    public Path journalFile() {
        return root.resolve("exchanges.jsonl");
    }

    public Path allureResults() {
        return root.resolve("allure-results");
    }

    public Path allureReport() {
        return root.resolve("allure-report");
    }

    /** Returns the page to open first. */
    public Path index() {
        return root.resolve("index.html");
    }

    /** Returns where the first page lies once it was printed. */
    public Path printedIndex() {
        return root.resolve("index.pdf");
    }

    /** Returns where the page of a target lies once it was printed; not in its bundle, which stays as it was sealed. */
    public Path printed(String target) {
        return root.resolve(Ids.checked(target) + ".pdf");
    }

    /** Returns where the ranking of the run's targets is published; derived, so it can be made again. */
    public Path ranking() {
        return root.resolve("ranking");
    }

    /** Returns where a target's files lie; paths of {@link Evidence} start here. */
    public Path data(String target) {
        return bundles().resolve(Ids.checked(target)).resolve("data");
    }

    /** Returns where the bundles of the run lie, each in a folder named for its target. */
    public Path bundles() {
        return root.resolve("bundles");
    }

    /** Returns where it stands how each bundle was sealed last. */
    public Path sealsFile() {
        return root.resolve("seals.jsonl");
    }

    /** Returns where the files that people wrote lie as they were when the run began. */
    Path inputs() {
        return root.resolve("scenarios");
    }

    /**
     * Keeps a file that people wrote, as it is now, for the bundles.
     *
     * @param name its path below {@code scenarios/}, such as {@code standard/greeting.yaml} or {@code indicators.yaml}
     */
    public void keepInput(String name, byte[] bytes) {
        requireHeld();
        if (!name.matches("([a-z0-9-]+/)?[a-z0-9-]+\\.yaml")) {
            throw new IllegalArgumentException("not the name of a scenario file: " + name);
        }
        replace(inputs().resolve(name), bytes);
    }

    /** Returns whether {@link #keepInput} has kept a file of that name. */
    public boolean hasInput(String name) {
        return Files.isRegularFile(inputs().resolve(name));
    }

    /** Returns where the page lies that shows a target's marks; only a target that was marked has one. */
    public Path marksPage(String target) {
        return data(target).resolve("marks.html");
    }

    /** Returns where the files of one conversation lie. */
    public Path conversation(String target, String scenario) {
        return data(target).resolve(Ids.checked(scenario));
    }

    public Path transcriptFile(String target, String scenario) {
        return conversation(target, scenario).resolve("transcript.json");
    }

    public Path transcriptPage(String target, String scenario) {
        return conversation(target, scenario).resolve("transcript.html");
    }

    /** Returns where a kept file lies; empty if its path is none that {@link #keep} makes or nothing is there. */
    public Optional<Path> file(String target, Evidence evidence) {
        String[] parts = evidence.file().split("/", -1);
        if (parts.length != 2 || !Ids.isId(parts[0]) || !Ids.isId(parts[1])) {
            return Optional.empty();
        }
        return Optional.of(data(target).resolve(parts[0]).resolve(parts[1])).filter(Files::isRegularFile);
    }

    /** Returns where the profile of a target is kept that the run found to be wrong. */
    public Path profileBefore(String target) {
        return data(target).resolve("profile-before.yaml");
    }

    /** Keeps the profile of a target as it was; the first one, should it change more than once. */
    public void keepProfile(String target, String text) {
        requireHeld();
        if (!Files.exists(profileBefore(target))) {
            replace(profileBefore(target), text);
        }
    }

    /** Returns where each link of the run stands with where it led. */
    public Path linksFile() {
        return root.resolve("links.jsonl");
    }

    /** Returns where the pages are kept that the links of a target lead to. */
    public Path linkArchive(String target) {
        return data(target).resolve("links.warc.gz");
    }

    /** Opens an archive for what goes over the wire when links are followed; {@code software} is noted in it. */
    public LinkArchive openLinkArchive(String software) {
        requireHeld();
        return new LinkArchive(this, software);
    }

    /** Writes where all links of the run led, in the place of what was written before. */
    public void write(List<StoredLink> links) {
        requireHeld();
        replace(linksFile(), LinksFile.text(links));
    }

    /** Reads where the links of the run led. */
    public StoredLinks links() {
        return LinksFile.read(linksFile());
    }

    /** Returns where the marks of the run stand. */
    public Path marksFile() {
        return root.resolve("marks.jsonl");
    }

    /**
     * Writes all marks of the run, in the place of what was written before.
     *
     * @param index SHA-256 of the index by which they were made
     */
    public void write(String index, List<Mark> marks) {
        requireHeld();
        replace(marksFile(), MarksFile.text(id(), index, marks));
    }

    /** Reads the marks of the run. */
    public StoredMarks marks() {
        return MarksFile.read(marksFile());
    }

    /** Returns where it lies what human raters are handed and what they said. */
    public Path review() {
        return root.resolve("review");
    }

    /** Opens the journal to add to it. The caller closes it. */
    public Journal journal() {
        requireHeld();
        return Journal.append(journalFile());
    }

    /** Opens the journal of a target in which nothing is masked. The caller closes it. */
    public Journal rawJournal(String target) {
        requireHeld();
        Path file = raw(target).resolve("exchanges.jsonl");
        try {
            Files.createDirectories(raw(target));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return Journal.appendRaw(file);
    }

    /** Stores a picture of a turn. */
    public Evidence keep(String target, String scenario, int number, String turn, Evidence.Kind kind, byte[] png) {
        return keep(target, scenario, fileName(number, turn, kind, "png"), kind, png);
    }

    /**
     * Stores a picture of the page that a link of a turn led to.
     *
     * @param place place of the link among those of the conversation that were clicked, from 1
     */
    public Evidence keepLanding(String target, String scenario, int number, String turn, int place, byte[] png) {
        String name = String.format(Locale.ROOT, "%02d-%s-landing-%d.png", number, Ids.checked(turn), place);
        return keep(target, scenario, name, Evidence.Kind.LANDING, png);
    }

    /**
     * Stores a picture of one screen on the way to the chatbot.
     *
     * @param place of the screen on the way, from 1
     */
    public Evidence keepWay(String target, String scenario, int number, String turn, int place, byte[] png) {
        String name = String.format(Locale.ROOT, "%02d-%s-way-%02d.png", number, Ids.checked(turn), place);
        return keep(target, scenario, name, Evidence.Kind.WAY, png);
    }

    /** Stores the markup of a reply, as text that no browser takes for a page. Numbers of people are masked. */
    public Evidence keepDom(String target, String scenario, int number, String turn, String dom) {
        String name = fileName(number, turn, Evidence.Kind.DOM, "txt");
        return keep(target, scenario, name, Evidence.Kind.DOM, Masking.mask(dom).getBytes(UTF_8));
    }

    /** Stores the markup of a reply once more, with nothing masked. */
    public void keepRawDom(String target, String scenario, int number, String turn, String dom) {
        requireHeld();
        String name = fileName(number, turn, Evidence.Kind.DOM, "txt");
        replace(raw(target).resolve(Ids.checked(scenario)).resolve(name), dom);
    }

    /**
     * Stores what was drawn of a chatbot's window, and a page that plays it.
     *
     * @param film as {@code replay.js} made it, from the page itself
     * @throws IllegalArgumentException if it is none, or out of bounds
     */
    public void keepReplay(String target, String scenario, String film, Lang lang) {
        requireHeld();
        byte[] packed = Film.of(film).packed();
        replace(conversation(target, scenario).resolve("replay.json.gz"), packed);
        replace(replayPage(target, scenario), ReplayPage.of(packed, scenario, lang));
    }

    /** Returns where the page is that plays a conversation; not every conversation has one. */
    public Path replayPage(String target, String scenario) {
        return conversation(target, scenario).resolve("replay.html");
    }

    /**
     * Writes what the pages of a conversation asked for, as HAR, in which numbers of people are masked. Of a
     * conversation that was cut, what is there already stays before it.
     *
     * @param version of the program that heard of it
     */
    public void write(String target, String scenario, List<NetworkRequest> requests, String version) {
        requireHeld();
        Path file = networkFile(target, scenario);
        replace(file, Json.maskedDocument(Har.of(requests, version, Har.entries(file))));
    }

    /** Returns where it stands what the pages of a conversation asked for; not every conversation has it. */
    public Path networkFile(String target, String scenario) {
        return conversation(target, scenario).resolve("network.har");
    }

    /** Writes how accessible the window of a target's chatbot is. */
    public void write(String target, AccessCheck check) {
        requireHeld();
        replace(accessFile(target), Json.maskedDocument(check));
    }

    public Path accessFile(String target) {
        return data(target).resolve("axe.json");
    }

    /**
     * Reads how accessible the window of a target's chatbot is; nothing if it was not checked.
     *
     * @throws InputException if it cannot be read
     */
    public Optional<AccessCheck> accessCheck(String target) {
        Path file = accessFile(target);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), AccessCheck.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new InputException(file.toString(), Message.of(RunDirectory.class, "file.unreadable", e.toString()));
        }
    }

    public void write(RunRecord record) {
        requireHeld();
        replace(runFile(), Json.document(record));
    }

    /** Writes a conversation, in which numbers of people are masked. */
    public void write(Transcript transcript) {
        requireHeld();
        Path file = transcriptFile(transcript.target(), transcript.scenario());
        replace(file, Json.maskedDocument(TranscriptFile.of(transcript)));
    }

    /** Writes a conversation once more, with nothing masked. */
    public void writeRaw(Transcript transcript) {
        requireHeld();
        Path folder = raw(transcript.target()).resolve(Ids.checked(transcript.scenario()));
        replace(folder.resolve("transcript.json"), Json.document(TranscriptFile.of(transcript)));
    }

    /**
     * Reads what {@code run.json} says.
     *
     * @throws InputException if it cannot be read
     */
    public RunRecord record() {
        try {
            return Json.read(Files.readString(runFile()), RunRecord.class);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    runFile().toString(), Message.of(RunDirectory.class, "file.unreadable", e.getOriginalMessage()));
        } catch (IOException e) {
            throw new InputException(
                    runFile().toString(), Message.of(RunDirectory.class, "file.unreadable", e.toString()));
        }
    }

    /** Reads the whole run. What cannot be read is named in {@link StoredRun#problems()}; the rest is there. */
    public StoredRun read() {
        return new RunReader(this).read();
    }

    /** Writes a page or another derived file in one step. */
    public static void replace(Path file, String text) {
        replace(file, text.getBytes(UTF_8));
    }

    /** Lets go of the run. */
    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    private Evidence keep(String target, String scenario, String name, Evidence.Kind kind, byte[] bytes) {
        requireHeld();
        replace(conversation(target, scenario).resolve(name), bytes);
        return new Evidence(kind, scenario + "/" + name);
    }

    private Path raw(String target) {
        return data(target).resolve("raw");
    }

    private static String fileName(int number, String turn, Evidence.Kind kind, String ending) {
        String what = kind.name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%02d-%s-%s.%s", number, Ids.checked(turn), what, ending);
    }

    /** Writes a derived file in one step. */
    public static void replace(Path file, byte[] bytes) {
        Path fresh = file.resolveSibling(name(file) + ".new");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    void requireHeld() {
        if (lock == null) {
            throw new IllegalStateException("opened for reading: " + root);
        }
    }

    private static RunLock held(Path root) throws IOException {
        RunLock lock = RunLock.take(lockFile(root));
        if (lock == null) {
            throw inUse(root);
        }
        return lock;
    }

    private static Path lockFile(Path root) {
        return root.resolve(".lock");
    }

    private static void requireRun(Path run) {
        if (!Files.isRegularFile(run.resolve("run.json"))) {
            throw new InputException(run.toString(), Message.of(RunDirectory.class, "run.missing"));
        }
    }

    private static InputException alreadyThere(Path root, FileAlreadyExistsException cause) {
        try (RunLock free = RunLock.take(lockFile(root))) {
            if (free == null) {
                return inUse(root);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return new InputException(root.toString(), Message.of(RunDirectory.class, "run.exists", name(root)));
    }

    private static InputException inUse(Path root) {
        return new InputException(root.toString(), Message.of(RunDirectory.class, "run.in-use", holder(root)));
    }

    private static String holder(Path root) {
        try {
            return Files.readString(lockFile(root)).strip();
        } catch (IOException e) {
            // Some systems let nobody read a locked file.
            return "?";
        }
    }

    static MachineException unwritable(Path file, IOException cause) {
        return new MachineException(
                Message.of(RunDirectory.class, "file.unwritable", file, String.valueOf(cause)), cause);
    }
}
