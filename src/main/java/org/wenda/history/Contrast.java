package org.wenda.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What answers of one side have in common that answers of another never say, and the other way round. Pure.
 *
 * @param gone what all the earlier ones say and none of the later
 * @param fresh what all the later ones say and none of the earlier
 */
record Contrast(List<Item> gone, List<Item> fresh) {
    private static final Pattern DIGITS = Pattern.compile("[\\d.]+");

    static Contrast of(List<Look> before, List<Look> after, Aspect aspect) {
        return new Contrast(only(before, after, aspect), only(after, before, aspect));
    }

    private static List<Item> only(List<Look> these, List<Look> those, Aspect aspect) {
        Set<Item> always = new LinkedHashSet<>(these.get(0).items(aspect));
        these.forEach(look -> always.retainAll(look.items(aspect)));
        those.forEach(look -> always.removeAll(look.items(aspect)));
        return new ArrayList<>(always);
    }

    boolean differs() {
        return !gone.isEmpty() || !fresh.isEmpty();
    }

    /**
     * Returns whether one thing stands in the place of another, which says more than that something was left out. A
     * figure stands only in the place of one that counts the same.
     */
    boolean replaces() {
        return gone.stream()
                .anyMatch(was -> fresh.stream().anyMatch(is -> slot(was).equals(slot(is))));
    }

    private static String slot(Item item) {
        return switch (item.kind()) {
            case NUMBER, FEE, TIME_LIMIT -> DIGITS.matcher(item.value()).replaceAll("");
            default -> "";
        };
    }
}
