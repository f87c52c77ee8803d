package org.wenda.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two answers say the same. Wording does not matter; figures and names must agree, and what one affirms the
 * other must not deny. An answer that only leaves something out does not disagree. Pure, and a help: a person confirms.
 */
final class Likeness {
    private static final Pattern TITLE = Pattern.compile("《([^《》]{2,60})》");
    private static final Pattern PHONE = Pattern.compile("(?<![\\d-])(\\d{3,4}-\\d{7,8}|1\\d{4}|1\\d{10})(?![\\d-])");
    private static final Pattern OFFICE = Pattern.compile("[\\p{IsHan}]{1,12}?(局|派出所|服务中心|管理中心|委员会|管理所|银行|法院|街道办|居委会)");
    private static final Pattern DENIED =
            Pattern.compile("(不能|不可以|不可|无法|不支持|暂不支持|暂不提供|不提供|不得|无需|无须|不需要|不用|不必|没有)([\\p{IsHan}]{2,6})");
    private static final Pattern DENIES = Pattern.compile("(不|无|没|非|未|免|勿)[\\p{IsHan}]{0,3}$");

    private Likeness() {}

    /** What two answers came to. */
    enum How {
        SAME,
        /** Both name figures of one kind, and they contradict each other. */
        FIGURES,
        /** Both name titles, telephone numbers or offices, and they are others. */
        NAMES,
        /** One affirms what the other denies. */
        DENIED,
        /** They have too little in common. */
        APART
    }

    /**
     * What a comparison came to.
     *
     * @param one what the first says that decides; empty if nothing single does
     * @param other what the second says instead
     */
    record Compared(How how, String one, String other) {
        boolean same() {
            return how == How.SAME;
        }
    }

    /** @param enough which share of the shorter answer's pairs of characters the other needs to have, 0–1 */
    static Compared compare(String one, String other, double enough) {
        return figures(one, other)
                .or(() -> names(one, other))
                .or(() -> denied(one, other))
                .or(() -> denied(other, one))
                .orElseGet(() -> new Compared(MatterNamed.common(one, other) >= enough ? How.SAME : How.APART, "", ""));
    }

    private static Optional<Compared> figures(String one, String other) {
        Map<String, Set<BigDecimal>> others = Figures.of(other);
        for (Map.Entry<String, Set<BigDecimal>> counted : Figures.of(one).entrySet()) {
            Set<BigDecimal> values = others.getOrDefault(counted.getKey(), counted.getValue());
            if (!agree(counted.getValue(), values)) {
                return Optional.of(new Compared(
                        How.FIGURES, shown(counted.getValue(), counted.getKey()), shown(values, counted.getKey())));
            }
        }
        return Optional.empty();
    }

    private static boolean agree(Set<?> ones, Set<?> others) {
        return ones.containsAll(others) || others.containsAll(ones);
    }

    private static String shown(Set<BigDecimal> values, String unit) {
        List<String> all =
                values.stream().map(value -> value.toPlainString() + unit).toList();
        return String.join(" ", all);
    }

    private static Optional<Compared> names(String one, String other) {
        return differ(all(TITLE, one), all(TITLE, other))
                .or(() -> differ(all(PHONE, one), all(PHONE, other)))
                .or(() -> differ(offices(one), offices(other)));
    }

    /** Names are left out freely, but two answers that both name some have one in common. */
    private static Optional<Compared> differ(Set<String> ones, Set<String> others) {
        boolean disjoint = ones.stream().noneMatch(name -> others.stream().anyMatch(also -> isSame(name, also)));
        return ones.isEmpty() || others.isEmpty() || !disjoint
                ? Optional.empty()
                : Optional.of(new Compared(How.NAMES, String.join(" ", ones), String.join(" ", others)));
    }

    private static boolean isSame(String name, String other) {
        return name.contains(other) || other.contains(name);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    /** What stands before the office's kind runs into verbs; its last characters are its own. */
    private static Set<String> offices(String text) {
        Set<String> offices = new HashSet<>();
        Matcher matcher = OFFICE.matcher(text);
        while (matcher.find()) {
            String name = matcher.group();
            int own = matcher.group(1).length() + (matcher.group(1).length() == 1 ? 2 : 0);
            offices.add(name.substring(Math.max(0, name.length() - own)));
        }
        return new TreeSet<>(offices);
    }

    private static Optional<Compared> denied(String denying, String other) {
        for (String what : deniedIn(denying)) {
            int at = other.indexOf(what);
            if (at >= 0 && affirms(other, at)) {
                return Optional.of(new Compared(How.DENIED, what, context(other, at, what)));
            }
        }
        return Optional.empty();
    }

    /** Returns the first two characters of what is denied: 加急 of 暂不提供加急办理. */
    private static List<String> deniedIn(String text) {
        List<String> denied = new ArrayList<>();
        Matcher matcher = DENIED.matcher(text);
        while (matcher.find()) {
            denied.add(matcher.group(2).substring(0, 2));
        }
        return denied;
    }

    /** Only 可以, 能 and their like right before it affirm; a thing that is merely named does not. */
    private static boolean affirms(String text, int at) {
        String before = text.substring(Math.max(0, at - 6), at);
        return AFFIRMED.matcher(before).find() && !DENIES.matcher(before).find();
    }

    private static final Pattern AFFIRMED = Pattern.compile("(可以?|能|支持|提供|需要?|须|应当?|必须)[\\p{IsHan}]{0,2}$");

    private static String context(String text, int at, String what) {
        return text.substring(Math.max(0, at - 6), at + what.length());
    }
}
