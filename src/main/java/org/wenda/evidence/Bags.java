package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Client;
import org.wenda.transcript.Transcript;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * The bundles of a run as bags. A bundle holds all that is known of its target: what {@code data/} holds anyway, and
 * copies of what the run's own files say of it, so that it can be handed on alone.
 */
public final class Bags {
    private final RunDirectory directory;
    private final BagTerms terms;

    private Bags(RunDirectory directory, BagTerms terms) {
        this.directory = directory;
        this.terms = terms;
    }

    /** Returns the folders of a run's bundles, by name; also those of targets that were sealed and are gone. */
    public static List<Path> folders(RunDirectory directory) {
        Map<String, Path> folders = new TreeMap<>();
        sealed(directory)
                .keySet()
                .forEach(target -> folders.put(target, directory.bundles().resolve(target)));
        if (Files.isDirectory(directory.bundles())) {
            try (Stream<Path> all = Files.list(directory.bundles())) {
                all.forEach(folder -> folders.put(String.valueOf(folder.getFileName()), folder));
            } catch (IOException e) {
                throw RunDirectory.unwritable(directory.bundles(), e);
            }
        }
        return List.copyOf(folders.values());
    }

    /**
     * Checks one of {@link #folders}: as {@link BagCheck#check}, and whether it is the bundle that was sealed last, by
     * what {@code seals.jsonl} says. A bundle that is exchanged for another whole one is found so.
     */
    public static BagReport check(RunDirectory directory, Path bag) {
        BagReport report = BagCheck.check(bag);
        Path listed = bag.resolve("tagmanifest-sha512.txt");
        String said = sealed(directory).get(String.valueOf(bag.getFileName()));
        try {
            boolean differs = said != null
                    && Files.isRegularFile(listed, LinkOption.NOFOLLOW_LINKS)
                    && !said.equals(Digest.of(listed, List.of(Digest.SHA512)).get(Digest.SHA512));
            String seals = String.valueOf(directory.sealsFile().getFileName());
            return differs
                    ? report.with(BagFault.of(BagFault.Kind.CHANGED, "tagmanifest-sha512.txt", List.of(seals)))
                    : report;
        } catch (IOException e) {
            return report; // That it cannot be read is among the faults already.
        }
    }

    /**
     * Opens the bundles of a run to be written in. Until they are sealed again, whoever checks them is told so.
     *
     * @throws org.wenda.words.MachineException if that cannot be written
     */
    public static void open(RunDirectory directory) {
        directory.requireHeld();
        for (Path bag : payloads(directory).keySet().stream()
                .map(target -> directory.bundles().resolve(target))
                .toList()) {
            try {
                if (BagSealer.isSealed(bag)) {
                    BagSealer.open(bag);
                }
            } catch (IOException e) {
                throw RunDirectory.unwritable(bag, e);
            }
        }
    }

    /**
     * Seals every bundle of a run, after all else in it is written, and notes in {@code seals.jsonl} how.
     *
     * @param now what the seals are dated
     * @return time stamps that were asked for and are not there; the bundles are whole all the same
     * @throws org.wenda.words.MachineException if they cannot be written
     */
    public static List<Problem> seal(RunDirectory directory, BagTerms terms, Instant now) {
        directory.requireHeld();
        try {
            return new Bags(directory, terms).seal(now.truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException e) {
            throw RunDirectory.unwritable(directory.bundles(), e);
        }
    }

    private List<Problem> seal(Instant now) throws IOException {
        Map<String, Path> payloads = payloads(directory);
        for (String target : payloads.keySet()) {
            BagSealer.open(directory.bundles().resolve(target));
        }
        for (Path lines : List.of(
                directory.journalFile(), directory.linksFile(), directory.root().resolve("marks.jsonl"))) {
            Excerpts.write(lines, payloads);
        }
        RunRecord record = directory.record();
        Map<String, List<Client>> clients = directory.read().transcripts().stream()
                .filter(transcript -> transcript.client() != null)
                .collect(Collectors.groupingBy(
                        Transcript::target,
                        Collectors.mapping(one -> Objects.requireNonNull(one.client()), Collectors.toList())));
        Map<String, String> titles = titles();
        BagSealer sealer = new BagSealer(terms.key(), stamper());
        List<Problem> problems = new ArrayList<>();
        StringBuilder seals = new StringBuilder();
        for (Map.Entry<String, Path> payload : payloads.entrySet()) {
            String target = payload.getKey();
            Path bag = directory.bundles().resolve(target);
            complete(target, payload.getValue(), record, titles);
            BagSealer.Sealed sealed =
                    sealer.seal(bag, info(record, target, clients.getOrDefault(target, List.of()), now));
            seals.append(Json.line(noted(record, target, bag, sealed))).append('\n');
            if (sealed.unstamped() != null) {
                problems.add(new Problem(target, Message.of(Bags.class, "bag.unstamped", sealed.unstamped())));
            }
        }
        RunDirectory.replace(directory.sealsFile(), seals.toString());
        return problems;
    }

    /** Adds what lies elsewhere in the run. */
    private void complete(String target, Path payload, RunRecord record, Map<String, String> titles)
            throws IOException {
        RunDirectory.replace(payload.resolve("run.json"), Files.readAllBytes(directory.runFile()));
        for (Path input : inputs()) {
            Path copy = payload.resolve("scenarios")
                    .resolve(directory.inputs().relativize(input).toString());
            RunDirectory.replace(copy, Files.readAllBytes(input));
        }
        Path warc = directory.linkArchive(target);
        Path wacz = payload.resolve("links.wacz");
        if (Files.exists(warc)) {
            Wacz.pack(warc, wacz, titles, record.run() + " " + target, "Wenda " + record.wenda());
        } else {
            Files.deleteIfExists(wacz);
        }
    }

    private BagInfo info(RunRecord record, String target, List<Client> clients, Instant now) throws IOException {
        BagInfo info = new BagInfo(List.of());
        if (terms.organization() != null) {
            info = info.with("Source-Organization", terms.organization());
        }
        info = info.with(BagInfo.IDENTIFIER, record.run() + "/" + target)
                .with("Bagging-Date", LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
                .with(BagInfo.SEALED_AT, now.toString())
                .with(BagInfo.AGENT, "Wenda " + version())
                .with("Run-Software", "Wenda " + record.wenda())
                .with("Run-Java", record.machine().java())
                .with("Run-System", record.machine().os());
        for (String browser : distinct(clients, Client::browser)) {
            info = info.with("Run-Browser", browser);
        }
        for (String driver : distinct(clients, Client::driver)) {
            info = info.with("Run-Driver", driver);
        }
        for (Path input : inputs()) {
            String name = BagSealer.slashed(directory.inputs().relativize(input));
            info = info.with(
                    "Input-SHA256", Digest.SHA256.hexOf(Files.readAllBytes(input)) + " data/scenarios/" + name);
        }
        return info.with(
                        "Masking",
                        "Identity, mobile phone, bank card and plate numbers in what the chatbot said are masked."
                                + " Pictures and archived pages cannot be masked and show what was shown.")
                .with("Unmasked-Copy", record.keepsRaw() ? "data/raw" : "none");
    }

    private static List<String> distinct(List<Client> clients, Function<Client, String> what) {
        return clients.stream().map(what).distinct().sorted().toList();
    }

    private static Seal noted(RunRecord record, String target, Path bag, BagSealer.Sealed sealed) throws IOException {
        BagInfo info = BagInfo.read(Files.readString(bag.resolve(BagSealer.BAG_INFO)));
        byte[] listed = Files.readAllBytes(bag.resolve("tagmanifest-sha512.txt"));
        return new Seal(
                record.run(),
                target,
                Instant.parse(info.value(BagInfo.SEALED_AT).orElseThrow()),
                sealed.files(),
                sealed.octets(),
                Digest.SHA512.hexOf(listed),
                info.value(BagInfo.SIGNATURE_KEY).orElse(null),
                info.value(BagInfo.TIME_STAMP).isPresent(),
                info.value(BagInfo.TIME_STAMP_FAILED).orElse(null));
    }

    /** An authority that does not answer for one bundle is not asked for the next hundred. */
    private BagSealer.@Nullable Stamper stamper() {
        if (terms.timeAuthority() == null) {
            return null;
        }
        TimeAuthority authority = new TimeAuthority(terms.timeAuthority());
        List<TimeAuthority.NoStamp> failed = new ArrayList<>();
        return bytes -> {
            if (!failed.isEmpty()) {
                throw failed.get(0);
            }
            try {
                return authority.stamp(bytes);
            } catch (TimeAuthority.NoStamp e) {
                failed.add(e);
                throw e;
            }
        };
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        directory.links().links().stream()
                .filter(link -> link.warc() != null && link.page() != null)
                .filter(link -> !Objects.requireNonNull(link.page()).title().isBlank())
                .forEach(link -> titles.put(
                        Objects.requireNonNull(link.warc()),
                        Objects.requireNonNull(link.page()).title()));
        return titles;
    }

    private List<Path> inputs() throws IOException {
        if (!Files.isDirectory(directory.inputs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory.inputs())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns where payloads lie, by the ids of their targets. */
    private static Map<String, Path> payloads(RunDirectory directory) {
        Map<String, Path> payloads = new TreeMap<>();
        if (!Files.isDirectory(directory.bundles())) {
            return payloads;
        }
        try (Stream<Path> all = Files.list(directory.bundles())) {
            all.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(Ids::isId)
                    .filter(target -> Files.isDirectory(directory.data(target), LinkOption.NOFOLLOW_LINKS))
                    .forEach(target -> payloads.put(target, directory.data(target)));
        } catch (IOException e) {
            throw RunDirectory.unwritable(directory.bundles(), e);
        }
        return payloads;
    }

    /** Returns the checksum of each sealed bundle's outermost manifest, by the ids of their targets. */
    private static Map<String, String> sealed(RunDirectory directory) {
        Map<String, String> sealed = new TreeMap<>();
        if (!Files.exists(directory.sealsFile())) {
            return sealed;
        }
        try {
            new String(Files.readAllBytes(directory.sealsFile()), UTF_8).lines().forEach(line -> {
                String target = Json.field(line, "target");
                if (target != null && Ids.isId(target)) {
                    sealed.put(target, Objects.requireNonNullElse(Json.field(line, "tagManifestSha512"), ""));
                }
            });
            return sealed;
        } catch (IOException e) {
            throw RunDirectory.unwritable(directory.sealsFile(), e);
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(Bags.class.getPackage().getImplementationVersion(), "development");
    }
}
