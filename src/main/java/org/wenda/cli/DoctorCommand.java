package org.wenda.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.browser.Browsers;
import org.wenda.cli.Finding.State;
import org.wenda.config.BrowserSettings;
import org.wenda.config.Home;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.portal.Vendors;
import org.wenda.run.Channels;
import org.wenda.words.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is installed, what is missing and how to get it. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private final Wenda wenda;
    private final Programs programs;
    private final BrowserStart start;

    @Option(names = "--facts", descriptionKey = "doctor.facts")
    private boolean facts;

    @Option(names = "--platform", paramLabel = "web,mobile", split = ",", descriptionKey = "doctor.platform")
    private List<Platform> platforms = List.of(Platform.WEB);

    @Parameters(paramLabel = "JURISDICTION|APP", arity = "0..1", descriptionKey = "doctor.app")
    private @Nullable String app;

    DoctorCommand(Wenda wenda) {
        this(wenda, new InstalledPrograms(), Browsers::tryOut);
    }

    DoctorCommand(Wenda wenda, Programs programs, BrowserStart start) {
        this.wenda = wenda;
        this.programs = programs;
        this.start = start;
    }

    @Override
    public Integer call() {
        Path home = wenda.home().folder();
        FactsCheckup known = new FactsCheckup(() -> Jurisdictions.in(home).all(), () -> Vendors.in(home));
        List<Finding> findings = checkups(known).stream()
                .flatMap(checkup -> checkup.findings().stream())
                .toList();
        new FindingTable(findings).print(wenda.out(), wenda.lang());
        if (facts) {
            known.facts().forEach(fact -> wenda.say(fact.line()));
        }
        return exitCode(findings).number();
    }

    /** To look at more: one class, one row here. */
    private List<Checkup> checkups(FactsCheckup known) {
        Home home = wenda.home();
        List<Checkup> all = new ArrayList<>();
        all.add(new ToolCheckup(programs));
        if (platforms.contains(Platform.WEB)) {
            all.add(new BrowserCheckup(programs, browser(), start));
        }
        if (platforms.contains(Platform.MOBILE)) {
            all.add(new PhoneCheckup(settings().phone().isIos(), () -> Channels.tryOut(app(), settings())));
        }
        all.add(new HomeCheckup(home, Linters.all()));
        all.add(known);
        return all;
    }

    /** Returns what is to be started on the phone; null for nothing. */
    private @Nullable Target app() {
        return app == null ? null : Apps.named(app, wenda.home());
    }

    /** A faulty settings file is a finding of its own and must not keep the doctor from looking at the rest. */
    private Settings settings() {
        try {
            return wenda.settings();
        } catch (InputException faulty) {
            return SettingsFile.defaults();
        }
    }

    private BrowserSettings browser() {
        return settings().browser();
    }

    private static ExitCode exitCode(List<Finding> findings) {
        State worst = findings.stream()
                .map(Finding::state)
                .max(Comparator.naturalOrder())
                .orElse(State.GOOD);
        return switch (worst) {
            case GOOD, NOTE -> ExitCode.DONE;
            case FAULTY -> ExitCode.NEEDS_CORRECTING;
            case MISSING -> ExitCode.MACHINE_BROKEN;
        };
    }
}
