package org.wenda.channel.browser;

import java.net.URI;
import java.time.Clock;
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
import org.wenda.transcript.Opening;

/** A channel as the tests use it: with the settings that are shipped, and an error that tells what was seen. */
final class Conversation implements AutoCloseable {
    static final Settings SETTINGS = SettingsFile.defaults();

    private static final Channel.Moments NOBODY = new Channel.Moments() {
        @Override
        public void beforeSending() {}

        @Override
        public void afterReply() {}
    };

    final BrowserChannel channel = new BrowserChannel(SETTINGS, Clock.systemUTC());

    Arrival visit(URI address, @Nullable Profile profile) {
        return channel.open(address, new Hints(profile, null));
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
        return channel.ask(question, NOBODY);
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
