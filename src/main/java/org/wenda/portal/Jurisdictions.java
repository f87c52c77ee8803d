package org.wenda.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Series;
import org.wenda.yaml.YamlFolder;

/** The jurisdictions of a home directory. Each file is read when it is asked for, and not before. */
public final class Jurisdictions {
    private static final Comparator<Jurisdiction> REPORT_ORDER = Comparator.comparing(Jurisdiction::level)
            .thenComparing(Jurisdiction::region)
            .thenComparing(Jurisdiction::id);

    private final YamlFolder folder;

    private Jurisdictions(YamlFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns the jurisdictions in {@code scenarios/jurisdictions/} of a home directory.
     *
     * @throws InputException if there are none
     */
    public static Jurisdictions in(Path home) {
        YamlFolder folder = JurisdictionFile.folder(home);
        if (folder.files().isEmpty()) {
            throw new InputException(folder.shown(), message("folder.none"));
        }
        return new Jurisdictions(folder);
    }

    /** Returns the ids, in the order of the alphabet. */
    public List<String> ids() {
        return folder.ids();
    }

    /**
     * Returns all jurisdictions: provinces before cities, from east to west, the demonstration last.
     *
     * @throws InputException with all problems of all files, if there are any
     */
    public List<Jurisdiction> all() {
        List<Reading> readings = readings();
        List<Problem> problems = new ArrayList<>();
        readings.forEach(reading -> problems.addAll(reading.problems()));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return readings.stream()
                .map(reading -> JurisdictionFile.jurisdiction(reading.orThrow()))
                .sorted(REPORT_ORDER)
                .collect(Collectors.toList());
    }

    /**
     * Returns one jurisdiction, without reading the others when its id is given.
     *
     * @param id its id or its Chinese name
     * @throws InputException if there is none, or its file has problems
     */
    public Jurisdiction byId(String id) {
        List<String> ids = ids();
        Reading reading = ids.contains(id)
                ? JurisdictionFile.read(folder.file(id))
                : byName(id).orElseThrow(() -> new InputException(id, unknown(id, ids)));
        return JurisdictionFile.jurisdiction(reading.orThrow());
    }

    private Optional<Reading> byName(String name) {
        // Ids are ASCII, so a mistyped one need not be looked for among the names.
        if (name.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        return readings().stream()
                .filter(reading -> reading.root()
                        .map(root -> root.text("name").equals(name))
                        .orElse(false))
                .findFirst();
    }

    private Message unknown(String id, List<String> ids) {
        List<String> near = Nearest.of(id, ids);
        return near.isEmpty()
                ? message("jurisdiction.unknown", ids.size(), folder.shown())
                : message("jurisdiction.unknown.near", Series.of(near), ids.size(), folder.shown());
    }

    private List<Reading> readings() {
        return folder.files().stream().map(JurisdictionFile::read).collect(Collectors.toList());
    }

    private static Message message(String key, Object... args) {
        return Message.of(Jurisdictions.class, key, args);
    }
}
