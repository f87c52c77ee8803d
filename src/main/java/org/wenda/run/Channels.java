package org.wenda.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Channel;
import org.wenda.channel.ChannelFactory;
import org.wenda.channel.browser.BrowserAhead;
import org.wenda.channel.browser.BrowserChannel;
import org.wenda.channel.phone.PhoneChannel;
import org.wenda.channel.phone.PhoneHost;
import org.wenda.channel.phone.PhoneTrial;
import org.wenda.config.Home;
import org.wenda.config.PhoneSettings;
import org.wenda.config.PhoneSettings.Ear;
import org.wenda.config.Settings;
import org.wenda.demo.DemoPhone;
import org.wenda.portal.App;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.portal.Vendor;
import org.wenda.portal.Vendors;
import org.wenda.words.InputException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Which channel serves which target: a browser the web, a phone the apps, a simulated one the demonstration city's. */
public final class Channels implements ChannelFactory, AutoCloseable {
    private final Settings settings;
    private final List<Vendor> vendors;
    private final BrowserAhead browser;
    /** Workers that ask apps share the phones there are. */
    private final Semaphore phones;

    private Channels(Settings settings, List<Vendor> vendors, BrowserAhead browser) {
        this.settings = settings;
        this.vendors = vendors;
        this.browser = browser;
        this.phones = new Semaphore(settings.phone().sessions(), true);
    }

    /**
     * Returns what starts the channels of a run.
     *
     * @throws org.wenda.words.InputException if the files of the vendors have problems
     */
    public static Channels of(Home home, Settings settings) {
        return new Channels(settings, Vendors.in(home.folder()), new BrowserAhead(settings));
    }

    /**
     * Returns what starts the channels of a run that will ask the web, and begins to start the first browser, which
     * takes about as long as reading the files of the run.
     *
     * @throws org.wenda.words.InputException if the files of the vendors have problems
     */
    public static Channels ofWeb(Home home, Settings settings) {
        BrowserAhead browser = new BrowserAhead(settings);
        browser.begin();
        try {
            return new Channels(settings, Vendors.in(home.folder()), browser);
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /** Makes the simulated phone ready; returns what it needs and is not to be had, empty if it can be started. */
    public static Optional<Message> missingForDemoPhone() {
        return DemoPhone.prepare(project());
    }

    /**
     * Sees whether there is a phone where one is needed; better said before the web has been asked.
     *
     * @throws InputException if apps are to be asked and the settings name no phone, or an iPhone on which some of them
     *     cannot be started
     */
    public static void requirePhone(List<Target> targets, PhoneSettings phone) {
        List<Target> apps = targets.stream()
                .filter(target ->
                        target.platform() == Platform.MOBILE && target.address() != null && !target.isSimulated())
                .toList();
        if (!apps.isEmpty() && phone.server() == null) {
            throw new InputException("--platform mobile", Message.of(Channels.class, "phone.none"));
        }
        List<Problem> unknown = apps.stream()
                .filter(target -> phone.isIos() && bundle(target.app()) == null)
                .map(target -> new Problem(target.id(), Message.of(Channels.class, "phone.noBundle")))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InputException(unknown);
        }
    }

    private static @Nullable String bundle(@Nullable App app) {
        return app == null ? null : app.bundle();
    }

    /**
     * Tries out the phone that an app would be asked on.
     *
     * @param app what is started on it; null for nothing
     */
    public static List<PhoneTrial.Looked> tryOut(@Nullable Target app, Settings settings) {
        Channels channels = new Channels(settings, List.of(), new BrowserAhead(settings));
        if (app == null) {
            return new PhoneTrial(channels.host(null), null).run(URI.create("android-app:/"));
        }
        try (Opened opened = Opened.of(app)) {
            return new PhoneTrial(channels.host(app), channels.started(app))
                    .run(Objects.requireNonNull(opened.target().address()));
        } catch (MachineException missing) {
            return List.of(new PhoneTrial.Looked(PhoneTrial.Part.SERVER, false, missing.said()));
        }
    }

    @Override
    public Channel start(Target target) {
        return target.platform() == Platform.WEB
                ? new BrowserChannel(settings, vendors, Clock.systemUTC(), browser)
                : new PhoneChannel(host(target), ear(target.app()), settings, vendors, Clock.systemUTC());
    }

    /** Ends the browser that was begun and never needed. Channels that were started are for their owners to close. */
    @Override
    public void close() {
        browser.close();
    }

    /** Returns what has to be in front once a target's app is started. */
    private @Nullable String started(Target target) {
        App app = target.app();
        if (app == null) {
            return null;
        }
        return settings.phone().isIos() && !target.isSimulated() ? app.bundle() : app.android();
    }

    private PhoneHost host(@Nullable Target target) {
        return target != null && target.isSimulated()
                ? new SimulatedPhone(
                        project(), settings.browser(), settings.phone().isIos())
                : new NamedPhone(settings.phone(), target == null ? null : target.app(), phones);
    }

    /** The launcher says where the project lies; tests and IDEs stand in it. */
    private static Path project() {
        return Path.of(System.getProperty("wenda.root", ""));
    }

    private Ear ear(@Nullable App app) {
        App.Surface surface = app == null ? null : app.surface();
        return surface == null ? settings.phone().ear() : Ear.valueOf(surface.name());
    }
}
