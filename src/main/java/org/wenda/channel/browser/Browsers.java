package org.wenda.channel.browser;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.HasBiDi;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.AbstractDriverOptions;
import org.openqa.selenium.remote.Augmenter;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.wenda.config.BrowserSettings;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Starts browsers as {@code drivers.properties} says. */
public final class Browsers {
    /** For a script of a page, where nothing else is said. */
    private static final Duration SCRIPT_TIMEOUT = Duration.ofMinutes(10);

    /** A driver that says nothing for so much longer than the script it runs may take is lost. */
    private static final Duration DRIVER_ANSWERS_WITHIN = Duration.ofMinutes(1);

    private static final Duration LONGER_THAN_CLOCKS_ARE_SET = Duration.ofDays(400);

    /** What keeps a browser from calling home, which a closed network would turn into delays. */
    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-search-engine-choice-screen",
            "--mute-audio");

    private Browsers() {}

    /**
     * Starts a browser.
     *
     * @throws MachineException if it cannot be started; says what is missing and how to get it
     */
    public static WebDriver start(BrowserSettings settings) {
        return start(settings, SCRIPT_TIMEOUT);
    }

    /** @param script how long a script of a page may run; see {@link #start(BrowserSettings)} */
    static WebDriver start(BrowserSettings settings, Duration script) {
        try {
            WebDriver driver = switch (settings.name()) {
                case CHROME -> chrome(settings, patient(script));
                case FIREFOX -> other(settings, "firefox", "moz:firefoxOptions", "geckodriver");
                case EDGE -> other(settings, "MicrosoftEdge", "ms:edgeOptions", "msedgedriver");
                case WEBKIT -> webkit(settings);
            };
            driver.manage().timeouts().scriptTimeout(script);
            return driver;
        } catch (WebDriverException e) {
            throw new MachineException(failure(settings, e), e);
        }
    }

    /**
     * Starts a browser, lets it read a page, and ends it again, to see whether it can be used.
     *
     * @return the browser and its driver with their versions
     * @throws MachineException if it cannot be started; says what is missing and how to get it
     */
    public static String tryOut(BrowserSettings settings) {
        WebDriver driver = start(settings);
        try {
            driver.get("data:text/html,started");
            return describe(driver) + ", " + describeDriver(driver);
        } catch (WebDriverException e) {
            throw new MachineException(failure(settings, e), e);
        } finally {
            driver.quit();
        }
    }

    /** Returns name and version of a running browser, such as {@code chrome 156.0.8078.79}. */
    public static String describe(WebDriver driver) {
        Capabilities capabilities = ((HasCapabilities) driver).getCapabilities();
        return capabilities.getBrowserName() + " " + capabilities.getBrowserVersion();
    }

    /**
     * Returns name and version of the driver, such as {@code chromedriver 156.0.8078.79}; {@code unknown} if it does
     * not say.
     */
    public static String describeDriver(WebDriver driver) {
        Capabilities capabilities = ((HasCapabilities) driver).getCapabilities();
        if (capabilities.getCapability("chrome") instanceof Map<?, ?> chrome
                && chrome.get("chromedriverVersion") instanceof String version) {
            return "chromedriver " + version.split(" ", 2)[0];
        }
        if (capabilities.getCapability("moz:geckodriverVersion") instanceof String version) {
            return "geckodriver " + version;
        }
        return "unknown";
    }

    /** Whether the driver listens for WebDriver BiDi: it says where. That a class could speak it says nothing. */
    static boolean offersEvents(WebDriver driver) {
        return driver instanceof HasBiDi
                && ((HasCapabilities) driver).getCapabilities().getCapability("webSocketUrl") instanceof String;
    }

    /**
     * Selenium itself would give up a driver after three minutes, which a long answer may take. Before Java 20 its HTTP
     * client waits until a time of day: a clock that is set forward would end whatever is under way. So the time is
     * kept here.
     */
    private static ClientConfig patient(Duration script) {
        Duration atMost = script.plus(DRIVER_ANSWERS_WITHIN);
        return ClientConfig.defaultConfig()
                .readTimeout(LONGER_THAN_CLOCKS_ARE_SET)
                .withFilter(driver -> request -> Alarm.within(atMost, () -> driver.execute(request)));
    }

    private static WebDriver chrome(BrowserSettings settings, ClientConfig client) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(QUIET);
        options.addArguments("--lang=" + settings.language());
        options.addArguments("--window-size=" + settings.width() + "," + settings.height());
        if (settings.headless()) {
            options.addArguments("--headless=new");
        }
        // Chromium refuses to run its sandbox as root; ordinary users keep it.
        if (isRoot() && settings.grid() == null) {
            options.addArguments("--no-sandbox", "--disable-dev-shm-usage");
        }
        options.addArguments(settings.arguments());
        // What a page offers as a file is never kept.
        options.setExperimentalOption(
                "prefs", Map.of("intl.accept_languages", settings.language(), "download_restrictions", 3));
        // The driver lets every window open; a citizen's browser lets those that a click asked for.
        options.setExperimentalOption("excludeSwitches", List.of("disable-popup-blocking"));
        common(options, settings);
        if (settings.grid() != null) {
            return remote(settings, options, client);
        }
        Path binary = settings.binary() != null
                ? settings.binary()
                : inPath("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
                        .orElse(null);
        if (binary != null) {
            options.setBinary(binary.toFile());
        }
        ChromeDriverService.Builder service = new ChromeDriverService.Builder().withSilent(true);
        Path driver = settings.driver() != null
                ? settings.driver()
                : inPath("chromedriver").orElse(null);
        if (driver == null) {
            return new ChromeDriver(service.build(), options, client); // Selenium Manager will look for one
        }
        service.usingDriverExecutable(new File(driver.toString()));
        return new ChromeDriver(startedAhead(service.build()), options, client);
    }

    /** Starts the driver program while Selenium makes ready to speak to it. */
    private static ChromeDriverService startedAhead(ChromeDriverService service) {
        Thread thread = new Thread(
                () -> {
                    try {
                        service.start();
                    } catch (IOException | RuntimeException e) {
                        return; // Selenium starts it again, and tells what is wrong
                    }
                },
                "wenda-driver");
        thread.setDaemon(true);
        thread.start();
        return service;
    }

    private static void common(AbstractDriverOptions<?> options, BrowserSettings settings) {
        options.setPageLoadStrategy(PageLoadStrategy.EAGER);
        options.setAcceptInsecureCerts(true);
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
        if (settings.networkEvents()) {
            options.setCapability("webSocketUrl", true);
        }
    }

    /** Firefox and Edge. Unverified: neither driver was at hand where this was written. */
    private static WebDriver other(BrowserSettings settings, String browserName, String vendorOptions, String program) {
        MutableCapabilities options = new MutableCapabilities();
        options.setCapability("browserName", browserName);
        options.setCapability("pageLoadStrategy", "eager");
        options.setCapability("unhandledPromptBehavior", "dismiss");
        options.setCapability("acceptInsecureCerts", true);
        if (settings.networkEvents()) {
            options.setCapability("webSocketUrl", true);
        }
        Map<String, Object> vendor = new HashMap<>();
        List<String> arguments = new ArrayList<>(settings.arguments());
        if (settings.headless()) {
            arguments.add("--headless");
        }
        vendor.put("args", arguments);
        if (settings.binary() != null) {
            vendor.put("binary", settings.binary().toString());
        }
        options.setCapability(vendorOptions, vendor);
        if (settings.grid() != null) {
            return remote(settings, options);
        }
        LocalDriver started = LocalDriver.start(driver(settings, program), options, Map.of(), null);
        return settings.networkEvents() ? new Augmenter().augment(started) : started;
    }

    /**
     * WebKitGTK's own small browser. There is no headless mode, hence the virtual screen.
     *
     * <p>The page load strategy is {@code none}: with {@code eager} the driver forgets to answer a command that comes
     * between the document and the end of its frames; with {@code normal} every command waits for a page that never
     * finishes. {@link Navigation} waits instead.
     */
    private static WebDriver webkit(BrowserSettings settings) {
        MutableCapabilities options = new MutableCapabilities();
        options.setCapability("browserName", "MiniBrowser");
        options.setCapability("pageLoadStrategy", "none");
        options.setCapability("unhandledPromptBehavior", "dismiss");
        options.setCapability("acceptInsecureCerts", true);
        List<String> arguments = new ArrayList<>(List.of("--automation"));
        arguments.addAll(settings.arguments());
        Map<String, Object> vendor = new HashMap<>(Map.of("args", arguments));
        if (settings.binary() != null) {
            vendor.put("binary", settings.binary().toString());
        }
        options.setCapability("webkitgtk:browserOptions", vendor);
        Dimension size = new Dimension(settings.width(), settings.height());
        WebDriver driver;
        if (settings.grid() != null) {
            driver = remote(settings, options);
        } else {
            Path program = driver(settings, "WebKitWebDriver");
            String locale = settings.language().replace('-', '_') + ".UTF-8";
            VirtualScreen screen = settings.headless() ? VirtualScreen.start(screenProgram(), size) : null;
            driver = LocalDriver.start(program, options, Map.of("LC_ALL", locale), screen);
        }
        driver.manage().window().setSize(size);
        return driver;
    }

    private static Path screenProgram() {
        return inPath("Xvfb")
                .orElseThrow(() -> new MachineException(Message.of(Browsers.class, "browser.noScreen", "Xvfb"), null));
    }

    private static Path driver(BrowserSettings settings, String program) {
        if (settings.driver() != null) {
            return settings.driver();
        }
        String name = settings.name().name().toLowerCase(Locale.ROOT);
        return inPath(program)
                .orElseThrow(() ->
                        new MachineException(Message.of(Browsers.class, "browser.noDriver", name, program), null));
    }

    private static WebDriver remote(BrowserSettings settings, Capabilities capabilities) {
        return remote(settings, capabilities, ClientConfig.defaultConfig());
    }

    private static WebDriver remote(BrowserSettings settings, Capabilities capabilities, ClientConfig client) {
        try {
            RemoteWebDriver driver =
                    new RemoteWebDriver(Objects.requireNonNull(settings.grid()).toURL(), capabilities, client);
            return settings.networkEvents() ? new Augmenter().augment(driver) : driver;
        } catch (MalformedURLException e) {
            throw new MachineException(Message.of(Browsers.class, "browser.grid", String.valueOf(settings.grid())), e);
        }
    }

    private static Message failure(BrowserSettings settings, WebDriverException e) {
        String said = said(e);
        if (settings.grid() != null) {
            return Message.of(
                    Browsers.class, "browser.gridFailed", settings.grid().toString(), said);
        }
        return Message.of(
                Browsers.class, "browser.failed", settings.name().name().toLowerCase(Locale.ROOT), said);
    }

    /** The driver's own words, without what it adds about hosts, builds and capabilities. */
    private static String said(WebDriverException e) {
        if (e.getMessage() == null) {
            return e.getClass().getSimpleName();
        }
        return e.getMessage()
                .lines()
                .map(String::strip)
                .takeWhile(line -> !line.matches("(Host|Build|System|Driver) info:.*|Command:.*|#\\d+ .*"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Returns the first of these programs that lies in {@code PATH}. */
    public static Optional<Path> inPath(String... programs) {
        String path = System.getenv().getOrDefault("PATH", "");
        List<Path> folders = new ArrayList<>();
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        for (String program : programs) {
            for (Path folder : folders) {
                Path candidate = folder.resolve(program);
                if (Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
