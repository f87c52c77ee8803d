package org.wenda.channel.page;

import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Landing;

/**
 * What can be seen of a click so far, and what it means.
 *
 * @param windows how many windows opened
 * @param left whether another document stands where the whole page stood
 * @param frameLeft whether another document stands in the frame that held the conversation
 * @param frame whether a frame appeared, or shows something else
 * @param route whether the page changed its own address
 * @param refused how many windows the page tried to open in vain
 * @param download whether a file was offered
 */
public record ClickSigns(
        int windows, boolean left, boolean frameLeft, boolean frame, boolean route, int refused, boolean download) {
    /** Returns where the click led, as far as nothing stronger may still come of it; null if nothing was seen. */
    public Landing.@Nullable Where strong() {
        if (download) {
            return Landing.Where.DOWNLOAD;
        }
        if (windows > 0) {
            return Landing.Where.NEW_TAB;
        }
        if (left) {
            return Landing.Where.SAME_TAB;
        }
        return frameLeft || frame ? Landing.Where.IN_WIDGET : null;
    }

    /** Returns where the click led if nothing stronger came of it; null if nothing was seen. */
    public Landing.@Nullable Where weak() {
        Landing.Where strong = strong();
        if (strong != null) {
            return strong;
        }
        if (refused > 0) {
            return Landing.Where.POPUP_BLOCKED;
        }
        return route ? Landing.Where.IN_WIDGET : null;
    }
}
