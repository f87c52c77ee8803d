package org.wenda.channel.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder says when the asker should look.
 *
 * @param why undelivered, lull, silence, sign-stays, silent or limit
 * @param content whether there is anything of an answer
 * @param changes how often the answer changed so far
 * @param busy signs that more is to come, right now
 * @param quiet since the last change of the answer; null if there was none
 * @param lastChangeAt in the page's wall clock
 * @param changedAt when the answer's words changed, the first time and the last few times, in the page's wall clock;
 *     oldest first
 * @param sentAt in the page's wall clock; null if the question was not sent
 * @param gap longest pause inside this answer
 * @param pauses the longest pauses inside this answer, {@value #MOST_PAUSES} at most, in no order
 * @param open whether its last words stop where no sentence ends
 * @param signs all signs that were seen in this turn
 * @param inputEmpty whether the question has left the input
 * @param endings how many requests the page itself knows to have ended since the question
 * @param requests the last of them
 * @param heard what {@code recorder.finish} would return, if this is likely to be the end; else empty
 */
public record Report(
        String why,
        boolean content,
        boolean delivered,
        int changes,
        List<String> busy,
        @Nullable Duration quiet,
        @Nullable Instant lastChangeAt,
        List<Instant> changedAt,
        @Nullable Instant sentAt,
        Duration gap,
        List<Pause> pauses,
        boolean open,
        List<Sign> signs,
        boolean inputEmpty,
        int endings,
        List<PageRequest> requests,
        Facts heard) {
    static final int MOST_PAUSES = 12;

    /** Reads what {@code recorder.listen} resolved to. */
    public static Report of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        if (!facts.text("fault").isEmpty()) {
            throw new IllegalStateException("recorder: " + facts.text("fault"));
        }
        Double quiet = facts.numberOrNull("quiet");
        return new Report(
                facts.text("why"),
                facts.flag("content"),
                facts.flag("delivered"),
                (int) facts.number("changes"),
                facts.texts("busy"),
                quiet == null ? null : millis(quiet),
                instant(facts.numberOrNull("lastChangeAt")),
                facts.numbers("changedAt").stream().map(Report::moment).toList(),
                instant(facts.numberOrNull("sentAt")),
                millis(facts.number("gap")),
                facts.all("pauses").stream()
                        .map(pause -> new Pause(moment(pause.number("until")), millis(pause.number("ms"))))
                        .toList(),
                facts.flag("open"),
                facts.all("signs").stream()
                        .map(sign -> new Sign(sign.text("name"), instant(sign.numberOrNull("goneAt"))))
                        .toList(),
                facts.flag("inputEmpty"),
                (int) facts.number("endings"),
                facts.all("requests").stream().map(PageRequest::of).toList(),
                Facts.of(facts.raw("heard")));
    }

    /**
     * A time in which the answer did not change.
     *
     * @param until when it went on, in the page's wall clock
     */
    public record Pause(Instant until, Duration time) {}

    /**
     * Returns the longest time behind this moment in which the answer did not change before it went on; where only
     * longer pauses than it are known, all of them before this moment, as much as it can have been.
     */
    Duration longestPauseBehind(Instant moment) {
        // Before its first words an answer does not pause, it has not begun.
        Duration longest =
                changedAt.isEmpty() ? Duration.ZERO : longer(Duration.ZERO, Duration.between(moment, changedAt.get(0)));
        for (Pause pause : pauses) {
            longest = longer(longest, shorter(pause.time(), Duration.between(moment, pause.until())));
        }
        Instant last = lastChangeAt();
        if (pauses.size() < MOST_PAUSES || last == null) {
            return longest;
        }
        Duration forgotten =
                pauses.stream().map(Pause::time).min(Duration::compareTo).orElseThrow();
        return longer(longest, shorter(forgotten, Duration.between(moment, last)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * A sign that more is to come.
     *
     * @param name typing-sign, stop-button or composer
     * @param goneAt when it went, in the page's wall clock; null while it stands
     */
    public record Sign(String name, @Nullable Instant goneAt) {}

    static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    static @Nullable Instant instant(@Nullable Double epochMillis) {
        return epochMillis == null ? null : moment(epochMillis);
    }

    static Instant moment(double epochMillis) {
        long whole = (long) epochMillis; // as nanoseconds it would be more than a double holds
        return Instant.ofEpochMilli(whole).plus(millis(epochMillis - whole));
    }
}
