package org.wenda.cli;

import java.util.List;

/** Every kind of file that can be checked. To add one: one class, one row here. */
final class Linters {
    private static final List<Linter> ALL = List.of(new SettingsLinter());

    private Linters() {}

    static List<Linter> all() {
        return ALL;
    }
}
