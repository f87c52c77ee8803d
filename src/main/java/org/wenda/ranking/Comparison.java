package org.wenda.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.score.Bilingual;

/**
 * A ranking beside an earlier edition. Compares only what both know: what was not run, or not published, is named and
 * never taken for 0. The share of another number of targets is another share, so it is not compared.
 *
 * @param notRun jurisdictions of the edition that the run knows nothing of
 * @param praised systems that the edition praised, and which of its words the marks prove today
 */
public record Comparison(
        Edition before,
        List<CoverageChange> coverage,
        List<TotalChange> totals,
        List<GradeChange> grades,
        List<TopChange> tops,
        List<StillPraised> praised,
        List<String> notRun) {
    public Comparison {
        coverage = List.copyOf(coverage);
        totals = List.copyOf(totals);
        grades = List.copyOf(grades);
        tops = List.copyOf(tops);
        praised = List.copyOf(praised);
        notRun = List.copyOf(notRun);
    }

    /** A share then and now, per cent. */
    public record CoverageChange(Edition.Share before, Coverage now) {
        /** Returns by how many points the share has grown. */
        public BigDecimal by() {
            return now.share().subtract(before.published());
        }
    }

    /**
     * The total of a target then and now.
     *
     * @param noise whether what was lies within what chance may make of what is; null where it cannot be told
     */
    public record TotalChange(
            String target,
            double before,
            Place now,
            @Nullable Boolean noise) {
        /** Returns by how much the total has grown; empty if there is none now. */
        public Optional<BigDecimal> by() {
            return Optional.ofNullable(now.value())
                    .map(value -> Decimals.rounded(value).subtract(Decimals.rounded(before)));
        }
    }

    /** The grade of a jurisdiction then and now; {@code now} is null if it has none yet. */
    public record GradeChange(
            String jurisdiction, String before, @Nullable String now) {
        public boolean isChanged() {
            return now != null && !now.equals(before);
        }
    }

    /** Who came into the best of a level and platform, and who is no longer there. */
    public record TopChange(Level level, Platform platform, List<String> entered, List<String> left) {
        public TopChange {
            entered = List.copyOf(entered);
            left = List.copyOf(left);
        }
    }

    /**
     * A system that was praised.
     *
     * @param proven which of its traits the marks prove
     * @param unproven which they do not; that does not say that they are gone
     */
    public record StillPraised(Edition.Praised before, List<String> proven, List<String> unproven) {
        public StillPraised {
            proven = List.copyOf(proven);
            unproven = List.copyOf(unproven);
        }
    }

    /** Compares a ranking with what was before. */
    public static Comparison between(Edition before, Ranking now) {
        Map<String, Place> places = now.tables().stream()
                .filter(table -> table.platform() != null)
                .flatMap(table -> Stream.concat(table.rows().stream(), table.open().stream()))
                .collect(Collectors.toMap(Place::id, place -> place, (a, b) -> a));
        return new Comparison(
                before,
                coverage(before, now),
                totals(before, places),
                grades(before, now),
                tops(before, now),
                praised(before, now),
                notRun(before, now));
    }

    private static List<CoverageChange> coverage(Edition before, Ranking now) {
        return before.coverage().stream()
                .flatMap(share -> now.coverage().stream()
                        .filter(one -> one.level() == share.level()
                                && one.platform() == share.platform()
                                && one.region() == share.region()
                                && one.all() == share.of())
                        .map(one -> new CoverageChange(share, one)))
                .toList();
    }

    private static List<TotalChange> totals(Edition before, Map<String, Place> places) {
        List<TotalChange> changes = new ArrayList<>();
        for (Edition.Total total : before.totals()) {
            String target = total.jurisdiction() + "-" + total.platform().id();
            Place now = places.get(target);
            if (now != null) {
                changes.add(new TotalChange(target, total.total(), now, noise(total.total(), now)));
            }
        }
        return changes;
    }

    private static @Nullable Boolean noise(double before, Place now) {
        Place.Chance chance = now.chance();
        return chance == null
                ? null
                : Decimals.reaches(before, Math.min(chance.low(), now.low()))
                        && Decimals.reaches(Math.max(chance.high(), now.high()), before);
    }

    private static List<GradeChange> grades(Edition before, Ranking now) {
        return now.units().stream()
                .flatMap(unit -> before.grade(unit.jurisdiction().id()).stream()
                        .map(grade -> new GradeChange(
                                unit.jurisdiction().id(),
                                grade,
                                unit.grade() == null
                                        ? null
                                        : Objects.requireNonNull(unit.grade()).id())))
                .toList();
    }

    private static List<TopChange> tops(Edition before, Ranking now) {
        List<TopChange> changes = new ArrayList<>();
        for (Table table : now.tables()) {
            Platform platform = table.platform();
            List<String> were = before.totals().stream()
                    .filter(total -> total.platform() == platform && levelOf(total, now, before) == table.level())
                    .map(Edition.Total::jurisdiction)
                    .limit(now.rules().top())
                    .toList();
            if (platform == null || were.isEmpty() || !isRun(were, platform, now)) {
                continue;
            }
            List<String> are = table.top(now.rules().top()).stream()
                    .map(row -> row.jurisdiction().id())
                    .toList();
            changes.add(new TopChange(
                    table.level(),
                    platform,
                    are.stream().filter(one -> !were.contains(one)).toList(),
                    were.stream().filter(one -> !are.contains(one)).toList()));
        }
        return changes;
    }

    /** Who was not run has not left, and who took that place has not entered. */
    private static boolean isRun(List<String> jurisdictions, Platform platform, Ranking now) {
        Set<String> run = now.byTarget().keySet();
        return jurisdictions.stream().allMatch(one -> run.contains(one + "-" + platform.id()));
    }

    private static @Nullable Level levelOf(Edition.Total total, Ranking now, Edition before) {
        return now.units().stream()
                .filter(unit -> unit.jurisdiction().id().equals(total.jurisdiction()))
                .map(unit -> unit.jurisdiction().level())
                .findFirst()
                .or(() -> before.grades().stream()
                        .filter(grading -> grading.jurisdictions().contains(total.jurisdiction()))
                        .map(Edition.Grading::level)
                        .findFirst())
                .orElse(null);
    }

    private static List<StillPraised> praised(Edition before, Ranking now) {
        Map<String, TargetResult> targets = now.byTarget();
        return before.exemplars().stream()
                .flatMap(one -> Optional.ofNullable(
                        targets.get(one.jurisdiction() + "-" + one.platform().id()))
                        .map(target -> still(one, target, now.rules()))
                        .stream())
                .toList();
    }

    private static StillPraised still(Edition.Praised before, TargetResult target, RankingRules rules) {
        Set<String> proven = Exemplar.proven(target, rules).stream()
                .map(one -> one.trait().name().zh())
                .collect(Collectors.toSet());
        return new StillPraised(
                before,
                before.traits().stream().filter(proven::contains).toList(),
                before.traits().stream()
                        .filter(trait -> !proven.contains(trait))
                        .toList());
    }

    private static List<String> notRun(Edition before, Ranking now) {
        Set<String> run =
                now.units().stream().map(unit -> unit.jurisdiction().id()).collect(Collectors.toSet());
        return Stream.concat(
                        before.grades().stream().flatMap(grading -> grading.jurisdictions().stream()),
                        before.totals().stream().map(Edition.Total::jurisdiction))
                .distinct()
                .filter(id -> !run.contains(id))
                .toList();
    }

    /** Returns what a ranking would publish, so that a later one can be compared with it. */
    public static Edition published(Ranking ranking) {
        return new Edition(
                ranking.run(),
                new Bilingual(ranking.run(), ranking.run()),
                ranking.run(),
                ranking.coverage().stream().map(Comparison::share).toList(),
                ranking.tables().stream().flatMap(Comparison::totals).toList(),
                ranking.leaders().stream()
                        .map(leaders -> new Edition.Leaders(
                                leaders.level(),
                                leaders.jurisdictions().stream()
                                        .map(one -> one.id())
                                        .toList()))
                        .toList(),
                gradings(ranking),
                ranking.types().stream()
                        .filter(share -> share.type() != null)
                        .map(share -> new Edition.TypeCount(
                                share.level(),
                                Objects.requireNonNull(share.type()).id(),
                                share.jurisdictions().size(),
                                share.share()))
                        .toList(),
                List.of());
    }

    private static Edition.Share share(Coverage one) {
        Level level = one.level();
        Platform platform = one.platform();
        Region region = one.region();
        return new Edition.Share(level, platform, region, one.found(), one.all(), one.share());
    }

    private static Stream<Edition.Total> totals(Table table) {
        Platform platform = table.platform();
        return platform == null
                ? Stream.empty()
                : table.rows().stream()
                        .map(row -> new Edition.Total(
                                row.jurisdiction().id(), platform, Objects.requireNonNull(row.value())));
    }

    private static List<Edition.Grading> gradings(Ranking ranking) {
        List<Edition.Grading> gradings = new ArrayList<>();
        for (Level level : ranking.levels()) {
            for (RankingRules.Grade grade : ranking.rules().grades()) {
                List<String> its = ranking.types().stream()
                        .filter(share -> share.level() == level)
                        .flatMap(share -> share.jurisdictions().stream())
                        .filter(id -> ranking.units().stream()
                                .anyMatch(unit -> unit.jurisdiction().id().equals(id) && grade.equals(unit.grade())))
                        .toList();
                if (!its.isEmpty()) {
                    gradings.add(new Edition.Grading(level, grade.id(), its));
                }
            }
        }
        return gradings;
    }
}
