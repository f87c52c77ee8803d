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
import org.wenda.channel.Discovery;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.portal.Profile;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.words.Message;

/** A chatbot that says what it was asked, unless a test gives it other answers. Shared by all its channels. */
final class Parrot {
    static final Instant SENT = Instant.parse("2026-11-23T02:00:00.123Z");

    static final Move MOVE = new Move(
            new Move.Spot(List.of(), "请输入", "textarea", List.of("#old"), List.of()),
            new Move.Spot(List.of(), "请输入", "textarea", List.of("textarea"), List.of()));

    private final List<String> asked = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private Function<URI, Arrival> door = Parrot::arrival;
    private Function<String, Heard> mouth = Parrot::echo;
    private @Nullable Function<String, Heard> finger;
    private Function<FollowRequest, Followed> step = Parrot::newTab;
    private final List<String> followed = new ArrayList<>();
    private Function<Channel.Stage, List<Feature>> window = stage -> List.of();
    private final List<Channel.Stage> looks = new ArrayList<>();
    private List<byte[]> way = List.of();
    private int open;

    Parrot answering(Function<String, Heard> answer) {
        mouth = answer;
        return this;
    }

    Parrot whenPressed(Function<String, Heard> answer) {
        finger = answer;
        return this;
    }

    Parrot whenFollowed(Function<FollowRequest, Followed> landing) {
        step = landing;
        return this;
    }

    Parrot offering(Function<Channel.Stage, List<Feature>> features) {
        window = features;
        return this;
    }

    /** @param screens pictures of the way to it */
    Parrot throughScreens(byte[]... screens) {
        way = List.of(screens);
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

    static Heard offering(String text, Link... links) {
        Heard heard = heard(Outcome.ANSWERED, text);
        Bubble bubble = new Bubble(text, List.of(links), List.of(), List.of(), null);
        Reply reply = new Reply(List.of(bubble), List.of(), List.of(links), List.of(), "", List.of());
        return new Heard(heard.outcome(), null, reply, heard.timing(), heard.endedBy(), heard.dom());
    }

    static Followed newTab(FollowRequest request) {
        return landed(request, true, true);
    }

    static Followed landed(FollowRequest request, boolean survived, boolean open) {
        return landed(request, request.link().href(), survived, open);
    }

    static Followed landed(FollowRequest request, @Nullable String address, boolean survived, boolean open) {
        Link link = request.link();
        Landing landing = new Landing(
                request.exchange(),
                link.text(),
                link.href(),
                Landing.Where.NEW_TAB,
                address,
                "页面",
                "标题",
                "正文",
                Duration.ofMillis(90),
                Duration.ofMillis(200),
                Duration.ofMillis(19),
                null,
                survived,
                null,
                null);
        return new Followed(landing, new byte[] {3}, open);
    }

    static Heard asksBack(String... options) {
        Heard heard = heard(Outcome.OPTIONS, "您想咨询的是：");
        Reply reply = new Reply(heard.reply().bubbles(), List.of(options), List.of(), List.of(), "", List.of());
        return new Heard(Outcome.OPTIONS, null, reply, heard.timing(), heard.endedBy(), heard.dom());
    }

    static Arrival arrival(URI address) {
        return arrival(address, null);
    }

    /** Arrives where a saved profile did not lead; what is taken for the input is not yet what answers. */
    static Arrival moved(URI address) {
        return arrival(address, MOVE);
    }

    private static Arrival arrival(URI address, @Nullable Move move) {
        Entry entry = new Entry("launcher in frame 1", List.of("title says 智能问答"), address.toString(), false, move);
        Opening opening = new Opening(entry, List.of("您好"), List.of(), List.of(), Duration.ofMillis(900));
        Discovery discovery = new Discovery(Message.of(Parrot.class, "how"), List.of(), List.of(), List.of());
        return new Arrival.Open(opening, way(address, move == null ? "textarea" : "#guess"), discovery);
    }

    private static Profile way(URI address, String path) {
        Profile.Mark input = new Profile.Mark(List.of(), List.of(path), "请输入", "textarea");
        return new Profile("demo-web", address, LocalDate.of(2026, 11, 23), List.of(), input, null);
    }

    /** Returns the questions heard so far, in order. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Returns which of {@link #asked()} were options. */
    synchronized List<String> pressed() {
        return List.copyOf(pressed);
    }

    /** Returns the addresses of the links that were clicked, in order. */
    synchronized List<String> followed() {
        return List.copyOf(followed);
    }

    /** Returns the moments at which its window was looked at, in order. */
    synchronized List<Channel.Stage> looks() {
        return List.copyOf(looks);
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

    private synchronized void presses(String option) {
        pressed.add(option);
    }

    private synchronized void follows(String href) {
        followed.add(href);
    }

    private synchronized void looks(Channel.Stage stage) {
        looks.add(stage);
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
        public Heard choose(String option, Moments moments) {
            presses(option);
            Function<String, Heard> pressed = finger;
            return pressed == null ? ask(option, moments) : pressed.apply(option);
        }

        @Override
        public List<Feature> features(Stage stage) {
            looks(stage);
            return window.apply(stage);
        }

        @Override
        public Followed follow(FollowRequest request) {
            follows(request.link().href());
            return step.apply(request);
        }

        @Override
        public List<byte[]> wayPictures() {
            return way;
        }

        @Override
        public Profile way() {
            List<URI> all = opened();
            return Parrot.way(all.get(all.size() - 1), "textarea");
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
