package org.wenda.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.wenda.config.Home;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.portal.Platform;
import org.wenda.run.Channels;
import org.wenda.run.Ending;
import org.wenda.run.Preparation;
import org.wenda.run.ReportPages;
import org.wenda.run.Run;
import org.wenda.run.RunEnd;
import org.wenda.run.RunListener;
import org.wenda.run.Stop;
import org.wenda.run.Wish;
import org.wenda.run.Worker;
import org.wenda.words.Lang;

/**
 * A run of its own as a TestNG class, for Maven and IDEs: {@code mvn verify -Pprobe -Djurisdiction=demo}.
 *
 * <p>Reads the system properties {@code jurisdiction} (ids or addresses), {@code platform}, {@code scenario} (ids),
 * each parted by commas, and {@code wenda.home}. What is missing means demo, web, all, and the current folder.
 */
public final class ProbeSuite extends Conversations {
    private final Lang lang = Lang.of(Locale.getDefault());
    private @Nullable Preparation preparation;
    private @Nullable Run run;
    private @Nullable Worker worker;

    @BeforeClass
    public void beginRun() {
        Home home = new Home(Path.of(System.getProperty("wenda.home", "")));
        Settings settings = SettingsFile.read(home.settingsFile(), List.of());
        Preparation prepared = new Preparation(home, settings, Channels.of(home, settings), lang, new Stop());
        preparation = prepared;
        Wish wish = wish();
        Run begun =
                prepared.begin(wish, home.reports(), List.of("probe", String.join(",", wish.whom())), RunListener.NONE);
        run = begun;
        worker = begun.workers(1).get(0);
    }

    private static Wish wish() {
        return new Wish(
                listed("jurisdiction", "demo"),
                false,
                listed("platform", "web").stream()
                        .map(id -> Platform.valueOf(id.toUpperCase(Locale.ROOT)))
                        .toList(),
                listed("scenario", ""));
    }

    private static List<String> listed(String property, String otherwise) {
        String value = System.getProperty(property, otherwise);
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    @Override
    Worker worker() {
        return Objects.requireNonNull(worker);
    }

    @Override
    Lang lang() {
        return lang;
    }

    /** Compares the counts, writes the report, and fails if either does not come out. */
    @AfterClass(alwaysRun = true)
    public void finishRun() {
        try {
            if (run != null) {
                RunEnd end = run.finish(new ReportPages());
                Reporter.log(end.index().toString());
                if (end.ending() == Ending.FAULTY) {
                    throw new AssertionError(end.pages().disagreements() + " " + end.fault());
                }
            }
        } finally {
            if (preparation != null) {
                preparation.close();
            }
        }
    }
}
