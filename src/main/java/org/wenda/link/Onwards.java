package org.wenda.link;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a page sends its reader on by itself: a refresh, or a plain assignment in its script. Runs nothing. */
final class Onwards {
    /**
     * In characters: a page that says more is read before its script moves on, or its script moves on only at a click.
     */
    static final int LITTLE = 200;

    private static final int LONGEST_SCRIPT = 4_000;
    private static final int SOON = 10;
    private static final Pattern REFRESH = Pattern.compile(
            "^\\s*(\\d{1,5})(?:\\.\\d*)?\\s*[;,]\\s*(?:url\\s*=\\s*)?['\"]?([^'\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?:^|[\\s;{(])(?:window\\.|top\\.|self\\.|parent\\.|document\\.)?location(?:\\.href)?\\s*=\\s*(?:'([^'\\n]{1,2000})'|\"([^\"\\n]{1,2000})\")\\s*(?=[;}\\n)]|$)"
                    + "|(?:^|[\\s;{(])(?:window\\.|top\\.|self\\.|parent\\.|document\\.)?location\\.(?:replace|assign)\\(\\s*(?:'([^'\\n]{1,2000})'|\"([^\"\\n]{1,2000})\")\\s*\\)");
    private static final Pattern BY_ITSELF =
            Pattern.compile("onload|setTimeout|DOMContentLoaded|\\$\\(function|\\(function\\s*\\(\\)");

    private Onwards() {}

    static Optional<Reading.Onward> refresh(Document document) {
        return document.select("meta[http-equiv~=(?i)^refresh$]").stream()
                .map(meta -> REFRESH.matcher(LandingPage.cut(meta.attr("content"), Destination.LONGEST_ADDRESS)))
                .filter(Matcher::find)
                .filter(found -> Integer.parseInt(found.group(1)) <= SOON)
                .map(found ->
                        new Reading.Onward(Hop.How.META_REFRESH, found.group(2).strip()))
                .findFirst();
    }

    /** Returns the one target of the page's short scripts; empty if they name several, or decide between them. */
    static Optional<Reading.Onward> script(Document document) {
        List<String> targets = document.select("script:not([src])").stream()
                .limit(10)
                .map(Element::data)
                .filter(script -> script.length() <= LONGEST_SCRIPT)
                .flatMap(script -> ASSIGNMENT
                        .matcher(script)
                        .results()
                        .filter(found -> runsByItself(script, found.start()))
                        .map(Onwards::target))
                .distinct()
                .toList();
        return targets.size() == 1 ? Optional.of(new Reading.Onward(Hop.How.SCRIPT, targets.get(0))) : Optional.empty();
    }

    private static boolean runsByItself(String script, int at) {
        String before = script.substring(0, at + 1);
        long depth = before.chars().filter(c -> c == '{').count()
                - before.chars().filter(c -> c == '}').count();
        return depth <= 0 || BY_ITSELF.matcher(before).find();
    }

    private static String target(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group).replace("\\/", "/");
            }
        }
        throw new IllegalStateException("an assignment without a target");
    }
}
