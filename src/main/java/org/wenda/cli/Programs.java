package org.wenda.cli;

import java.util.List;
import java.util.Optional;

/** The other programs on this machine. */
interface Programs {
    /**
     * Runs a program to its end and returns what it printed on standard output, without colours and blank edges.
     *
     * @return empty if it is not there, fails, or does not end in time
     */
    Optional<String> ask(List<String> command);

    default Optional<String> ask(String... command) {
        return ask(List.of(command));
    }

    /** Returns the first of the programs that says its version, as that and what it said. */
    default Optional<Answer> firstOf(List<String> candidates) {
        return candidates.stream()
                .flatMap(program -> ask(program, "--version").map(said -> new Answer(program, said)).stream())
                .findFirst();
    }

    /**
     * What a program said about itself.
     *
     * @param said the version line
     */
    record Answer(String program, String said) {}
}
