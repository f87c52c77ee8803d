package org.wenda.channel.page;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Picture;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;

/**
 * What the recorder heard in one turn.
 *
 * @param echoed whether the page showed the question in the conversation
 * @param timing null if the question was not sent
 * @param gap longest pause inside the reply
 * @param dom the reply as the page's own markup
 */
public record Recording(
        boolean content,
        boolean delivered,
        boolean echoed,
        Reply reply,
        @Nullable Timing timing,
        Duration gap,
        String dom) {

    /**
     * Reads what {@code recorder.finish} returned.
     *
     * @param error stated bound of the times; wider where the page was too busy to tell of a change at once
     * @throws IllegalStateException if the recorder itself failed: what it heard cannot be relied on
     */
    public static Recording of(Facts facts, Duration error) {
        if (!facts.text("fault").isEmpty()) {
            throw new IllegalStateException("the recorder failed: " + facts.text("fault"));
        }
        Reply reply = new Reply(
                facts.all("bubbles").stream().map(Recording::bubble).toList(),
                facts.texts("options"),
                links(facts.all("links")),
                links(facts.all("sources")),
                facts.text("thinking"),
                facts.texts("controls"));
        var sentAt = Report.instant(facts.numberOrNull("sentAt"));
        Timing timing = sentAt == null
                ? null
                : new Timing(
                        sentAt,
                        duration(facts, "firstSign"),
                        duration(facts, "firstReply"),
                        duration(facts, "complete"),
                        duration(facts, "thinkingMs"),
                        widened(error, facts.number("doubt")));
        return new Recording(
                facts.flag("content"),
                facts.flag("delivered"),
                facts.flag("echoed"),
                reply,
                timing,
                Report.millis(facts.number("gap")),
                facts.text("dom"));
    }

    private static Duration widened(Duration error, double doubt) {
        Duration wider = Duration.ofMillis((long) Math.ceil(doubt));
        return wider.compareTo(error) > 0 ? wider : error;
    }

    private static Bubble bubble(Facts facts) {
        List<Picture> pictures = facts.all("pictures").stream()
                .map(picture -> new Picture(picture.text("alt"), picture.text("src")))
                .toList();
        return new Bubble(
                facts.text("text"),
                links(facts.all("links")),
                facts.texts("options"),
                pictures,
                duration(facts, "lateMs"));
    }

    private static List<Link> links(List<Facts> links) {
        return links.stream()
                .map(link -> new Link(link.text("text"), link.text("href")))
                .toList();
    }

    private static @Nullable Duration duration(Facts facts, String key) {
        Double millis = facts.numberOrNull(key);
        return millis == null ? null : Report.millis(millis);
    }
}
