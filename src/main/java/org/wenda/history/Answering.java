package org.wenda.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.wenda.history.Difference.Trend;
import org.wenda.link.Verdict;
import org.wenda.transcript.Outcome;

/** Compares the answers to one question, side by side, and keeps count of what was no change. */
final class Answering {
    /** What is compared before or after everything else, or not at all. */
    private static final Set<Aspect> APART = EnumSet.of(Aspect.OUTCOME, Aspect.ANY_FACT, Aspect.TEXT);

    private final Chance chance;
    private final Verdicts before;
    private final Verdicts after;
    private final Set<Question> lookAgain = new LinkedHashSet<>();
    private int withinChance;

    Answering(Chance chance, Verdicts before, Verdicts after) {
        this.chance = chance;
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
        gather(found, question, Aspect.OUTCOME, was, is);
        // An answer that ends otherwise says other things; that is one change, not five.
        boolean endsAlike = found.isEmpty()
                && was.stream().anyMatch(one -> is.stream().anyMatch(other -> one.outcome() == other.outcome()));
        if (endsAlike) {
            for (Aspect aspect : Aspect.values()) {
                if (!APART.contains(aspect)) {
                    gather(found, question, aspect, was, is);
                }
            }
            gatherVerdicts(found, was, is);
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

    private void gather(
            Map<DriftClass, Gathered> found, Question question, Aspect aspect, List<Look> was, List<Look> is) {
        Contrast contrast = Contrast.of(was, is, aspect);
        if (!contrast.differs()) {
            return;
        }
        Statistic statistic = chance.of(question, aspect, contrast, was, is);
        if (isMore(statistic, question, is)) {
            found.computeIfAbsent(aspect.kind(), unseen -> new Gathered(statistic))
                    .add(contrast, statistic);
        }
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

    private void gatherVerdicts(Map<DriftClass, Gathered> found, List<Look> was, List<Look> is) {
        Map<String, Verdict> now = after.of(is);
        before.of(was).forEach((address, verdict) -> {
            Verdict changed = now.get(address);
            if (changed != null && changed != verdict) {
                Contrast contrast = new Contrast(
                        List.of(new Item(Item.Kind.VERDICT, verdict.wire(), address)),
                        List.of(new Item(Item.Kind.VERDICT, changed.wire(), address)));
                Statistic seen = Statistic.seen(was.size(), is.size());
                found.computeIfAbsent(DriftClass.LINKS, unseen -> new Gathered(seen))
                        .add(contrast, seen);
            }
        });
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
                trend(kind, found, one, other),
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

    private static Trend trend(DriftClass kind, Gathered found, Look was, Look is) {
        return switch (kind) {
            case OUTCOME -> trend(rank(was.outcome()), rank(is.outcome()));
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
    private static int rank(Outcome outcome) {
        return switch (outcome) {
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
