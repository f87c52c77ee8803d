package org.wenda.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a page is about a matter. Compares names by their pairs of characters, which needs no dictionary of words,
 * and by what is done and to which kind of thing, which tells 挂失 from 申领 and 居住证 from 身份证. Pure.
 *
 * <p>A title, a heading, a breadcrumb or a stated name decides; the text counts only where none of them says anything.
 */
final class MatterFit {
    private static final double ENOUGH = 0.6;
    private static final double WORD_FOUND = 0.8;
    private static final double WEIGHT_OF_DEED = 0.25;
    private static final int LEAD = 600;

    /** In pairs of characters. */
    private static final int SHORT_NAME = 2;

    private static final Pattern ALTERNATIVES = Pattern.compile("[及或、/]");
    private static final Pattern LIST = Pattern.compile("[、及和与/]");
    private static final Pattern PARTS = Pattern.compile("[-_|｜—–·>《》「」]+|\\s{2,}");
    private static final Pattern PUBLISHER =
            Pattern.compile(".*(网|网站|局|中心|平台|门户|政府|大厅|委员会|委|厅|处|馆|首页|频道|系统|专栏|公众号|APP|app)\\s*$");
    private static final Pattern STATED =
            Pattern.compile("(?:事项名称|服务名称|办理事项|主项名称|业务名称)\\s*[:：]?\\s*([^\\s,，。;；:：]{2,40})");

    private final Matter matter;
    private final Terms name;
    private final List<Terms> parts;
    private final List<Terms> words;

    MatterFit(Matter matter) {
        this.matter = matter;
        this.name = Terms.of(matter.name());
        this.parts = ALTERNATIVES
                .splitAsStream(matter.name())
                .map(Terms::of)
                .filter(part -> !part.pairs().isEmpty())
                .toList();
        this.words = matter.words().stream().map(Terms::of).toList();
    }

    /**
     * What a comparison came to.
     *
     * @param evidence what spoke for it, or what was found instead
     */
    record Fit(boolean fits, List<String> evidence) {
        Fit {
            evidence = List.copyOf(evidence);
        }
    }

    Fit of(LandingPage page) {
        List<Field> fields = fields(page);
        for (Field field : fields) {
            Optional<String> conflict = conflict(field);
            if (conflict.isPresent()) {
                return new Fit(false, List.of(conflict.get()));
            }
        }
        List<String> spoke = fields.stream().filter(this::names).map(this::line).toList();
        if (!spoke.isEmpty()) {
            return new Fit(true, spoke);
        }
        boolean silent = fields.stream().allMatch(field -> field.terms.pairs().isEmpty());
        return silent
                ? byPlace(page)
                : new Fit(false, fields.stream().limit(2).map(this::line).toList());
    }

    /** Returns whether a short text, such as a file's name, names the matter. */
    Fit of(String place, String text) {
        Field field = Field.of(place, text);
        Optional<String> conflict = conflict(field);
        return conflict.isPresent()
                ? new Fit(false, List.of(conflict.get()))
                : new Fit(names(field), List.of(line(field)));
    }

    private static List<Field> fields(LandingPage page) {
        List<Field> fields = new ArrayList<>();
        add(fields, "title", withoutPublisher(page.title()));
        add(fields, "heading", withoutPublisher(page.heading()));
        Matcher stated = STATED.matcher(LandingPage.cut(page.text(), 4 * LEAD));
        if (stated.find()) {
            add(fields, "stated name", stated.group(1));
        }
        return fields;
    }

    private static void add(List<Field> fields, String place, String text) {
        if (!text.isBlank()) {
            fields.add(Field.of(place, text));
        }
    }

    /** The office's own name would otherwise speak for every matter of that office. */
    private static String withoutPublisher(String title) {
        List<String> parts = PARTS.splitAsStream(title)
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !PUBLISHER.matcher(part).matches())
                .toList();
        return String.join(" ", parts);
    }

    private Optional<String> conflict(Field field) {
        Terms found = field.terms;
        // Only a field that is about the same thing can be about another deed with it.
        if (things(found) == 0 && !parts.isEmpty()) {
            return Optional.empty();
        }
        if (isOtherDeed(field)) {
            return Optional.of(other(field, found.deeds(), name.deeds()));
        }
        return isOtherKind(found.kinds()) ? Optional.of(other(field, found.kinds(), name.kinds())) : Optional.empty();
    }

    private boolean isOtherDeed(Field field) {
        Terms found = field.terms;
        boolean listed = LIST.matcher(field.text).find();
        boolean lastIsOther = !name.deeds().isEmpty()
                && found.lastDeed().filter(name.deeds()::contains).isEmpty()
                && found.lastDeed().isPresent();
        return differs(name.deeds(), found.deeds()) || (lastIsOther && !listed);
    }

    private boolean isOtherKind(Set<String> found) {
        Set<String> wanted = name.kinds();
        if (Terms.APART.stream().anyMatch(kind -> found.contains(kind) != wanted.contains(kind))) {
            return true;
        }
        return differs(together(wanted), together(found));
    }

    private static Set<String> together(Set<String> kinds) {
        return kinds.stream().filter(kind -> !Terms.APART.contains(kind)).collect(Collectors.toSet());
    }

    private static String other(Field field, Set<String> found, Set<String> wanted) {
        return field.place + ": " + field.text + " (" + sorted(found) + " instead of " + sorted(wanted) + ")";
    }

    private static String sorted(Set<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join("+", names.stream().sorted().toList());
    }

    private static boolean differs(Set<String> wanted, Set<String> found) {
        return !wanted.isEmpty() && !found.isEmpty() && found.stream().noneMatch(wanted::contains);
    }

    private boolean names(Field field) {
        return score(field.terms) >= ENOUGH;
    }

    private double score(Terms found) {
        double byWords = words.isEmpty() ? 0 : (double) foundWords(found) / words.size();
        return Math.max(byWords, byName(found));
    }

    /** A name may offer several things, such as 企业及分支机构; the best covered counts. */
    private double things(Terms found) {
        return parts.stream().mapToDouble(part -> coverage(part, found)).max().orElse(0);
    }

    private double byName(Terms found) {
        double things = things(found);
        if (name.deeds().isEmpty() || things == 0) {
            return things;
        }
        boolean same = found.deeds().stream().anyMatch(name.deeds()::contains);
        if (!same && shortest() <= SHORT_NAME && found.pairs().size() > 2 * shortest() + 2) {
            // Two characters in a long line, and not what is done with them: the line is about something else.
            return 0;
        }
        return (1 - WEIGHT_OF_DEED) * things + (same ? WEIGHT_OF_DEED : 0);
    }

    private long foundWords(Terms found) {
        return words.stream().filter(word -> isFound(word, found)).count();
    }

    private static boolean isFound(Terms word, Terms found) {
        return word.pairs().isEmpty()
                ? !word.deeds().isEmpty() && found.deeds().containsAll(word.deeds())
                : coverage(word, found) >= WORD_FOUND;
    }

    private int shortest() {
        return parts.stream().mapToInt(part -> part.pairs().size()).min().orElse(0);
    }

    private static double coverage(Terms wanted, Terms found) {
        if (wanted.pairs().isEmpty()) {
            return 0;
        }
        long covered = wanted.pairs().stream().filter(found.pairs()::contains).count();
        return (double) covered / wanted.pairs().size();
    }

    /** A breadcrumb ends at a group of matters as often as at the matter, so it speaks only where nothing else does. */
    private Fit byPlace(LandingPage page) {
        List<String> crumbs = page.breadcrumb();
        Fit crumb = crumbs.isEmpty() ? new Fit(false, List.of()) : of("breadcrumb", crumbs.get(crumbs.size() - 1));
        return crumb.fits() ? crumb : inLead(page);
    }

    private Fit inLead(LandingPage page) {
        Field lead = Field.of("text", LandingPage.cut(page.text(), LEAD));
        boolean fits = things(lead.terms) >= WORD_FOUND || (!words.isEmpty() && foundWords(lead.terms) == words.size());
        return new Fit(fits, List.of(line(lead)));
    }

    private String line(Field field) {
        String shown = LandingPage.cut(field.text, 80);
        if (words.isEmpty()) {
            return "%s: %s (%d%% of %s)"
                    .formatted(field.place, shown, Math.round(100 * score(field.terms)), matter.name());
        }
        return "%s: %s (%d of %d words)".formatted(field.place, shown, foundWords(field.terms), words.size());
    }

    private record Field(String place, String text, Terms terms) {
        static Field of(String place, String text) {
            return new Field(place, text, Terms.of(text));
        }
    }
}
