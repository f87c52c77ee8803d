package org.wenda.channel.browser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenda.channel.page.Look;
import org.wenda.words.Message;

/** Puts into words what {@code survey.js} gives as codes. */
final class Reasons {
    private static final Set<String> CODES = Set.of(
            "address",
            "asks",
            "button",
            "comments",
            "corner",
            "dials",
            "disabled",
            "download",
            "elsewhere",
            "field",
            "field-like",
            "floats",
            "frame",
            "head",
            "headed",
            "headline",
            "holds-launcher",
            "in-text",
            "large",
            "leads",
            "lines",
            "list",
            "long-text",
            "low",
            "maybe-elsewhere",
            "named-chat",
            "named-launcher",
            "named-search",
            "narrow",
            "one-field",
            "other-fields",
            "panel-chat",
            "panel-floats",
            "panel-greets",
            "password",
            "picture",
            "reads",
            "round",
            "searches",
            "send-button",
            "submit-button",
            "submits",
            "titled",
            "vendor");

    private Reasons() {}

    /** Returns the reasons, what weighs most first. */
    static List<Message> of(List<Look.Reason> reasons) {
        return reasons.stream()
                .sorted((one, other) -> Double.compare(Math.abs(other.points()), Math.abs(one.points())))
                .map(Reasons::of)
                .toList();
    }

    /** A page can make the script say anything, so an unknown code is shown as it is. */
    private static Message of(Look.Reason reason) {
        Message said = CODES.contains(reason.code())
                ? Message.of(Reasons.class, "reason." + reason.code(), reason.value())
                : Message.of(Reasons.class, "reason.unknown", reason.code());
        return Message.of(Reasons.class, "reason.points", points(reason.points()), said);
    }

    private static String points(double points) {
        String plain = String.format(Locale.ROOT, "%+.1f", points);
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
}
