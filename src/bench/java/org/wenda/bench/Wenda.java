package org.wenda.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.channel.browser.BrowserChannel;
import org.wenda.config.SettingsFile;
import org.wenda.portal.Vendors;
import org.wenda.transcript.Bubble;

/** Wenda's own channel, with the settings that are shipped and no profile. */
final class Wenda implements Contestant {
    private static final Channel.Moments NOBODY = new Channel.Moments() {
        @Override
        public void beforeSending() {}

        @Override
        public void afterReply() {}
    };

    private final BrowserChannel channel = new BrowserChannel(SettingsFile.defaults(), Vendors.in(Path.of("")), Clock.systemUTC());

    @Override
    public String name() {
        return "wenda";
    }

    @Override
    public void open(URI page) {
        if (channel.open(page, Hints.NONE) instanceof Arrival.Shut shut) {
            throw new IllegalStateException(page + ": " + shut.outcome() + " " + shut.reason());
        }
    }

    @Override
    public Answer ask(String question) {
        Heard heard = channel.ask(question, NOBODY);
        var timing = heard.timing();
        Instant sent = timing == null ? null : timing.sentAt();
        return new Answer(
                heard.reply().bubbles().stream().map(Bubble::text).toList(),
                sent,
                timing == null ? null : after(sent, timing.firstReply()),
                timing == null ? null : after(sent, timing.complete()),
                String.valueOf(heard.endedBy()));
    }

    private static @Nullable Instant after(@Nullable Instant sent, @Nullable Duration time) {
        return sent == null || time == null ? null : sent.plus(time);
    }

    @Override
    public void close() {
        channel.close();
    }
}
