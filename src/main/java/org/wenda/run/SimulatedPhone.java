package org.wenda.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.phone.PhoneHost;
import org.wenda.config.BrowserSettings;
import org.wenda.demo.DemoPhone;

/** The demonstration city's phone, behind an Appium server of its own, which is started when it is first needed. */
final class SimulatedPhone implements PhoneHost {
    private final Path project;
    private final BrowserSettings browser;
    private final boolean ios;
    private @Nullable DemoPhone phone;

    /**
     * @param browser draws the phone's screen where it names its programs
     * @param ios whether it behaves as an iPhone does, not as Android
     */
    SimulatedPhone(Path project, BrowserSettings browser, boolean ios) {
        this.project = project;
        this.browser = browser;
        this.ios = ios;
    }

    @Override
    public URI take() {
        DemoPhone running = phone == null ? DemoPhone.start(project) : phone;
        phone = running;
        return running.server();
    }

    @Override
    public void giveBack() {}

    /** @param city where the app's answers come from */
    @Override
    public Map<String, Object> capabilities(URI city) {
        Map<String, Object> programs = new HashMap<>();
        if (browser.name() == BrowserSettings.Name.CHROME && browser.binary() != null) {
            programs.put("chromium", browser.binary().toString());
        }
        if (browser.name() == BrowserSettings.Name.CHROME && browser.driver() != null) {
            programs.put("chromedriver", browser.driver().toString());
        }
        DemoPhone running = Objects.requireNonNull(phone, "not taken");
        return ios ? running.iosCapabilities(city, programs) : running.capabilities(city, programs);
    }

    @Override
    public void close() {
        DemoPhone running = phone;
        phone = null;
        if (running != null) {
            running.close();
        }
    }
}
