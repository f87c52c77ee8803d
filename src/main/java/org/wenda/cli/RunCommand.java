package org.wenda.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.config.Settings;
import org.wenda.config.Variants;
import org.wenda.portal.Platform;
import org.wenda.run.Channels;
import org.wenda.run.Preparation;
import org.wenda.run.RunEnd;
import org.wenda.run.Stop;
import org.wenda.run.Trials;
import org.wenda.run.Wish;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job: asks jurisdictions or addresses the scenarios, and keeps what they said. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(paramLabel = "JURISDICTION|ADDRESS", arity = "0..*", descriptionKey = "run.whom")
    private List<String> whom = List.of();

    @Option(names = "--all", descriptionKey = "run.all")
    private boolean all;

    @Option(names = "--platform", paramLabel = "web,mobile", split = ",", descriptionKey = "run.platform")
    private @Nullable List<Platform> platforms;

    @Option(names = "--scenario", paramLabel = "ID", arity = "1", split = ",", descriptionKey = "run.scenario")
    private List<String> scenarios = List.of();

    @Option(names = "--variants", paramLabel = "none|one|all|auto", descriptionKey = "run.variants")
    private @Nullable Variants variants;

    @Option(names = "--repeat", paramLabel = "N", descriptionKey = "run.repeat")
    private int repeat = 1;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "run.out")
    private @Nullable Path out;

    @Option(names = "--parallel", paramLabel = "N", descriptionKey = "run.parallel")
    private @Nullable Integer parallel;

    @Option(
            names = "--deadline",
            paramLabel = "HH:MM|5h",
            converter = Deadline.Converter.class,
            descriptionKey = "run.deadline")
    private @Nullable Deadline deadline;

    @Option(names = "--keep-raw", descriptionKey = "run.keepRaw")
    private boolean keepRaw;

    @Option(names = "--attended", descriptionKey = "run.attended")
    private boolean attended;

    /** A browser, and the app in two ways: none waits for another. */
    private static final int DEMO_TARGETS = 3;

    @Mixin
    private final Aftermath aftermath = new Aftermath();

    RunCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() throws Exception {
        aftermath.check(wenda);
        Settings settings = attended ? wenda.settings().attended() : wenda.settings();
        Stop stop = RunSession.stopAt(deadline);
        List<Platform> asked = platforms();
        boolean show = platforms == null && asked.contains(Platform.MOBILE);
        int workers = parallel != null ? parallel : show ? DEMO_TARGETS : 2;
        Trials trials = new Trials(variants != null ? variants : usual(settings, show), repeat);
        Wish wish = new Wish(whom, all, asked, scenarios, trials, keepRaw);
        Path reports = out == null ? wenda.home().reports() : out;
        RunEnd end;
        try (Channels channels = asked.contains(Platform.WEB)
                        ? Channels.ofWeb(wenda.home(), settings)
                        : Channels.of(wenda.home(), settings);
                Preparation preparation = new Preparation(wenda.home(), settings, channels, wenda.lang(), stop)) {
            end = new RunSession(wenda)
                    .play(listener -> preparation.begin(wish, reports, commandLine(), listener), workers);
        }
        return aftermath.after(end, stop, workers, wenda);
    }

    /** The demonstration shows other wordings once: where they cost least. */
    private static Variants usual(Settings settings, boolean show) {
        Variants usual = settings.run().variants();
        return show && usual == Variants.ONE ? Variants.WEB : usual;
    }

    /** The demonstration shows both platforms where it can, and says so. */
    private List<Platform> platforms() {
        if (platforms != null) {
            return platforms.stream().distinct().toList();
        }
        if (all || !whom.equals(List.of("demo"))) {
            return List.of(Platform.WEB);
        }
        Optional<Message> missing = Channels.missingForDemoPhone();
        wenda.note(missing.map(what -> words("run.noPhone", what)).orElse(words("run.phone")));
        return missing.isPresent() ? List.of(Platform.WEB) : List.of(Platform.WEB, Platform.MOBILE);
    }

    private static Message words(String key, Object... args) {
        return Message.of(RunCommand.class, key, args);
    }

    private List<String> commandLine() {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(whom);
        if (all) {
            words.add("--all");
        }
        if (platforms != null) {
            platforms.forEach(one -> words.add("--platform=" + one.id()));
        }
        scenarios.forEach(id -> words.add("--scenario=" + id));
        if (variants != null) {
            words.add("--variants=" + variants.name().toLowerCase(Locale.ROOT));
        }
        if (repeat != 1) {
            words.add("--repeat=" + repeat);
        }
        if (keepRaw) {
            words.add("--keep-raw");
        }
        if (attended) {
            words.add("--attended");
        }
        return words;
    }
}
