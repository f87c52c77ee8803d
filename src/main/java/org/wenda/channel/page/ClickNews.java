package org.wenda.channel.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a click did to one document, as {@code walker.news} tells it.
 *
 * @param armed whether the document is still the one in which the click was made
 * @param address its address now
 * @param route whether that is another than before the click
 * @param clickedAt when the trusted click came, on the browser's wall clock; null if it did not
 * @param changedAt when the document first showed a change; null if it did not
 * @param frame the frame that appeared or shows something else, by its number of {@code walker.held}; null if none
 * @param refused how many windows the page tried to open in vain
 * @param asked what the page asked or said in dialogs
 * @param agreed whether one of them asked whether to leave, and was agreed to
 * @param leave what goes on from a notice that asks whether to leave, by its number of {@code walker.held}; null if
 *     none
 * @param leaveAsks what that notice reads; empty if there is none
 */
public record ClickNews(
        boolean armed,
        String address,
        boolean route,
        @Nullable Instant clickedAt,
        @Nullable Instant changedAt,
        @Nullable Integer frame,
        int refused,
        List<String> asked,
        boolean agreed,
        @Nullable Integer leave,
        String leaveAsks) {
    /** Before anything was looked at. */
    public static final ClickNews NONE =
            new ClickNews(true, "", false, null, null, null, 0, List.of(), false, null, "");

    /** Of a document that tells nothing, but is not the one in which the click was made. */
    public static final ClickNews OF_ANOTHER_DOCUMENT =
            new ClickNews(false, "", false, null, null, null, 0, List.of(), false, null, "");

    public ClickNews {
        asked = List.copyOf(asked);
    }

    /** Returns whether another document stands where the click was made. */
    public boolean isOfAnotherDocument() {
        return !armed;
    }

    public static ClickNews of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        return new ClickNews(
                facts.flag("armed"),
                facts.text("address"),
                facts.flag("route"),
                Report.instant(facts.numberOrNull("clickedAt")),
                Report.instant(facts.numberOrNull("changedAt")),
                facts.held("frame"),
                (int) facts.number("refused"),
                facts.texts("asked"),
                facts.flag("left"),
                facts.held("leave"),
                facts.text("leaveAsks"));
    }
}
