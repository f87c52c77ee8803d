package org.wenda.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.words.Problem;
import org.wenda.yaml.Reading;
import org.wenda.yaml.Series;
import org.wenda.yaml.YamlFolder;

/** The scenarios of a home directory. Each file is read when it is asked for, and not before. */
public final class Scenarios {
    private static final Comparator<Scenario> REPORT_ORDER = Comparator.comparing(Scenario::kind)
            .thenComparing(scenario -> scenario.audience() == Scenario.Audience.LEGAL_PERSON)
            .thenComparing(Scenario::id);

    private final YamlFolder folder;

    private Scenarios(YamlFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns the scenarios in {@code scenarios/standard/} of a home directory.
     *
     * @throws InputException if there are none
     */
    public static Scenarios in(Path home) {
        YamlFolder folder = ScenarioFile.folder(home);
        if (folder.files().isEmpty()) {
            throw new InputException(folder.shown(), message("folder.none"));
        }
        return new Scenarios(folder);
    }

    /** Returns the ids, in the order of the alphabet. */
    public List<String> ids() {
        return folder.ids();
    }

    /**
     * Returns all scenarios in the report's order: information, service, then what its table does not hold.
     *
     * @throws InputException with all problems of all files, if there are any
     */
    public List<Scenario> all() {
        List<Reading> readings = folder.files().stream().map(ScenarioFile::read).collect(Collectors.toList());
        List<Problem> problems = new ArrayList<>();
        readings.forEach(reading -> problems.addAll(reading.problems()));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return readings.stream()
                .map(reading -> ScenarioFile.scenario(reading.orThrow()))
                .sorted(REPORT_ORDER)
                .collect(Collectors.toList());
    }

    /**
     * Returns one scenario, without reading the others.
     *
     * @throws InputException if there is none of this id, or its file has problems
     */
    public Scenario byId(String id) {
        List<String> ids = ids();
        if (!ids.contains(id)) {
            throw new InputException(id, unknown(id, ids));
        }
        return ScenarioFile.scenario(ScenarioFile.read(folder.file(id)).orThrow());
    }

    private Message unknown(String id, List<String> ids) {
        List<String> near = Nearest.of(id, ids);
        return near.isEmpty()
                ? message("scenario.unknown", Series.of(ids), folder.shown())
                : message("scenario.unknown.near", Series.of(near), Series.of(ids), folder.shown());
    }

    private static Message message(String key, Object... args) {
        return Message.of(Scenarios.class, key, args);
    }
}
