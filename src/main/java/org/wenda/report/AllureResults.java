package org.wenda.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredLink;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Move;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;

/**
 * Writes a stored run as Allure results: for each target one test that shows how it stands, and one for each
 * conversation, with one step for each turn. Ids are made of target and scenario, so Allure knows the same test again
 * in another run.
 *
 * <p>The report is one file that opens from the disk, so all that is attached lies in it. Of a bigger run only what is
 * read first is attached; every test leads to its page in the run's folder, which is loaded when it is asked for. Tests
 * may be written from several threads at once.
 */
final class AllureResults {
    /** Kept pictures of a run whose pages show them small; of bigger runs they are left out. */
    static final long MOST_PICTURE_BYTES = 48L << 20;

    /** The pages of conversations, and the replies as text, are left out of still bigger ones. */
    static final int MOST_CONVERSATIONS = 200;

    /** The order of runs, as a number that people can read. */
    private static final DateTimeFormatter ORDER =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunDirectory directory;
    private final StoredLinks links;
    private final Naming naming;
    private final Pages pages;
    private final Marked marked;
    private final boolean withPictures;
    private final boolean withPages;
    private final Path folder;
    private final FileSystemResultsWriter writer;

    /** Makes the folder for the results. */
    AllureResults(RunDirectory directory, StoredRun run, StoredLinks links, Marked marked, Naming naming, Pages pages) {
        this.directory = directory;
        this.links = links;
        this.marked = marked;
        this.naming = naming;
        this.pages = pages;
        this.folder = directory.allureResults();
        this.withPages = run.transcripts().size() <= MOST_CONVERSATIONS;
        this.withPictures = withPages && pictureBytes(directory, run) <= MOST_PICTURE_BYTES;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.writer = new FileSystemResultsWriter(folder);
    }

    /** Writes one conversation. */
    void write(Transcript transcript) {
        try {
            writer.write(test(transcript));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes how a target stands.
     *
     * @param page as it reads by itself
     */
    void write(String target, MarksPage page, Instant started, Instant ended) {
        try {
            writer.write(overview(target, page, started, ended));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is said of the run as a whole. */
    void write(StoredRun run) {
        try {
            Files.write(
                    folder.resolve("environment.properties"), environment(run).getBytes(ISO_8859_1));
            Files.writeString(folder.resolve("categories.json"), categories());
            Files.writeString(folder.resolve("executor.json"), executor(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestResult overview(String target, MarksPage page, Instant started, Instant ended) throws IOException {
        String id = target + "/overview";
        String name = naming.word("overview");
        String total = page.covered()
                ? naming.word("marks.total", page.total().value(), page.total().full())
                : naming.word("marks.uncovered");
        return new TestResult()
                .setUuid(uuid(page.run() + "/" + id))
                .setHistoryId(uuid(id))
                .setTestCaseId(uuid(id))
                .setTestCaseName(name)
                .setFullName(id)
                .setName(name + ": " + total)
                .setLabels(labels(target, name, false))
                .setLinks(List.of(leadsTo(directory.marksPage(target))))
                .setParameters(List.of(parameter(naming.word("target"), target)))
                .setStatus(page.covered() ? Status.PASSED : Status.SKIPPED)
                .setStatusDetails(new StatusDetails().setMessage(total + bounds(page.total())))
                .setStage(Stage.FINISHED)
                .setStart(started.toEpochMilli())
                .setStop(Math.max(started.toEpochMilli(), ended.toEpochMilli()))
                .setSteps(page.cores().stream()
                        .flatMap(core -> core.secondaries().stream())
                        .map(secondary -> standing(secondary, started))
                        .toList())
                .setAttachments(List.of(attach(
                        id,
                        name,
                        "text/html",
                        "html",
                        pages.lay("marks.peb.html", page).getBytes(UTF_8))));
    }

    private static StepResult standing(MarksPage.SecondaryPart secondary, Instant when) {
        return standing(secondary.name(), secondary.amount(), when)
                .setSteps(secondary.items().stream()
                        .map(item -> standing(item.id() + " " + item.name(), item.amount(), when))
                        .toList());
    }

    private static StepResult standing(String name, MarksPage.@Nullable AmountPart amount, Instant when) {
        String value = amount == null ? "–" : amount.value() + " / " + amount.full() + bounds(amount);
        return new StepResult()
                .setName(name + ": " + value)
                .setStatus(amount == null ? Status.SKIPPED : Status.PASSED)
                .setStage(Stage.FINISHED)
                .setStart(when.toEpochMilli())
                .setStop(when.toEpochMilli());
    }

    private static String bounds(MarksPage.AmountPart amount) {
        return amount.bounds().isEmpty() ? "" : " (" + amount.bounds() + ")";
    }

    /** A page of the run's folder, seen from the report's own. */
    private io.qameta.allure.model.Link leadsTo(Path page) {
        String path = directory.allureReport().relativize(page).toString().replace('\\', '/');
        return new io.qameta.allure.model.Link()
                .setName(naming.word("conversation.page"))
                .setUrl(path)
                .setType("custom");
    }

    private TestResult test(Transcript transcript) throws IOException {
        String id = transcript.target() + "/" + transcript.scenario();
        String kind = naming.kind(transcript.scenario());
        List<StepResult> steps = new ArrayList<>();
        for (Exchange exchange : transcript.exchanges()) {
            steps.add(step(exchange, kind, transcript.startedAt()));
        }
        Exchange decisive = decisive(transcript.exchanges(), kind);
        return new TestResult()
                .setUuid(uuid(transcript.run() + "/" + id))
                .setHistoryId(uuid(id))
                .setTestCaseId(uuid(id))
                .setTestCaseName(naming.scenario(transcript.scenario()))
                .setFullName(id)
                .setName(naming.scenario(transcript.scenario()))
                .setLabels(labels(
                        transcript.target(),
                        naming.scenario(transcript.scenario()),
                        transcript.exchanges().stream().anyMatch(Exchange::critical)))
                .setLinks(List.of(leadsTo(directory.transcriptPage(transcript.target(), transcript.scenario()))))
                .setParameters(parameters(transcript))
                .setStatus(Expectation.ofTest(transcript.exchanges(), kind))
                .setStatusDetails(new StatusDetails().setMessage(message(decisive)))
                .setStage(Stage.FINISHED)
                .setStart(transcript.startedAt().toEpochMilli())
                .setStop(Math.max(
                        transcript.startedAt().toEpochMilli(),
                        steps.stream().mapToLong(StepResult::getStop).max().orElse(0)))
                .setSteps(steps)
                .setAttachments(withPages ? List.of(page(transcript)) : List.of());
    }

    private StepResult step(Exchange exchange, String kind, Instant otherwise) throws IOException {
        Timing timing = exchange.timing();
        Instant start = timing == null ? otherwise : timing.sentAt();
        return new StepResult()
                .setName(name(exchange))
                .setStatus(Expectation.ofTurn(exchange.outcome(), kind))
                .setStatusDetails(new StatusDetails().setMessage(message(exchange)))
                .setStage(Stage.FINISHED)
                .setStart(start.toEpochMilli())
                .setStop(start.plus(complete(timing)).toEpochMilli())
                .setParameters(times(exchange))
                .setSteps(linkSteps(exchange, start.plus(complete(timing))))
                .setAttachments(reply(exchange));
    }

    /** One step for each link, so that a verdict is seen without opening anything. A bad link fails no test. */
    private List<StepResult> linkSteps(Exchange exchange, Instant when) {
        List<StepResult> steps = new ArrayList<>();
        for (StoredLink link : links.of(exchange.target(), exchange.scenario(), exchange.number())) {
            steps.add(new StepResult()
                    .setName("[" + link.verdict().wire() + "] " + naming.verdict(link.verdict()) + ": "
                            + Segment.plain(link.link().text()))
                    .setStatus(Status.PASSED)
                    .setStage(Stage.FINISHED)
                    .setStart(when.toEpochMilli())
                    .setStop(when.toEpochMilli())
                    .setParameters(linkFacts(link)));
        }
        return steps;
    }

    private List<Parameter> linkFacts(StoredLink link) {
        List<Parameter> facts = new ArrayList<>();
        facts.add(parameter(naming.word("address"), Segment.plain(link.link().href())));
        facts.add(parameter(
                naming.word("link.reason"),
                Segment.plain(link.reason().message().in(naming.lang()))));
        if (!link.finalAddress().equals(link.link().href())) {
            facts.add(parameter(naming.word("link.end"), Segment.plain(link.finalAddress())));
        }
        StoredLink.Look look = link.look();
        if (look != null) {
            facts.add(parameter(
                    naming.word("link.clicked"),
                    naming.word("landing." + look.where().wire())));
        }
        return facts;
    }

    private String name(Exchange exchange) {
        String pressed = exchange.choice() == null ? "" : "[" + naming.word("step", exchange.step()) + "] ";
        String trial = ConversationPage.trial(exchange.trial(), naming);
        String again = trial.isEmpty() ? "" : "[" + trial + "] ";
        return exchange.number() + ". " + again + pressed + Segment.plain(exchange.question());
    }

    private static Duration complete(@Nullable Timing timing) {
        return timing == null ? Duration.ZERO : Objects.requireNonNullElse(timing.complete(), Duration.ZERO);
    }

    private List<Parameter> times(Exchange exchange) {
        List<Parameter> shown = new ArrayList<>();
        shown.add(parameter(naming.word("outcome"), naming.outcome(exchange.outcome())));
        Timing timing = exchange.timing();
        if (timing != null) {
            addTime(shown, "time.first-sign", timing.firstSign());
            addTime(shown, "time.first-reply", timing.firstReply());
            addTime(shown, "time.complete", timing.complete());
        }
        return shown;
    }

    private void addTime(List<Parameter> shown, String key, @Nullable Duration time) {
        if (time != null) {
            shown.add(parameter(naming.word(key), String.valueOf(Figures.show(time))));
        }
    }

    private List<Attachment> reply(Exchange exchange) throws IOException {
        String text = exchange.reply().text();
        if (!withPages || text.isEmpty()) {
            return List.of();
        }
        String id = exchange.target() + "/" + exchange.scenario() + "/" + exchange.number() + "/reply";
        return List.of(attach(
                id,
                naming.word("reply"),
                "text/plain",
                "txt",
                Segment.plain(text).getBytes(UTF_8)));
    }

    private Attachment page(Transcript transcript) throws IOException {
        ConversationPage.Pictures pictures = withPictures ? new PngThumbnails(directory) : (target, evidence) -> null;
        List<MarksPage.ItemPart> marks = marked.ofScenario(transcript.target(), transcript.scenario(), naming, false);
        ConversationPage page = ConversationPage.of(transcript, links, marks, naming, pictures, false, false);
        return attach(
                transcript.target() + "/" + transcript.scenario() + "/page",
                naming.word("conversation"),
                "text/html",
                "html",
                pages.lay("transcript.peb.html", page).getBytes(UTF_8));
    }

    private Attachment attach(String id, String name, String type, String ending, byte[] bytes) throws IOException {
        String source = uuid(id) + "-attachment." + ending;
        Files.write(folder.resolve(source), bytes);
        return new Attachment().setName(name).setType(type).setSource(source);
    }

    private List<Label> labels(String target, String story, boolean critical) {
        String jurisdiction = naming.target(target);
        String platform = naming.platform(target);
        return List.of(
                label("epic", jurisdiction),
                label("feature", platform),
                label("story", story),
                label("parentSuite", jurisdiction),
                label("suite", platform),
                label("severity", critical ? "critical" : "normal"),
                label("framework", "wenda"),
                label("thread", target));
    }

    private List<Parameter> parameters(Transcript transcript) {
        List<Parameter> shown = new ArrayList<>();
        shown.add(parameter(naming.word("target"), transcript.target()));
        long steps = transcript.exchanges().stream()
                .filter(exchange -> exchange.choice() != null)
                .count();
        if (steps > 0) {
            shown.add(parameter(naming.word("steps"), String.valueOf(steps)));
        }
        if (transcript.opening() != null) {
            shown.add(parameter(
                    naming.word("entry"),
                    Segment.plain(transcript.opening().entry().how())));
            Move move = transcript.opening().entry().move();
            if (move != null) {
                shown.add(parameter(
                        naming.word("moved.was"), Segment.plain(move.was().line())));
                shown.add(parameter(
                        naming.word("moved.now"), Segment.plain(move.now().line())));
            }
        }
        return shown;
    }

    /** The turn that decided the test: the first with the test's status. */
    private static Exchange decisive(List<Exchange> turns, String kind) {
        Status status = Expectation.ofTest(turns, kind);
        return turns.stream()
                .filter(turn -> Expectation.ofTurn(turn.outcome(), kind) == status)
                .findFirst()
                .orElse(turns.get(0));
    }

    private String message(Exchange exchange) {
        String reason = exchange.reason() == null ? "" : ": " + Segment.plain(exchange.reason());
        return "[" + exchange.outcome().wire() + "] " + naming.outcome(exchange.outcome()) + reason;
    }

    private String categories() {
        ArrayNode categories = JsonNodeFactory.instance.arrayNode();
        for (Outcome outcome : Outcome.values()) {
            categories
                    .addObject()
                    .put("name", naming.outcome(outcome))
                    .put("messageRegex", "(?s)\\[" + outcome.wire() + "\\].*")
                    .putArray("matchedStatuses")
                    .add("failed")
                    .add("broken")
                    .add("skipped");
        }
        return categories.toPrettyString() + "\n";
    }

    private String executor(StoredRun run) {
        return JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "Wenda " + run.record().wenda())
                        .put("type", "wenda")
                        .put("buildName", run.record().run())
                        .put(
                                "buildOrder",
                                Long.parseLong(ORDER.format(run.record().startedAt())))
                        .put("reportName", run.record().run())
                        // Seen from the report of another run, which is where it is followed.
                        .put("reportUrl", "../../" + run.record().run() + "/allure-report/index.html")
                        .toPrettyString()
                + "\n";
    }

    private String environment(StoredRun run) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(naming.word("run"), run.record().run());
        facts.put("Wenda", run.record().wenda());
        run.transcripts().stream()
                .map(Transcript::target)
                .distinct()
                .limit(20)
                .forEach(target -> facts.put(
                        naming.target(target) + " (" + naming.platform(target) + ")", naming.address(target)));
        run.transcripts().stream()
                .map(Transcript::client)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(client -> {
                    facts.put(naming.word("browser"), Segment.plain(client.browser()));
                    facts.put(naming.word("driver"), Segment.plain(client.driver()));
                });
        facts.put(naming.word("system"), run.record().machine().os());
        facts.put("Java", run.record().machine().java());
        StringBuilder lines = new StringBuilder();
        facts.forEach((key, value) ->
                lines.append(escaped(key)).append('=').append(escaped(value)).append('\n'));
        return lines.toString();
    }

    /** Escapes for a reader of properties that takes every byte for a character. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> {
            if (unit < 0x20 || unit > 0x7e) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else if (" :=#!\\".indexOf(unit) >= 0) {
                escaped.append('\\').append((char) unit);
            } else {
                escaped.append((char) unit);
            }
        });
        return escaped.toString();
    }

    private static long pictureBytes(RunDirectory directory, StoredRun run) {
        Stream<Optional<Path>> turns = run.exchanges().stream()
                .flatMap(exchange ->
                        exchange.evidence().stream().map(evidence -> directory.file(exchange.target(), evidence)));
        Stream<Optional<Path>> landings = run.transcripts().stream()
                .flatMap(transcript -> transcript.landings().stream()
                        .map(Landing::picture)
                        .filter(Objects::nonNull)
                        .map(picture -> directory.file(transcript.target(), picture)));
        return Stream.concat(turns, landings)
                .flatMap(Optional::stream)
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    private static String uuid(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
