package org.wenda.run;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.phone.PhoneHost;
import org.wenda.config.PhoneSettings;
import org.wenda.portal.App;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/** A phone behind the Appium server, grid or farm that the settings name. */
final class NamedPhone implements PhoneHost {
    private static final String IOS_SCHEME = "ios-app";

    private final PhoneSettings settings;
    private final @Nullable App app;
    private final Semaphore phones;
    private boolean taken;

    /**
     * @param app what is started on the phone
     * @param phones as many as may be used at once, shared by all who want one
     */
    NamedPhone(PhoneSettings settings, @Nullable App app, Semaphore phones) {
        this.settings = settings;
        this.app = app;
        this.phones = phones;
    }

    @Override
    public URI take() {
        URI server = settings.server();
        if (server == null) {
            throw new MachineException(Message.of(NamedPhone.class, "phone.none"), null);
        }
        if (!taken) {
            try {
                phones.acquire();
                taken = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MachineException(Message.of(NamedPhone.class, "phone.cut"), e);
            }
        }
        return server;
    }

    @Override
    public void giveBack() {
        if (taken) {
            taken = false;
            phones.release();
        }
    }

    @Override
    public Map<String, Object> capabilities(URI address) {
        Map<String, Object> all = settings.isIos() ? ios() : android();
        all.put("appium:automationName", settings.automation());
        put(all, "appium:platformVersion", settings.version());
        all.putAll(settings.capabilities());
        return all;
    }

    private Map<String, Object> android() {
        Map<String, Object> all = new HashMap<>();
        all.put("platformName", "Android");
        put(all, "appium:udid", settings.device());
        if (app != null) {
            put(all, "appium:appPackage", app.android());
            put(all, "appium:appActivity", app.activity());
        }
        return all;
    }

    private Map<String, Object> ios() {
        Map<String, Object> all = new HashMap<>();
        all.put("platformName", "iOS");
        // Without one the driver would start a simulator of Xcode's.
        all.put("appium:udid", Objects.requireNonNullElse(settings.device(), "auto"));
        // What the system asks is otherwise not in the tree, though it covers the app.
        all.put("appium:settings[respectSystemAlerts]", true);
        if (app != null) {
            put(all, "appium:bundleId", app.bundle());
        }
        return all;
    }

    @Override
    public URI address(URI known) {
        String bundle = settings.isIos() && app != null ? app.bundle() : null;
        return bundle == null ? known : URI.create(IOS_SCHEME + "://" + bundle + "/");
    }

    private static void put(Map<String, Object> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    @Override
    public void close() {
        giveBack();
    }
}
