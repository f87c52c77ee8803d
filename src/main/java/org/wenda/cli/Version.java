package org.wenda.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Wenda this is, and which Java runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"wenda " + number() + " (Java " + System.getProperty("java.version") + ")"};
    }

    /** Returns the version in the jar; {@code development} where the classes are not in one. */
    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
