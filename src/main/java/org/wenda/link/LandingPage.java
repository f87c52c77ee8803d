package org.wenda.link;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the page at the end of a link says. Hostile text, bounded.
 *
 * @param heading the first heading that reads something; empty if there is none
 * @param breadcrumb 当前位置, from the outside in; empty if the page shows none
 * @param text the visible text without menus, head and foot, white space folded, at most {@link #LONGEST_TEXT}
 *     characters
 * @param canonical the address that the page calls its own, resolved; empty if it names none
 * @param contentType media type in lower case without parameters, such as {@code text/html}
 * @param charset name of the character set that the page was read by; empty for what is not text
 * @param bytes how many of the body were received, as they came
 * @param truncated whether the body was longer, or slower, than what was read
 * @param shell whether scripts build the page, so that only a browser can tell what it says
 * @param entries links and buttons that lead on to a guide or to handling the matter
 * @param fields how many inputs a visitor would fill in, searching left out
 * @param passwordField whether one of them asks for a password
 */
public record LandingPage(
        String title,
        String heading,
        List<String> breadcrumb,
        String text,
        String canonical,
        String contentType,
        String charset,
        long bytes,
        boolean truncated,
        boolean shell,
        List<Entry> entries,
        int fields,
        boolean passwordField) {
    /** In characters. */
    public static final int LONGEST_TEXT = 20_000;

    static final int LONGEST_LINE = 500;

    public LandingPage {
        breadcrumb = List.copyOf(breadcrumb);
        entries = List.copyOf(entries);
    }

    /**
     * A link or button of the page, such as 在线办理.
     *
     * @param href where it leads, resolved; empty if only a script knows
     */
    public record Entry(String text, String href) {}

    /**
     * Returns the page as a browser showed it.
     *
     * @param before what HTTP had told of the same page; null if nothing
     */
    public static LandingPage of(Seen seen, @Nullable LandingPage before) {
        LandingPage known = Objects.requireNonNullElse(before, NOTHING);
        return new LandingPage(
                cut(seen.title(), LONGEST_LINE),
                cut(seen.heading(), LONGEST_LINE),
                known.breadcrumb,
                cut(seen.text(), LONGEST_TEXT),
                known.canonical,
                known.contentType,
                known.charset,
                known.bytes,
                known.truncated,
                known.shell,
                known.entries,
                known.fields,
                known.passwordField);
    }

    /** Returns the same page as one that only a browser can show. */
    LandingPage asShell() {
        return new LandingPage(
                title,
                heading,
                breadcrumb,
                text,
                canonical,
                contentType,
                charset,
                bytes,
                truncated,
                true,
                entries,
                fields,
                passwordField);
    }

    private static final LandingPage NOTHING =
            new LandingPage("", "", List.of(), "", "", "text/html", "", 0, false, true, List.of(), 0, false);

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
