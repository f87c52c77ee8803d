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

    /** A check that a browser passes by itself says a sentence at most. */
    private static final int BARE_CHECK = 120;

    /** A page that says no more than this and has a field for a password is there to log in. */
    private static final int BARE_LOGIN = 160;

    private Walls() {}

    /**
     * Returns the refusal that makes looking for a chatbot pointless, or null.
     *
     * @param enough the score from which an input is worth a question
     */
    static Arrival.@Nullable Shut of(Look page, double enough) {
        int status = page.status();
        String words = page.walls().stream()
                .filter(wall -> page.textLength() <= (isResting(wall) ? BARE_CHECK : BARE_PAGE))
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
        if (!words.isEmpty()
                && !words.equals("login")
                && page.inputs().stream().noneMatch(input -> input.score() >= enough)) {
            return shut(byWords(words), said(page, words));
        }
        return null;
    }

    /** Portals announce the maintenance of this or that everywhere; only a page that says nothing else is resting. */
    private static boolean isResting(Look.Wall wall) {
        return wall.kind().equals("maintenance");
    }

    /**
     * Returns whether the page may be a check that lets every browser through by itself: such pages show nothing and
     * load themselves again.
     */
    static boolean mayPass(Look page) {
        return (page.status() == 412 || page.status() == 202) && page.textLength() <= BARE_CHECK;
    }

    /** Returns that a page lets in only whom it knows. */
    static Arrival.Shut login(Look page) {
        return shut(Outcome.BLOCKED_LOGIN, Message.of(Walls.class, "wall.login", page.address()));
    }

    /**
     * Returns the wall that explains why nothing was found, or null.
     *
     * @param launched whether something was pressed that should have opened a chatbot
     */
    static Arrival.@Nullable Shut afterSearch(List<Frames.Seen> seen, boolean launched) {
        for (Frames.Seen one : seen) {
            for (Look.Wall wall : one.look().walls()) {
                boolean passwordOnly = one.look().secret() && wall.length() < 4 * BARE_PAGE;
                boolean login = wall.kind().equals("login") && (wall.over() || passwordOnly);
                if ((wall.length() <= BARE_PAGE && !isResting(wall)) || login) {
                    return shut(byWords(wall.kind()), said(one.look(), wall.kind()));
                }
            }
            if (one.look().secret() && one.look().textLength() <= BARE_LOGIN) {
                return login(one.look());
            }
            if (launched
                    && one.look().choices().stream()
                            .anyMatch(choice -> choice.kind().equals("identity"))) {
                return shut(
                        Outcome.BLOCKED_LOGIN,
                        Message.of(Walls.class, "wall.identity", one.look().address()));
            }
        }
        return null;
    }

    private static Outcome outcome(int status, Look page) {
        for (Look.Wall wall : page.walls()) {
            boolean resting = status == 503 && isResting(wall);
            if (wall.kind().equals("geo") || wall.kind().equals("captcha") || resting) {
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
            case "maintenance" -> Outcome.UNREACHABLE;
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
