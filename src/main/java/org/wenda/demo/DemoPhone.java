package org.wenda.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * A simulated phone that has the demonstration city's app, behind a real Appium server on loopback. There is no Android
 * and no iOS in it: whatever is reported of it has to say that it is simulated. Needs Node and Chromium.
 */
public final class DemoPhone implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening (\\d+)");

    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\.");
    private static final int LEAST_MAJOR = 20;
    private static final int LEAST_MINOR = 19;
    private static final String LEAST_NODE = LEAST_MAJOR + "." + LEAST_MINOR;

    private final Process process;
    private final URI server;

    private DemoPhone(Process process, URI server) {
        this.process = process;
        this.server = server;
    }

    /** Returns what the phone needs and is not on this machine: Node, new enough. Empty if it is there. */
    public static Optional<Message> missing() {
        String version = nodeVersion();
        Matcher parts = VERSION.matcher(version);
        if (!parts.lookingAt()) {
            return Optional.of(Message.of(DemoPhone.class, "phone.noNode", LEAST_NODE));
        }
        int major = Integer.parseInt(parts.group(1));
        int minor = Integer.parseInt(parts.group(2));
        boolean fits = major > LEAST_MAJOR || (major == LEAST_MAJOR && minor >= LEAST_MINOR);
        return fits ? Optional.empty() : Optional.of(Message.of(DemoPhone.class, "phone.oldNode", LEAST_NODE, version));
    }

    /**
     * Installs the server where it is not there yet, which takes some 20 s and a package registry.
     *
     * @param project the folder that holds {@code src/main/phone}
     * @return why the phone cannot be started; empty if it can
     */
    public static Optional<Message> prepare(Path project) {
        Optional<Message> missing = missing();
        if (missing.isPresent()) {
            return missing;
        }
        try {
            install(project.resolve("src/main/phone").toAbsolutePath());
            return Optional.empty();
        } catch (MachineException failed) {
            return Optional.of(failed.said());
        }
    }

    /** Returns what Node says; nothing if there is none. */
    private static String nodeVersion() {
        try {
            Process node = started(List.of("node", "--version"));
            return output(node).lines().findFirst().orElse("");
        } catch (IOException none) {
            return "";
        }
    }

    /**
     * Starts the server, and installs it where it is not there yet, which takes some 20 s and a package registry.
     *
     * @param project the folder that holds {@code src/main/phone}
     * @throws MachineException if it cannot be started, saying what it said
     */
    public static DemoPhone start(Path project) {
        missing().ifPresent(what -> {
            throw new MachineException(what, null);
        });
        Path folder = project.resolve("src/main/phone").toAbsolutePath();
        install(folder);
        List<String> said = new ArrayList<>();
        try {
            Process process = started(List.of("node", folder.resolve("serve.js").toString()));
            BufferedReader lines = output(process);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.matches()) {
                    drain(lines);
                    return new DemoPhone(process, URI.create("http://127.0.0.1:" + listening.group(1) + "/"));
                }
                said.add(line);
            }
            throw failed(String.join(" ", said), null);
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static synchronized void install(Path folder) {
        try {
            Process process = started(List.of(folder.resolve("install").toString()));
            List<String> said = output(process).lines().toList();
            if (process.waitFor() != 0) {
                throw failed(String.join(" ", said), null);
            }
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static MachineException failed(String said, @Nullable Throwable cause) {
        return new MachineException(Message.of(DemoPhone.class, "phone.notStarted", said), cause);
    }

    /** A full pipe would stop the server. */
    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> readToTheEnd(lines), "demo-phone");
        reader.setDaemon(true);
        reader.start();
    }

    private static void readToTheEnd(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // Nobody asks what it says while it runs.
            }
        } catch (IOException ended) {
            // The server was stopped, and its pipe with it.
        }
    }

    /** Returns the Appium server's address. */
    public URI server() {
        return server;
    }

    /**
     * Returns what a session has to ask for to get the phone as Android's UiAutomator2 would tell of it.
     *
     * @param city where the app's answers come from
     * @param more further capabilities of the simulation, such as {@code dumpDelayMs}
     */
    public Map<String, Object> capabilities(URI city, Map<String, Object> more) {
        return capabilities("Android", "SimDroid", city, more);
    }

    /** Returns the same of the phone as iOS's XCUITest would tell of it. */
    public Map<String, Object> iosCapabilities(URI city, Map<String, Object> more) {
        return capabilities("iOS", "SimXCUITest", city, more);
    }

    private static Map<String, Object> capabilities(
            String platform, String automation, URI city, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>();
        all.put("platformName", platform);
        all.put("appium:automationName", automation);
        all.put("appium:city", city.toString());
        more.forEach((name, value) -> all.put("appium:" + name, value));
        return all;
    }

    /** Ends the server and the phones in it. */
    @Override
    public void close() {
        process.destroy();
    }
}
