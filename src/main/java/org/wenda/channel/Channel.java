package org.wenda.channel;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Profile;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Client;
import org.wenda.transcript.Feature;
import org.wenda.transcript.NetworkRequest;
import org.wenda.words.Message;

/**
 * One way of talking to a chatbot. A channel holds one conversation at a time and belongs to one thread.
 *
 * <p>Never presses what calls a person, rates an answer or submits a form, and follows no link but those it is told to.
 * Pacing is not its business.
 */
public interface Channel extends AutoCloseable {
    /**
     * Starts a fresh conversation: nothing of an earlier one is left.
     *
     * @param address where the visit begins
     * @param hints what helps on the way
     * @return where the visit came to; a refusal is an answer, not an exception
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    Arrival open(URI address, Hints hints);

    /**
     * Asks one question and waits until the reply has ended. Only after {@link #open} arrived.
     *
     * @param question one line of text
     * @param moments is told right before the question is sent and right after the reply has ended
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    Heard ask(String question, Moments moments);

    /**
     * Presses one of the options that the last reply offered and waits until the reply to it has ended.
     *
     * @param option what it reads, as in {@link org.wenda.transcript.Reply#options()}
     * @param moments as for {@link #ask}; not told of a reply if the option could not be pressed
     * @return the reply; where the option has gone, leads away or must not be pressed,
     *     {@link org.wenda.transcript.Outcome#OPTIONS} with the reason, no reply and no times
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    Heard choose(String option, Moments moments);

    /**
     * Waits for what the chatbot may still add to its last reply: a few seconds where this chatbot was late before or
     * is not known well enough, not at all where it is. To be called when no question follows.
     *
     * @return the reply with what was added, as {@link Moments#added}; null if nothing was
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    default @Nullable Heard linger() {
        return null;
    }

    /**
     * Clicks a link of the conversation, looks where it leads, and comes back to the conversation. What opens is looked
     * at and nothing more: nothing is typed into it, no form of it submitted, no file of it kept. Takes at most a few
     * times the limit of a page. Only after {@link #open} arrived.
     *
     * @return where the link led; a link that could not be clicked is an answer, not an exception
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    default Followed follow(FollowRequest request) {
        return Followed.notClicked(request, Message.of(Channel.class, "follow.unable"));
    }

    /**
     * Looks at what the chatbot offers besides its answers, as its window stands right now; presses and asks nothing.
     * Only after {@link #open} arrived. Takes some milliseconds, at {@link Stage#TYPED} most of a second where nothing
     * is offered.
     *
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    default List<Feature> features(Stage stage) {
        return List.of();
    }

    /**
     * Begins to draw the chatbot's window for {@link #replay}, where the settings want it. Only after {@link #open}
     * arrived.
     */
    default void beginReplay() {}

    /**
     * Returns what was drawn of the window since {@link #beginReplay}, and draws no more.
     *
     * @return JSON as {@code replay.js} describes it, from the page and to be checked like all that is; null if nothing
     *     was drawn, or the document in which it was has gone
     */
    default @Nullable String replay() {
        return null;
    }

    /**
     * Checks how the chatbot's window treats people who cannot see, hear or point, where the settings want it. Takes
     * some hundred milliseconds.
     *
     * @return null if it was not checked
     */
    default @Nullable AccessCheck accessCheck() {
        return null;
    }

    /**
     * Returns what pages have asked for since {@link #open}, oldest first.
     *
     * @return nothing where the driver tells of no requests
     */
    default List<NetworkRequest> network() {
        return List.of();
    }

    /** What a look at the window comes after. */
    enum Stage {
        /** The visit arrived and nothing was asked. */
        OPENING,
        /** A question stands in the input and is not sent yet. */
        TYPED,
        /** The last reply has ended. */
        END
    }

    /**
     * Returns PNGs of the screens on which something was pressed on the way of the last {@link #open}, and of the one
     * that it came to, in order; also where it was refused.
     *
     * @return nothing where the way is not pictured
     */
    default List<byte[]> wayPictures() {
        return List.of();
    }

    /**
     * Returns how to find the chatbot again. Once a reply was heard this is the way that led to it, which may be
     * another than {@link #open} arrived by: what it took for the chatbot may not have answered. Only after it arrived.
     */
    Profile way();

    /** Returns a PNG of the chat window, or of the whole page where the window has no place of its own. */
    byte[] picture();

    /** Returns a PNG of the whole visible page. */
    byte[] pagePicture();

    /** Returns a PNG of the whole visible page on which the chatbot's input, and what led to it, are marked. */
    default byte[] markedPicture() {
        return pagePicture();
    }

    /** Returns what the conversation is held with. */
    Client client();

    /** Ends the conversation and what was started for it. Never throws. */
    @Override
    void close();

    /** Moments at which a caller may take pictures; neither delays the times that are measured. */
    interface Moments {
        /** The question stands in the input and is about to be sent. */
        void beforeSending();

        /** The reply has ended. */
        void afterReply();

        /**
         * The chatbot added to its reply to the question before this one, after the end of that reply had been told.
         *
         * @param earlier that reply as a whole; what was added has {@link org.wenda.transcript.Bubble#late()}
         */
        default void added(Heard earlier) {}
    }
}
