package org.wenda.channel.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Candidate;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.portal.Profile;
import org.wenda.portal.Vendor;
import org.wenda.portal.Vendors;
import org.wenda.transcript.Opening;

/** A channel as the tests use it: with the settings that are shipped, and an error that tells what was seen. */
final class Conversation implements AutoCloseable {
    /** The settings that are shipped; {@code -Dwenda.engine} names another browser. */
    static final Settings SETTINGS = settings();

    /** The vendors that are shipped. */
    private static final List<Vendor> VENDORS = Vendors.in(Path.of(""));

    private final List<Heard> added = new ArrayList<>();
    private Instant told = Instant.EPOCH;

    private final Channel.Moments moments = new Channel.Moments() {
        @Override
        public void beforeSending() {}

        @Override
        public void afterReply() {
            told = Instant.now();
        }

        @Override
        public void added(Heard earlier) {
            added.add(earlier);
        }
    };

    final BrowserChannel channel;

    Conversation() {
        this(VENDORS, SETTINGS);
    }

    /** @param overrides {@code key=value} each, stronger than the settings that are shipped */
    Conversation(String... overrides) {
        this(VENDORS, settings(overrides));
    }

    /** @param vendors that are known instead of those that are shipped */
    Conversation(List<Vendor> vendors) {
        this(vendors, SETTINGS);
    }

    private Conversation(List<Vendor> vendors, Settings settings) {
        this.channel = new BrowserChannel(settings, vendors, Clock.systemUTC());
    }

    private static Settings settings(String... overrides) {
        List<String> all = new ArrayList<>(List.of("browser.name=" + System.getProperty("wenda.engine", "chrome")));
        all.addAll(List.of(overrides));
        return SettingsFile.read(Path.of("no file"), all);
    }

    Arrival visit(URI address, @Nullable Profile profile) {
        return visit(address, profile, null);
    }

    Arrival visit(URI address, @Nullable Profile profile, @Nullable String region) {
        return channel.open(address, new Hints(profile, region));
    }

    Opening open(URI address) {
        return opened(visit(address, null)).opening();
    }

    static Arrival.Open opened(Arrival arrival) {
        if (arrival instanceof Arrival.Open open) {
            return open;
        }
        Arrival.Shut shut = (Arrival.Shut) arrival;
        throw new AssertionError(shut.outcome() + ": " + shut.reason() + "\n" + lines(shut.candidates()));
    }

    static String lines(List<Candidate> candidates) {
        return candidates.stream().map(one -> one.line().toString()).collect(Collectors.joining("\n"));
    }

    Heard ask(String question) {
        return channel.ask(question, moments);
    }

    /** Returns when the last reply was said to have ended. */
    Instant told() {
        return told;
    }

    /** Returns what was added to replies whose end had been told. */
    List<Heard> added() {
        return added;
    }

    Heard choose(String option) {
        return channel.choose(option, moments);
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
