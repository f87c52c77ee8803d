package org.wenda.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.wenda.evidence.EarlierRun;
import org.wenda.evidence.RunDirectory;

/**
 * Hands what Allure knows of earlier runs on to the next report, so that it can tell what is new, fixed or failing
 * again. Allure keeps twenty runs; the history of a year is not here.
 */
final class AllureHistory {
    private static final List<String> FILES = List.of(
            "history.json", "history-trend.json", "duration-trend.json", "categories-trend.json", "retry-trend.json");

    private AllureHistory() {}

    /** Puts what the run before knows beside the results of this one. */
    static void carry(RunDirectory directory) {
        Optional<RunDirectory> before = EarlierRun.before(
                directory, run -> Files.isRegularFile(folder(run).resolve("history.json")));
        before.ifPresent(run -> copy(folder(run), directory.allureResults().resolve("history")));
    }

    /** Takes out of a report what the next one needs; one that is a single file holds it in itself. */
    static void keep(RunDirectory directory) {
        try {
            String report = Files.readString(directory.allureReport().resolve("index.html"));
            for (String name : FILES) {
                embedded(report, "history/" + name)
                        .ifPresent(
                                json -> RunDirectory.replace(folder(directory).resolve(name), json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(RunDirectory directory) {
        return directory.allureReport().resolve("history");
    }

    /** Allure writes each of its files as {@code d('NAME','BASE64')}. */
    private static Optional<String> embedded(String report, String name) {
        String before = "d('" + name + "','";
        int start = report.indexOf(before);
        int end = start < 0 ? -1 : report.indexOf("')", start);
        return end < 0
                ? Optional.empty()
                : Optional.of(new String(
                        Base64.getDecoder().decode(report.substring(start + before.length(), end)), UTF_8));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : FILES) {
                if (Files.isRegularFile(from.resolve(name))) {
                    Files.copy(from.resolve(name), to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
