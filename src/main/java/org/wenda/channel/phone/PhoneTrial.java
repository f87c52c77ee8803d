package org.wenda.channel.phone;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** Tries a phone out, from the server to the pages of its app, and says how far it came. Asks no chatbot. */
public final class PhoneTrial {
    private static final Duration SERVER_WITHIN = Duration.ofSeconds(5);
    private static final int LONGEST_STATUS = 4096;
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([0-9A-Za-z.+-]{1,40})\"");

    /** Appium says so where it has no driver of that name. */
    private static final Pattern NO_DRIVER =
            Pattern.compile("Could not find a driver for automationName|No plugins or drivers|driver .* not installed");

    private static final Pattern NO_APP = Pattern.compile(
            "(?i)(activity|package|app).{0,200}(not exist|not installed|cannot find|unable to find|identifier .{0,100} unknown)");

    private final PhoneHost host;
    private final @Nullable String app;
    private final List<Looked> looked = new ArrayList<>();

    /** What is looked at, in this order; each needs those before it. */
    public enum Part {
        SERVER,
        DRIVER,
        DEVICE,
        APP,
        /** Whether WebViews can be looked into. */
        PAGES
    }

    /**
     * What was found of one part.
     *
     * @param good false where nothing further can be tried
     */
    public record Looked(Part part, boolean good, Message found) {}

    /**
     * Makes ready to try.
     *
     * @param host closed at the end of the trial
     * @param app package id; null to try no app
     */
    public PhoneTrial(PhoneHost host, @Nullable String app) {
        this.host = host;
        this.app = app;
    }

    /** Tries until something fails. Takes some seconds; 30 where there is no device. */
    public List<Looked> run(URI address) {
        try (host) {
            URI server = host.take();
            if (status(server)) {
                session(server, address);
            }
        } catch (MachineException none) {
            add(Part.SERVER, false, none.said());
        }
        return List.copyOf(looked);
    }

    private boolean status(URI server) {
        String base = server.toString().replaceFirst("/+$", "");
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create(base + "/status").toURL().openConnection();
            asked.setConnectTimeout((int) SERVER_WITHIN.toMillis());
            asked.setReadTimeout((int) SERVER_WITHIN.toMillis());
            try (InputStream said = asked.getInputStream()) {
                Matcher version = VERSION.matcher(new String(said.readNBytes(LONGEST_STATUS), StandardCharsets.UTF_8));
                add(Part.SERVER, true, message("trial.server", server, version.find() ? version.group(1) : "?"));
                return true;
            }
        } catch (IOException | IllegalArgumentException silent) {
            add(Part.SERVER, false, message("trial.noServer", server, String.valueOf(silent.getMessage())));
            return false;
        }
    }

    private void session(URI server, URI address) {
        Map<String, Object> capabilities = host.capabilities(address);
        try (Phone phone = Phone.start(server.toURL(), capabilities, Clock.systemUTC())) {
            add(Part.DRIVER, true, message("trial.plain", phone.capability("automationName")));
            add(Part.DEVICE, true, message("trial.device", phone.model(), phone.system()));
            if (app != null) {
                look(phone, app);
            }
        } catch (IOException | WebDriverException refused) {
            refused(refused instanceof WebDriverException said ? Phone.said(said) : String.valueOf(refused));
        }
    }

    private void refused(String said) {
        Message found = message("trial.plain", said);
        if (NO_DRIVER.matcher(said).find()) {
            add(Part.DRIVER, false, found);
        } else {
            add(NO_APP.matcher(said).find() ? Part.APP : Part.DEVICE, false, found);
        }
    }

    private void look(Phone phone, String app) {
        String front = phone.app();
        add(Part.APP, true, message(front.equals(app) ? "trial.app" : "trial.otherApp", app, front));
        Optional<String> page = phone.webContext();
        add(
                Part.PAGES,
                true,
                page.map(context -> message("trial.page", context)).orElse(message("trial.noPage")));
    }

    private void add(Part part, boolean good, Message found) {
        looked.add(new Looked(part, good, found));
    }

    private static Message message(String key, Object... args) {
        return Message.of(PhoneTrial.class, key, args);
    }
}
