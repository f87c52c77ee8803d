package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A conversation put together from windows of it that overlap. Places decide, not texts alone: two messages that read
 * the same stay two. Pure.
 *
 * @param top where the uppermost window began, in pixels of the window that was taken first
 * @param bottom where the lowest window ended
 * @param lines from the top down; places in pixels of the window that was taken first
 */
record Ribbon(int top, int bottom, List<Line> lines) {
    /** Lay-outs are rounded to pixels, and again when they have moved. */
    private static final int ROUNDING = 2;

    /** Of a line that shows less, nobody can tell which it is; the window beside shows it whole. */
    private static final int LEAST = 2 * ROUNDING + 1;

    Ribbon {
        lines = List.copyOf(lines);
    }

    static Ribbon of(Talk first) {
        return new Ribbon(
                first.area().top(),
                first.area().bottom(),
                first.withoutSlivers(LEAST).lines());
    }

    /**
     * Adds a window that shows what is above this, and overlaps with it.
     *
     * @param moved how far the list was scrolled, about, in pixels, since the window that was added last
     * @return empty if the window does not fit on: nothing of it is known here, or something contradicts
     */
    Optional<Ribbon> above(Talk told, int moved) {
        Talk window = told.withoutSlivers(LEAST);
        int expected = top - moved - window.area().top();
        return shifts(window).stream()
                .filter(shift -> fits(window, shift))
                .min(Comparator.comparingInt(shift -> Math.abs(shift - expected)))
                .map(shift -> joined(window, shift));
    }

    /** Returns by how much the window could be moved down so that some line of it comes to lie on one that is known. */
    private TreeSet<Integer> shifts(Talk window) {
        TreeSet<Integer> shifts = new TreeSet<>();
        for (Line known : lines) {
            for (Line seen : window.lines()) {
                if (known.looksLike(seen)) {
                    anchor(known, seen, window).ifPresent(shifts::add);
                }
            }
        }
        return shifts;
    }

    /** An edge that neither of the two windows has cut. */
    private Optional<Integer> anchor(Line known, Line seen, Talk window) {
        boolean tops = known.bounds().top() > top + ROUNDING
                && seen.bounds().top() > window.area().top() + ROUNDING;
        if (tops) {
            return Optional.of(known.bounds().top() - seen.bounds().top());
        }
        boolean bottoms = known.bounds().bottom() < bottom - ROUNDING
                && seen.bounds().bottom() < window.area().bottom() - ROUNDING;
        return bottoms ? Optional.of(known.bounds().bottom() - seen.bounds().bottom()) : Optional.empty();
    }

    /** Where both look, both must see the same. */
    private boolean fits(Talk window, int shift) {
        Bounds covered = window.area().down(shift);
        int from = Math.max(top, covered.top());
        int until = Math.min(bottom, covered.bottom());
        List<Line> seen = window.lines().stream()
                .map(line -> line.at(line.bounds().down(shift)))
                .filter(line -> isWithin(line, from, until))
                .toList();
        List<Line> known =
                lines.stream().filter(line -> isWithin(line, from, until)).toList();
        return known.size() == seen.size() && known.stream().allMatch(line -> hasTwin(line, seen, from, until));
    }

    /** A line of which the overlap shows so little that rounding could hide it is not looked at. */
    private static boolean isWithin(Line line, int from, int until) {
        return Math.min(line.bounds().bottom(), until) - Math.max(line.bounds().top(), from) >= LEAST;
    }

    private static boolean hasTwin(Line line, List<Line> others, int from, int until) {
        return others.stream()
                .anyMatch(other -> line.looksLike(other)
                        && near(
                                Math.max(line.bounds().top(), from),
                                Math.max(other.bounds().top(), from))
                        && near(
                                Math.min(line.bounds().bottom(), until),
                                Math.min(other.bounds().bottom(), until)));
    }

    private static boolean near(int one, int other) {
        return Math.abs(one - other) <= ROUNDING;
    }

    private Ribbon joined(Talk window, int shift) {
        List<Line> rest = new ArrayList<>(lines);
        List<Line> whole = new ArrayList<>();
        List<Line> fresh = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Line told : window.lines()) {
            Line line = told.at(told.bounds().down(shift));
            Optional<Line> twin =
                    rest.stream().filter(other -> isSame(other, line)).findFirst();
            if (twin.isPresent()) {
                rest.remove(twin.get());
                numbers.putIfAbsent(line.bubble(), twin.get().bubble());
                whole.add(twin.get().at(twin.get().bounds().with(line.bounds())));
            } else {
                fresh.add(line);
            }
        }
        int next = lines.stream().mapToInt(Line::bubble).max().orElse(0) + 1;
        // A message that the edge cut goes on where it was cut.
        fresh.forEach(line -> whole.add(line.of(numbers.getOrDefault(line.bubble(), next + line.bubble()))));
        whole.addAll(rest);
        whole.sort(Comparator.comparingInt(line -> line.bounds().top()));
        return new Ribbon(
                Math.min(top, window.area().top() + shift),
                Math.max(bottom, window.area().bottom() + shift),
                whole);
    }

    private static boolean isSame(Line known, Line seen) {
        return known.looksLike(seen) && known.bounds().sharedHeight(seen.bounds()) > ROUNDING;
    }
}
