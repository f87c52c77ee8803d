package org.wenda.channel.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.page.Look;
import org.wenda.transcript.Outcome;
import org.wenda.words.Message;

/** Reads refusals from what a document shows: status codes and words. Pure. */
final class Walls {
    /** A page with more text than this is a page, whatever words stand somewhere on it. */
    private static final int BARE_PAGE = 600;

    private Walls() {}

    /** Returns the refusal that makes looking for a chatbot pointless, or null. */
    static Arrival.@Nullable Shut of(Look page) {
        int status = page.status();
        String words = page.walls().stream()
                .filter(wall -> page.textLength() <= BARE_PAGE)
                .map(Look.Wall::kind)
                .findFirst()
                .orElse("");
        if (status == 403 || status == 412 || status == 429 || status == 503 || status == 202 || status == 451) {
            Outcome outcome = outcome(status, page);
            if (status == 202 && words.isEmpty() && page.textLength() > BARE_PAGE) {
                return null;
            }
            return shut(outcome, Message.of(Walls.class, "wall.status", status, page.address()));
        }
        if (status >= 400) {
            return shut(Outcome.UNREACHABLE, Message.of(Walls.class, "wall.error", status, page.address()));
        }
        if (!words.isEmpty() && !words.equals("login") && page.inputs().isEmpty()) {
            return shut(byWords(words), said(page, words));
        }
        return null;
    }

    /** Returns the wall that explains why nothing was found, or null. */
    static Arrival.@Nullable Shut afterSearch(List<Frames.Seen> seen) {
        for (Frames.Seen one : seen) {
            for (Look.Wall wall : one.look().walls()) {
                boolean passwordOnly = one.look().inputs().stream()
                        .anyMatch(input -> String.join(" ", input.why()).contains("password"));
                if (wall.length() <= BARE_PAGE
                        || (wall.kind().equals("login") && passwordOnly && wall.length() < 4 * BARE_PAGE)) {
                    return shut(byWords(wall.kind()), said(one.look(), wall.kind()));
                }
            }
        }
        return null;
    }

    private static Outcome outcome(int status, Look page) {
        for (Look.Wall wall : page.walls()) {
            if (wall.kind().equals("geo") || wall.kind().equals("captcha")) {
                return byWords(wall.kind());
            }
        }
        return status == 429 ? Outcome.BLOCKED_ROBOTS : status == 451 ? Outcome.BLOCKED_GEO : Outcome.BLOCKED_WAF;
    }

    private static Outcome byWords(String kind) {
        return switch (kind) {
            case "login" -> Outcome.BLOCKED_LOGIN;
            case "captcha" -> Outcome.BLOCKED_CAPTCHA;
            case "geo" -> Outcome.BLOCKED_GEO;
            default -> Outcome.BLOCKED_WAF;
        };
    }

    private static Message said(Look page, String kind) {
        String words = page.walls().stream()
                .filter(wall -> wall.kind().equals(kind))
                .map(Look.Wall::words)
                .findFirst()
                .orElse("");
        return Message.of(Walls.class, "wall.words", words, page.address());
    }

    private static Arrival.Shut shut(Outcome outcome, Message reason) {
        return new Arrival.Shut(outcome, reason, List.of(), null);
    }
}
