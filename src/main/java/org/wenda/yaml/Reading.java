package org.wenda.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenda.words.InputException;
import org.wenda.words.Problem;

/**
 * What reading one file gave.
 *
 * @param file as it was asked for
 * @param root its content, also when parts of it are wrong; empty if it is no YAML at all
 * @param faults everything that is wrong with it
 */
public record Reading(Path file, Optional<Node> root, List<Fault> faults) {
    public Reading {
        faults = List.copyOf(faults);
    }

    /** Returns the file's name without its ending: what its id should be. */
    public String id() {
        return YamlFolder.idOf(file);
    }

    /** Returns this reading with the faults that its reader found in its meaning. */
    public Reading with(List<Fault> more) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(more);
        return new Reading(file, root, all);
    }

    /** Returns all problems in the order of the lines. */
    public List<Problem> problems() {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::spot))
                .map(fault -> fault.in(file))
                .collect(Collectors.toList());
    }

    /**
     * Returns the content of a file without problems.
     *
     * @throws InputException with all problems, if there are any
     */
    public Node orThrow() {
        if (!faults.isEmpty()) {
            throw new InputException(problems());
        }
        return root.orElseThrow();
    }
}
