package org.wenda.cli;

import java.util.List;
import java.util.Optional;
import org.wenda.cli.Finding.State;
import org.wenda.words.Message;

/** What builds and runs Wenda itself: Java, Maven, Node. */
final class ToolCheckup implements Checkup {
    private static final VersionNumber LEAST_MAVEN = new VersionNumber(3, 6);
    private static final VersionNumber LEAST_NODE = new VersionNumber(20, 19);

    private final Programs programs;

    ToolCheckup(Programs programs) {
        this.programs = programs;
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                java(), tool("maven", "mvn", LEAST_MAVEN, State.MISSING), tool("node", "node", LEAST_NODE, State.NOTE));
    }

    /** The class files refuse to run on anything older than 17, so what runs is new enough. */
    private static Finding java() {
        String found = System.getProperty("java.version") + ", " + System.getProperty("java.home");
        return Finding.good(words("doctor.java"), words("doctor.plain", found));
    }

    private Finding tool(String name, String program, VersionNumber least, State otherwise) {
        Message subject = words("doctor." + name);
        Optional<String> said = programs.ask(program, "--version")
                .map(text -> text.lines().findFirst().orElse(""));
        boolean fits = said.flatMap(VersionNumber::in)
                .filter(version -> version.compareTo(least) >= 0)
                .isPresent();
        Message found = said.map(text -> words("doctor.plain", text)).orElse(words("doctor.notFound"));
        return fits
                ? Finding.good(subject, found)
                : new Finding(otherwise, subject, found, words("doctor." + name + ".remedy"));
    }

    private static Message words(String key, Object... args) {
        return Message.of(ToolCheckup.class, key, args);
    }
}
