package org.wenda.channel.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Landing;

/**
 * A page that a link led to, as {@code walker.read} tells it; bounded here too, for the page may have taught the script
 * to say anything.
 *
 * @param protocol of its address, such as {@code https:}
 * @param paintedAt when it first showed something, on the browser's wall clock; null if it does not tell
 * @param loadedAt when it had loaded, on the browser's wall clock; null if it does not tell
 * @param leave what goes on from a notice that asks whether to leave, by its number of {@code walker.held}; null if
 *     none
 * @param leaveAsks what that notice reads; empty if there is none
 * @param sendsOn whether it says that it will send its reader on by itself
 */
public record LandedPage(
        String address,
        String protocol,
        String title,
        String heading,
        String text,
        @Nullable Instant paintedAt,
        @Nullable Instant loadedAt,
        @Nullable Integer leave,
        String leaveAsks,
        boolean sendsOn) {
    private static final int LONGEST_ADDRESS = 8_000;
    private static final int LONGEST_LINE = 500;

    public static LandedPage of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        return new LandedPage(
                cut(facts.text("address"), LONGEST_ADDRESS),
                cut(facts.text("protocol"), LONGEST_LINE),
                cut(facts.text("title"), LONGEST_LINE),
                cut(facts.text("heading"), LONGEST_LINE),
                cut(facts.text("text"), Landing.LONGEST_EXCERPT),
                Report.instant(facts.numberOrNull("paintedAt")),
                Report.instant(facts.numberOrNull("loadedAt")),
                facts.held("leave"),
                cut(facts.text("leaveAsks"), LONGEST_LINE),
                facts.flag("sendsOn"));
    }

    /** Returns whether the browser shows an error page of its own. */
    public boolean isBrowsersOwn() {
        return protocol.equals("chrome-error:") || (protocol.equals("about:") && address.startsWith("about:neterror"));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
