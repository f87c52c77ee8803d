package org.wenda.channel.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.AccessCheck;

/** What {@code axe.js} reported. */
public final class AxeReport {
    private static final int MOST_RULES = 200;
    private static final int MOST_PLACES = 5;
    private static final int LONGEST = 300;

    private AxeReport() {}

    /**
     * Reads the report.
     *
     * @throws IllegalStateException if the check itself failed
     */
    public static AccessCheck of(@Nullable Object value) {
        Facts facts = Facts.of(value);
        if (!facts.text("fault").isEmpty() || facts.text("engine").isEmpty()) {
            throw new IllegalStateException("axe: " + cut(facts.text("fault")));
        }
        return new AccessCheck(
                cut(facts.text("engine")), findings(facts.all("violations")), findings(facts.all("unsure")), (int)
                        facts.number("passes"));
    }

    private static List<AccessCheck.Finding> findings(List<Facts> all) {
        return all.stream()
                .limit(MOST_RULES)
                .map(one -> new AccessCheck.Finding(
                        cut(one.text("rule")),
                        cut(one.text("impact")),
                        cut(one.text("help")),
                        (int) one.number("elements"),
                        one.texts("where").stream()
                                .limit(MOST_PLACES)
                                .map(AxeReport::cut)
                                .toList()))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
