package org.wenda.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.history.Difference.Trend;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;

/** Compares the answers to one question, side by side, and keeps count of what was no change. */
final class Answering {
    /** What is compared before or after everything else, or not at all. */
    private static final Set<Aspect> APART = EnumSet.of(Aspect.OUTCOME, Aspect.ANY_FACT, Aspect.TEXT);

    /** A question whose answer ends otherwise is asked no more often than this in one night. */
    private static final int LOOKS = 3;

    private final Chance chance;
    private final Past past;
    private final Verdicts before;
    private final Verdicts after;
    private final Set<Question> lookAgain = new LinkedHashSet<>();
    private int withinChance;

    Answering(Chance chance, Past past, Verdicts before, Verdicts after) {
        this.chance = chance;
        this.past = past;
        this.before = before;
        this.after = after;
    }

    /** What is gathered of one class, whichever of its aspects it came from. */
    private static final class Gathered {
        private final List<Item> gone = new ArrayList<>();
        private final List<Item> fresh = new ArrayList<>();
        private Statistic statistic;

        Gathered(Statistic statistic) {
            this.statistic = statistic;
        }

        void add(Contrast contrast, Statistic more) {
            gone.addAll(contrast.gone());
            fresh.addAll(contrast.fresh());
            if (chanceOf(more) < chanceOf(statistic)) {
                statistic = more;
            }
        }
    }

    /** Returns the changes of a question's answers; each class once. */
    List<Difference> compare(Question question, List<Look> was, List<Look> is) {
        Map<DriftClass, Gathered> found = new EnumMap<>(DriftClass.class);
        gatherOutcome(found, question, was, is);
        // An answer that ends otherwise says other things; that is one change, not five.
        boolean endsAlike = found.isEmpty()
                && was.stream().anyMatch(one -> is.stream().anyMatch(other -> one.outcome() == other.outcome()));
        if (endsAlike) {
            for (Aspect aspect : Aspect.values()) {
                if (!APART.contains(aspect)) {
                    gather(found, question, aspect, was, is);
                }
            }
            gatherVerdicts(found, question, was, is);
            if (found.isEmpty()) {
                gatherText(found, question, was, is);
            }
        }
        if (!found.isEmpty()) {
            lookAgain(question, is);
        }
        return found.entrySet().stream()
                .map(one -> difference(question, one.getKey(), one.getValue(), was, is))
                .toList();
    }

    /** An answer ends otherwise if it ends in no way in which any of the earlier ones did. */
    private void gatherOutcome(Map<DriftClass, Gathered> found, Question question, List<Look> was, List<Look> is) {
        Set<Outcome> before = outcomes(was);
        Set<Outcome> now = outcomes(is);
        if (!Collections.disjoint(before, now)) {
            gatherLate(found, question, now, was, is);
            return;
        }
        Statistic statistic = chance.ofOutcome(question, now, was.size(), is.size());
        if (isMore(statistic, question, is)) {
            add(found, DriftClass.OUTCOME, new Contrast(items(before), items(now)), statistic);
        } else if (is.size() < LOOKS && chanceOf(chance.ofOutcome(question, now, was.size(), LOOKS)) <= Chance.ENOUGH) {
            lookAgain.add(question);
        }
    }

    private static Set<Outcome> outcomes(List<Look> looks) {
        return looks.stream().map(Look::outcome).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Item> items(Set<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new Item(Item.Kind.OUTCOME, outcome.wire()))
                .toList();
    }

    /** What was taken for chance last night, and the night before, may go on until it is none. */
    private void gatherLate(
            Map<DriftClass, Gathered> found, Question question, Set<Outcome> now, List<Look> was, List<Look> is) {
        Past.Seen seen = past.ended(question, now);
        if (now.size() == 1 && seen.isTooOftenNow(is.size())) {
            Set<Outcome> before = Set.of(past.endedBefore(question, seen));
            Statistic statistic =
                    Statistic.recurrence(seen, seen.chance(seen.row() + is.size()), was.size(), is.size());
            add(found, DriftClass.OUTCOME, new Contrast(items(before), items(now)), statistic);
        }
    }

    private void gather(
            Map<DriftClass, Gathered> found, Question question, Aspect aspect, List<Look> was, List<Look> is) {
        Contrast contrast = Contrast.of(was, is, aspect);
        if (!contrast.differs()) {
            return;
        }
        Statistic statistic = chance.of(question, aspect, contrast, was, is);
        if (isMore(statistic, question, is)) {
            add(found, aspect.kind(), contrast, statistic);
        }
    }

    private static void add(Map<DriftClass, Gathered> found, DriftClass kind, Contrast contrast, Statistic statistic) {
        found.computeIfAbsent(kind, unseen -> new Gathered(statistic)).add(contrast, statistic);
    }

    private void gatherText(Map<DriftClass, Gathered> found, Question question, List<Look> was, List<Look> is) {
        Statistic statistic = chance.ofText(question, was, is);
        Double apart = statistic.observed();
        if (apart != null && apart > Habits.SAME_TEXT && isMore(statistic, question, is)) {
            found.put(DriftClass.WORDING, new Gathered(statistic));
        }
    }

    private boolean isMore(Statistic statistic, Question question, List<Look> is) {
        if (chanceOf(statistic) <= Chance.ENOUGH) {
            return true;
        }
        withinChance++;
        if (chanceOf(statistic) <= Chance.WORTH_A_LOOK) {
            lookAgain(question, is);
        }
        return false;
    }

    private void lookAgain(Question question, List<Look> is) {
        if (is.size() == 1) {
            lookAgain.add(question);
        }
    }

    private void gatherVerdicts(Map<DriftClass, Gathered> found, Question question, List<Look> was, List<Look> is) {
        Map<String, Verdict> now = after.of(is);
        before.of(was).forEach((address, verdict) -> {
            Verdict changed = now.get(address);
            if (changed == null) {
                return;
            }
            if (changed == verdict) {
                gatherLate(found, question.target(), address, changed, was, is);
                return;
            }
            Statistic statistic = chance.ofVerdict(question.target(), address, changed, was.size(), is.size());
            if (isMore(statistic, question, is)) {
                add(found, DriftClass.LINKS, led(address, verdict, changed), statistic);
            }
        });
    }

    private void gatherLate(
            Map<DriftClass, Gathered> found,
            String target,
            String address,
            Verdict now,
            List<Look> was,
            List<Look> is) {
        Past.Seen seen = past.led(target, address, now);
        if (seen.isTooOftenNow(1)) {
            Statistic statistic = Statistic.recurrence(seen, seen.chance(seen.row() + 1), was.size(), is.size());
            add(found, DriftClass.LINKS, led(address, past.ledBefore(target, address, seen), now), statistic);
        }
    }

    private static Contrast led(String address, Verdict was, Verdict is) {
        return new Contrast(
                List.of(new Item(Item.Kind.VERDICT, was.wire(), address)),
                List.of(new Item(Item.Kind.VERDICT, is.wire(), address)));
    }

    private static Difference difference(
            Question question, DriftClass kind, Gathered found, List<Look> was, List<Look> is) {
        Look one = was.get(0);
        Look other = is.get(0);
        return new Difference(
                question.target(),
                question,
                other.exchange().question(),
                kind,
                trend(kind, found),
                Sentences.of(kind, found.gone, found.fresh, found.statistic),
                found.gone,
                found.fresh,
                passage(one),
                passage(other),
                found.statistic,
                is.size() > 1,
                null);
    }

    private static Difference.Passage passage(Look look) {
        return new Difference.Passage(
                look.exchange().number(), look.exchange().reply().text());
    }

    private static Trend trend(DriftClass kind, Gathered found) {
        return switch (kind) {
            case OUTCOME -> trend(rank(found.gone), rank(found.fresh));
            case LINKS -> linkTrend(found);
            default -> Trend.OTHER;
        };
    }

    private static Trend linkTrend(Gathered found) {
        long died = verdicts(found.fresh).filter(verdict -> !verdict.isAlive()).count();
        long lived = verdicts(found.gone).filter(verdict -> !verdict.isAlive()).count();
        return died == lived ? Trend.OTHER : died > lived ? Trend.WORSE : Trend.BETTER;
    }

    private static Stream<Verdict> verdicts(List<Item> items) {
        return items.stream()
                .filter(item -> item.kind() == Item.Kind.VERDICT)
                .map(item -> Verdict.ofWire(item.value()));
    }

    private static Trend trend(int before, int after) {
        return after == before ? Trend.OTHER : after > before ? Trend.WORSE : Trend.BETTER;
    }

    /**
     * Whoever is asked which matter is meant still comes to an answer; a person on the line is not what was asked for.
     */
    private static int rank(List<Item> outcomes) {
        return switch (Outcome.ofWire(outcomes.get(0).value())) {
            case ANSWERED -> 0;
            case OPTIONS -> 1;
            case HANDOVER -> 2;
            case FALLBACK -> 3;
            case CUT_OFF -> 4;
            default -> 5;
        };
    }

    private static double chanceOf(Statistic statistic) {
        return Objects.requireNonNullElse(statistic.chance(), 0.0);
    }

    Set<Question> lookAgain() {
        return lookAgain;
    }

    int withinChance() {
        return withinChance;
    }
}
