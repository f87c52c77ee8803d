package org.wenda.cli;

import java.util.List;

/** Every kind of file that can be checked. To add one: one row here. */
final class Linters {
    private static final List<Linter> ALL = List.of(Linter.settings());

    private Linters() {}

    static List<Linter> all() {
        return ALL;
    }
}
