package org.wenda.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.portal.Profile;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;

/** A chatbot that says what it was asked, unless a test gives it other answers. Shared by all its channels. */
final class Parrot {
    static final Instant SENT = Instant.parse("2026-11-23T02:00:00.123Z");

    private final List<String> asked = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private Function<URI, Arrival> door = Parrot::arrival;
    private Function<String, Heard> mouth = Parrot::echo;
    private int open;

    Parrot answering(Function<String, Heard> answer) {
        mouth = answer;
        return this;
    }

    Parrot behind(Function<URI, Arrival> arrival) {
        door = arrival;
        return this;
    }

    static Heard echo(String question) {
        return heard(Outcome.ANSWERED, "您说：" + question);
    }

    static Heard heard(Outcome outcome, String text) {
        Timing timing = new Timing(
                SENT,
                Duration.ofMillis(40),
                Duration.ofMillis(120),
                Duration.ofMillis(800),
                null,
                Duration.ofMillis(17));
        Reply reply = new Reply(List.of(Bubble.of(text)), List.of(), List.of(), List.of(), "", List.of());
        return new Heard(outcome, null, reply, timing, "quiet+transport", "<p>" + text + "</p>");
    }

    static Arrival arrival(URI address) {
        Entry entry = new Entry("launcher in frame 1", List.of("title says 智能问答"), address.toString(), false, false);
        Opening opening = new Opening(entry, List.of("您好"), List.of(), List.of(), Duration.ofMillis(900));
        Profile.Mark input = new Profile.Mark(List.of(), List.of("textarea"), "请输入", "textarea");
        return new Arrival.Open(
                opening, new Profile("demo-web", address, LocalDate.of(2026, 11, 23), List.of(), input, null));
    }

    /** Returns the questions heard so far, in order. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized List<URI> opened() {
        return List.copyOf(opened);
    }

    /** Returns how many channels are open now. */
    synchronized int openChannels() {
        return open;
    }

    synchronized Channel channel() {
        open++;
        return new Perch();
    }

    private synchronized void hears(String question) {
        asked.add(question);
    }

    private synchronized void sees(URI address) {
        opened.add(address);
    }

    private synchronized void loses() {
        open--;
    }

    private final class Perch implements Channel {
        @Override
        public Arrival open(URI address, Hints hints) {
            sees(address);
            return door.apply(address);
        }

        @Override
        public Heard ask(String question, Moments moments) {
            moments.beforeSending();
            hears(question);
            Heard heard = mouth.apply(question);
            moments.afterReply();
            return heard;
        }

        @Override
        public byte[] picture() {
            return new byte[] {1};
        }

        @Override
        public byte[] pagePicture() {
            return new byte[] {2};
        }

        @Override
        public Client client() {
            return new Client("chrome 156", "chromedriver 156", "linux", Duration.ZERO, Duration.ofMillis(1));
        }

        @Override
        public void close() {
            loses();
        }
    }
}
