package org.wenda.words;

import java.util.List;
import java.util.stream.Collectors;

/** The command or a file needs correcting. Carries all problems that were found, never only the first; exit code 2. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InputException(List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(Lang.EN)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InputException(String place, Message message) {
        this(List.of(new Problem(place, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
