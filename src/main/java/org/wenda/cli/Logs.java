package org.wenda.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.LogManager;

/**
 * Sets up what libraries log: warnings and worse, one line each, on standard error. Created by the JDK's log manager.
 */
public final class Logs {
    public Logs() throws IOException {
        try (InputStream settings = Objects.requireNonNull(Logs.class.getResourceAsStream("logging.properties"))) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }
}
