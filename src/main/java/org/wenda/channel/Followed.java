package org.wenda.channel;

import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Landing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * What came of clicking a link.
 *
 * @param landing without its picture
 * @param picture a PNG of the page as it was seen; null if there was nothing to see
 * @param open whether the next question can be asked; where {@link Landing#survived()} is false and this is true, it is
 *     asked in a conversation that was begun anew
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is handed on, never compared
public record Followed(Landing landing, byte @Nullable [] picture, boolean open) {
    /** Returns the same, with whether the next question can be asked. */
    public Followed withOpen(boolean isOpen) {
        return new Followed(landing, picture, isOpen);
    }

    /** Returns that the link was left alone. */
    public static Followed notClicked(FollowRequest request, Message reason) {
        // Files keep one language, so that two nights compare.
        return new Followed(Landing.notClicked(request.exchange(), request.link(), reason.in(Lang.EN)), null, true);
    }
}
