package org.wenda.link;

import java.util.Locale;

/** The rule that decided, each of one verdict only. Stands in files by its {@link #wire()} name; never renamed. */
public enum Why implements Wired {
    SCRIPT_ADDRESS(Verdict.NOT_FOLLOWED),
    DATA_ADDRESS(Verdict.NOT_FOLLOWED),
    MAIL_ADDRESS(Verdict.NOT_FOLLOWED),
    PHONE_NUMBER(Verdict.NOT_FOLLOWED),
    MINI_PROGRAM(Verdict.NOT_FOLLOWED),
    FILE_ADDRESS(Verdict.NOT_FOLLOWED),
    UNKNOWN_SCHEME(Verdict.NOT_FOLLOWED),
    NO_ADDRESS(Verdict.NOT_FOLLOWED),
    RELATIVE_ADDRESS(Verdict.NOT_FOLLOWED),
    MALFORMED_ADDRESS(Verdict.NOT_FOLLOWED),
    ADDRESS_TOO_LONG(Verdict.NOT_FOLLOWED),
    PRIVATE_ADDRESS(Verdict.NOT_FOLLOWED),
    HOST_RESTS(Verdict.NOT_FOLLOWED),
    TOO_LARGE(Verdict.NOT_FOLLOWED),
    NO_SUCH_HOST(Verdict.DEAD),
    CONNECTION_REFUSED(Verdict.DEAD),
    CONNECTION_FAILED(Verdict.DEAD),
    TIMED_OUT(Verdict.DEAD),
    TLS_FAILED(Verdict.DEAD),
    REDIRECT_LOOP(Verdict.DEAD),
    TOO_MANY_REDIRECTS(Verdict.DEAD),
    BAD_REDIRECT(Verdict.DEAD),
    STATUS(Verdict.DEAD),
    NO_CONTENT(Verdict.DEAD),
    REFUSED(Verdict.BLOCKED_FOR_ROBOTS),
    CHALLENGE(Verdict.BLOCKED_FOR_ROBOTS),
    SAYS_MISSING(Verdict.SOFT_404),
    SAME_AS_MADE_UP(Verdict.SOFT_404),
    FOREIGN_HOST(Verdict.OFF_DOMAIN),
    ASKS_LOGIN(Verdict.LOGIN_WALL),
    LEADS_HOME(Verdict.HOME_PAGE),
    OFFERED_HOME(Verdict.HOME_PAGE),
    HANDLES_MATTER(Verdict.SERVICE),
    LOGIN_FOR_MATTER(Verdict.SERVICE),
    GUIDES_MATTER(Verdict.GUIDE),
    NAMES_MATTER(Verdict.MATTER),
    FILE_OF_MATTER(Verdict.MATTER),
    OTHER_MATTER(Verdict.OTHER_PAGE),
    MATTER_UNKNOWN(Verdict.OTHER_PAGE),
    FILE_UNREAD(Verdict.OTHER_PAGE),
    ONLY_SCRIPT(Verdict.OTHER_PAGE);

    private final Verdict verdict;
    private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Why(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Returns what a link is when this rule decides. */
    public Verdict verdict() {
        return verdict;
    }

    @Override
    public String wire() {
        return wire;
    }

    /**
     * Returns the reason that stands in files as {@code wire}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Why ofWire(String wire) {
        return Wired.find(values(), wire);
    }
}
