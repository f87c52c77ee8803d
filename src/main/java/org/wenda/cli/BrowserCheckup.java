package org.wenda.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.cli.Finding.State;
import org.wenda.config.BrowserSettings;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** The browser, its driver, whether they fit and start, and whether Chinese can be drawn. */
final class BrowserCheckup implements Checkup {
    private final Programs programs;
    private final BrowserSettings settings;
    private final BrowserStart start;

    BrowserCheckup(Programs programs, BrowserSettings settings, BrowserStart start) {
        this.programs = programs;
        this.settings = settings;
        this.start = start;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (settings.grid() == null) {
            findings.addAll(installed());
            findings.add(fonts());
        } else {
            findings.add(Finding.good(words("doctor.grid"), words("doctor.plain", settings.grid())));
        }
        findings.add(started());
        return findings;
    }

    private List<Finding> installed() {
        return settings.name() == BrowserSettings.Name.WEBKIT ? webkit() : browserAndDriver();
    }

    /** The driver brings its browser, tells no version, and the browser itself speaks only on a screen. */
    private List<Finding> webkit() {
        List<Finding> findings = new ArrayList<>();
        String driver = chosen(settings.driver(), List.of(driverProgram())).get(0);
        findings.add(helped("driver", driver, "--help", settings.driver()));
        if (settings.headless()) {
            findings.add(helped("screen", "Xvfb", "-help", null));
        }
        return findings;
    }

    private Finding helped(String name, String program, String help, @Nullable Path set) {
        if (programs.ask(program, help).isPresent()) {
            return Finding.good(words("doctor." + name), words("doctor.plain", program));
        }
        Message remedy = set == null ? words("doctor.webkit.remedy") : words("doctor.setRemedy", "browser.driver");
        return new Finding(State.MISSING, words("doctor." + name), words("doctor.notFound"), remedy);
    }

    private List<Finding> browserAndDriver() {
        Optional<Programs.Answer> browser = programs.firstOf(chosen(settings.binary(), browserPrograms()));
        Optional<Programs.Answer> driver = programs.firstOf(chosen(settings.driver(), List.of(driverProgram())));
        List<Finding> findings = new ArrayList<>();
        findings.add(there("browser", browser, settings.binary()));
        findings.add(there("driver", driver, settings.driver()));
        browser.ifPresent(found -> driver.ifPresent(its -> match(found, its).ifPresent(findings::add)));
        return findings;
    }

    /** Where no path is set, the driver and Selenium Manager may still get one: whether it starts decides. */
    private static Finding there(String name, Optional<Programs.Answer> program, @Nullable Path set) {
        Message subject = words("doctor." + name);
        if (program.isPresent()) {
            return Finding.good(
                    subject,
                    words("doctor.program", program.get().said(), program.get().program()));
        }
        return set == null
                ? new Finding(State.NOTE, subject, words("doctor.notFound"), words("doctor." + name + ".remedy"))
                : new Finding(
                        State.MISSING,
                        subject,
                        words("doctor.notThere", set),
                        words("doctor.setRemedy", "browser." + (name.equals("driver") ? "driver" : "binary")));
    }

    /** Only Chrome's and Edge's drivers have the browser's own number; geckodriver counts for itself. */
    private Optional<Finding> match(Programs.Answer browser, Programs.Answer driver) {
        Optional<Integer> one = VersionNumber.in(browser.said()).map(VersionNumber::major);
        Optional<Integer> other = VersionNumber.in(driver.said()).map(VersionNumber::major);
        if (settings.name() == BrowserSettings.Name.FIREFOX || one.equals(other)) {
            return Optional.empty();
        }
        Message found = words("doctor.mismatch", one.orElse(0), other.orElse(0));
        return Optional.of(new Finding(State.MISSING, words("doctor.fit"), found, words("doctor.fit.remedy")));
    }

    private Finding fonts() {
        Message subject = words("doctor.fonts");
        Optional<String> families = programs.ask("fc-list", ":lang=zh", "family");
        if (families.isEmpty()) {
            return new Finding(State.NOTE, subject, words("doctor.fonts.unknown"), words("doctor.fonts.remedy"));
        }
        Optional<String> family = families.get().lines().sorted().findFirst();
        return family.isPresent()
                ? Finding.good(subject, words("doctor.plain", family.get()))
                : new Finding(State.MISSING, subject, words("doctor.fonts.none"), words("doctor.fonts.remedy"));
    }

    private Finding started() {
        Message subject = words("doctor.start");
        try {
            return Finding.good(subject, words("doctor.plain", start.start(settings)));
        } catch (MachineException broken) {
            return new Finding(State.MISSING, subject, broken.said(), remedy());
        }
    }

    /** A browser that is elsewhere, or that only a grid can start, cannot be started by hand. */
    private @Nullable Message remedy() {
        boolean here = settings.grid() == null && settings.name() == BrowserSettings.Name.CHROME;
        return here ? words("doctor.start.remedy") : null;
    }

    private static List<String> chosen(@Nullable Path set, List<String> usual) {
        return set == null ? usual : List.of(set.toString());
    }

    private List<String> browserPrograms() {
        return switch (settings.name()) {
            case CHROME ->
                List.of(
                        "chromium",
                        "chromium-browser",
                        "google-chrome-stable",
                        "google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
            case FIREFOX -> List.of("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox");
            case EDGE ->
                List.of(
                        "microsoft-edge-stable",
                        "microsoft-edge",
                        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
            case WEBKIT -> List.of("MiniBrowser");
        };
    }

    private String driverProgram() {
        return switch (settings.name()) {
            case CHROME -> "chromedriver";
            case FIREFOX -> "geckodriver";
            case EDGE -> "msedgedriver";
            case WEBKIT -> "WebKitWebDriver";
        };
    }

    private static Message words(String key, Object... args) {
        return Message.of(BrowserCheckup.class, key, args);
    }
}
