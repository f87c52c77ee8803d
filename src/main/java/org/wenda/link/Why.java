package org.wenda.link;

import java.util.Locale;

/** The rule that decided a verdict. Stands in files by its {@link #wire()} name; never renamed. */
public enum Why implements Wired {
    // not-followed
    SCRIPT_ADDRESS,
    DATA_ADDRESS,
    MAIL_ADDRESS,
    PHONE_NUMBER,
    MINI_PROGRAM,
    FILE_ADDRESS,
    UNKNOWN_SCHEME,
    NO_ADDRESS,
    RELATIVE_ADDRESS,
    MALFORMED_ADDRESS,
    ADDRESS_TOO_LONG,
    PRIVATE_ADDRESS,
    HOST_RESTS,
    TOO_LARGE,
    // dead
    NO_SUCH_HOST,
    CONNECTION_REFUSED,
    CONNECTION_FAILED,
    TIMED_OUT,
    TLS_FAILED,
    REDIRECT_LOOP,
    TOO_MANY_REDIRECTS,
    BAD_REDIRECT,
    STATUS,
    NO_CONTENT,
    // blocked-for-robots
    REFUSED,
    CHALLENGE,
    // soft-404
    SAYS_MISSING,
    SAME_AS_MADE_UP,
    // off-domain
    FOREIGN_HOST,
    // login-wall
    ASKS_LOGIN,
    // home-page
    LEADS_HOME,
    OFFERED_HOME,
    // service, guide, matter
    HANDLES_MATTER,
    LOGIN_FOR_MATTER,
    GUIDES_MATTER,
    NAMES_MATTER,
    FILE_OF_MATTER,
    // other-page
    OTHER_MATTER,
    MATTER_UNKNOWN,
    FILE_UNREAD,
    ONLY_SCRIPT;

    private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');

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
