package org.wenda.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Profile;
import org.wenda.transcript.Client;

/**
 * One way of talking to a chatbot. A channel holds one conversation at a time and belongs to one thread.
 *
 * <p>Never presses what calls a person, rates an answer or submits a form, and follows no link. Pacing is not its
 * business.
 */
public interface Channel extends AutoCloseable {
    /**
     * Starts a fresh conversation: nothing of an earlier one is left.
     *
     * @param address where the visit begins
     * @param profile how the chatbot was found last time; null to search for it
     * @return where the visit came to; a refusal is an answer, not an exception
     * @throws org.wenda.words.MachineException if the browser or device fails
     */
    Arrival open(URI address, @Nullable Profile profile);

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
    }
}
