package org.wenda.score;

import org.jspecify.annotations.Nullable;
import org.wenda.link.LinkKind;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Landing;

/**
 * A link that a reply offered, and where it led. Text and addresses are hostile.
 *
 * @param exchange {@link org.wenda.transcript.Exchange#number()} of the reply
 * @param href as it was offered
 * @param title of the page at its end, title and heading together; empty if there was none
 * @param where where it opened when it was clicked; null if nobody clicked it
 * @param clicksToService {@link Landing#clicksToService()}; null if none was found, or nobody clicked
 * @param picture of the page; null if none was kept
 */
public record Led(
        int exchange,
        LinkKind kind,
        String text,
        String href,
        Verdict verdict,
        Why why,
        String title,
        Landing.@Nullable Where where,
        @Nullable Integer clicksToService,
        @Nullable Evidence picture) {
    /** Returns whether it is one that a citizen could follow to a page: no telephone number, no mail address. */
    boolean isFollowable() {
        return kind != LinkKind.PHONE && why != Why.PHONE_NUMBER && why != Why.MAIL_ADDRESS;
    }

    /** Returns whether nobody knows where it leads: a host that refuses programs, or that was left alone. */
    boolean isUnknown() {
        return verdict == Verdict.BLOCKED_FOR_ROBOTS
                || why == Why.HOST_RESTS
                || why == Why.TOO_LARGE
                || why == Why.MINI_PROGRAM
                || why == Why.NO_ADDRESS
                || why == Why.ONLY_SCRIPT;
    }

    boolean wasClicked() {
        return where != null && where != Landing.Where.NOT_CLICKED;
    }
}
