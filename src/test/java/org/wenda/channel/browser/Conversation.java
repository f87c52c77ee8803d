package org.wenda.channel.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.portal.Profile;
import org.wenda.transcript.Opening;

/** A channel as the tests use it: with the settings that are shipped, and an error that tells what was seen. */
final class Conversation implements AutoCloseable {
    /** The settings that are shipped; {@code -Dwenda.engine} names another browser. */
    static final Settings SETTINGS = settings();

    private static final Channel.Moments NOBODY = new Channel.Moments() {
        @Override
        public void beforeSending() {}

        @Override
        public void afterReply() {}
    };

    final BrowserChannel channel;

    Conversation() {
        this.channel = new BrowserChannel(SETTINGS, Clock.systemUTC());
    }

    /** @param overrides {@code key=value} each, stronger than the settings that are shipped */
    Conversation(String... overrides) {
        this.channel = new BrowserChannel(settings(overrides), Clock.systemUTC());
    }

    private static Settings settings(String... overrides) {
        List<String> all = new ArrayList<>(List.of("browser.name=" + System.getProperty("wenda.engine", "chrome")));
        all.addAll(List.of(overrides));
        return SettingsFile.read(Path.of("no file"), all);
    }

    Arrival visit(URI address, @Nullable Profile profile) {
        return channel.open(address, profile);
    }

    Opening open(URI address) {
        return opened(visit(address, null)).opening();
    }

    static Arrival.Open opened(Arrival arrival) {
        if (arrival instanceof Arrival.Open open) {
            return open;
        }
        Arrival.Shut shut = (Arrival.Shut) arrival;
        throw new AssertionError(shut.outcome() + ": " + shut.reason() + "\n" + String.join("\n", shut.candidates()));
    }

    Heard ask(String question) {
        return channel.ask(question, NOBODY);
    }

    Heard choose(String option) {
        return channel.choose(option, NOBODY);
    }

    /** Text without white space, by which replies are compared. */
    static String folded(List<String> texts) {
        return String.join("", texts).replaceAll("[\\s\\u00a0\\u200b]+", "");
    }

    @Override
    public void close() {
        channel.close();
    }
}
