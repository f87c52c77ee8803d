package org.wenda.channel.page;

import java.util.List;
import java.util.regex.Pattern;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

/** Reads from a whole reply how the turn ended: answered, options, fallback or handover. Pure; its words are data. */
public final class OutcomeRule {
    private static final int SHORT = 220;

    private final Pattern fallback;
    private final Pattern handover;
    private final Pattern options;
    private final Pattern login;

    public OutcomeRule() {
        Facts words = Facts.of(PageScripts.lexicon().get("outcome"));
        fallback = pattern(words, "fallback");
        handover = pattern(words, "handover");
        options = pattern(words, "options");
        login = pattern(words, "login");
    }

    private static Pattern pattern(Facts words, String key) {
        return Pattern.compile(words.text(key), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns the outcome of a reply that has content and came to its end. */
    public Outcome of(Reply reply) {
        String text = reply.text();
        boolean brief = text.length() <= SHORT;
        List<String> choices = reply.options();
        // A long text with headings and links answers, whatever polite words it ends with.
        if (brief && handover.matcher(text).find()) {
            return Outcome.HANDOVER;
        }
        if (brief && login.matcher(text).find()) {
            return Outcome.BLOCKED_LOGIN;
        }
        if (brief && fallback.matcher(text).find()) {
            return Outcome.FALLBACK;
        }
        if (choices.size() >= 2 && (text.isEmpty() || options.matcher(text).find())) {
            return Outcome.OPTIONS;
        }
        return Outcome.ANSWERED;
    }
}
