package org.wenda.run;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.portal.Profile;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Client;
import org.wenda.transcript.Feature;
import org.wenda.transcript.NetworkRequest;

/**
 * A channel whose waiting another thread can cut short. Only the waiting: what is written to disk meanwhile is safe.
 */
final class CuttableChannel implements Channel {
    private final Channel channel;
    private @Nullable Thread waiting;
    private boolean cut;

    CuttableChannel(Channel channel) {
        this.channel = channel;
    }

    /** Interrupts the thread that waits for the chatbot, if one does. */
    synchronized void cut() {
        if (waiting != null) {
            cut = true;
            waiting.interrupt();
        }
    }

    @Override
    public Arrival open(URI address, Hints hints) {
        return waitFor(() -> channel.open(address, hints));
    }

    @Override
    public Heard ask(String question, Moments moments) {
        return waitFor(() -> channel.ask(question, moments));
    }

    @Override
    public Heard choose(String option, Moments moments) {
        return waitFor(() -> channel.choose(option, moments));
    }

    @Override
    public @Nullable Heard linger() {
        return waitFor(channel::linger);
    }

    @Override
    public Followed follow(FollowRequest request) {
        return waitFor(() -> channel.follow(request));
    }

    @Override
    public List<Feature> features(Stage stage) {
        return waitFor(() -> channel.features(stage));
    }

    @Override
    public List<byte[]> wayPictures() {
        return channel.wayPictures();
    }

    @Override
    public void beginReplay() {
        channel.beginReplay();
    }

    @Override
    public @Nullable String replay() {
        return waitFor(channel::replay);
    }

    @Override
    public @Nullable AccessCheck accessCheck() {
        return waitFor(channel::accessCheck);
    }

    @Override
    public List<NetworkRequest> network() {
        return channel.network();
    }

    @Override
    public Profile way() {
        return channel.way();
    }

    /** Looks are taken while a question is under way, so one waiting may lie within another. */
    private <T extends @Nullable Object> T waitFor(Supplier<T> answer) {
        Thread outer = begins(Thread.currentThread());
        try {
            return answer.get();
        } finally {
            ends(outer);
        }
    }

    private synchronized @Nullable Thread begins(Thread thread) {
        Thread outer = waiting;
        waiting = thread;
        return outer;
    }

    private synchronized void ends(@Nullable Thread outer) {
        waiting = outer;
        if (outer == null) {
            cut = false;
            Thread.interrupted(); // one that came too late must not hit the next file that is written
        } else if (cut) {
            outer.interrupt(); // a look that fails is only missed; the question is to end as well
        }
    }

    @Override
    public byte[] picture() {
        return channel.picture();
    }

    @Override
    public byte[] pagePicture() {
        return channel.pagePicture();
    }

    @Override
    public Client client() {
        return channel.client();
    }

    @Override
    public void close() {
        channel.close();
    }
}
