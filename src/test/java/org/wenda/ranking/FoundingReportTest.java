package org.wenda.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;

/**
 * Marks that agree with the founding report give back every figure that it publishes. The marks are made up; the
 * aggregation, the edition and the rules are the real ones.
 */
public final class FoundingReportTest {
    private final Ranking ranking = MadeMarks.ranking();
    private final Edition report = Edition.in(Path.of(""), "2021");

    @Test
    public void hasEveryTargetOfTheReport() {
        assertThat(ranking.targets()).hasSize(128);
        assertThat(ranking.targets())
                .allMatch(target -> target.standing().total().missing() == 0);
    }

    @DataProvider
    Object[] shares() {
        return report.coverage().toArray();
    }

    @Test(dataProvider = "shares")
    public void covers(Edition.Share share) {
        Coverage now = ranking.coverage().stream()
                .filter(one -> one.level() == share.level()
                        && one.platform() == share.platform()
                        && one.region() == share.region())
                .findFirst()
                .orElseThrow();

        assertThat(now.found()).isEqualTo(share.count());
        assertThat(now.all()).isEqualTo(share.of());
        // The report rounds its regional shares here and cuts them off there.
        assertThat(now.share().doubleValue())
                .isCloseTo(share.published().doubleValue(), within(share.region() == null ? 0.001 : 0.1));
    }

    @DataProvider
    Object[][] tables() {
        return new Object[][] {
            {Level.PROVINCE, Platform.WEB},
            {Level.PROVINCE, Platform.MOBILE},
            {Level.CITY, Platform.WEB},
            {Level.CITY, Platform.MOBILE},
        };
    }

    @Test(dataProvider = "tables")
    public void listsTheTopTen(Level level, Platform platform) {
        List<String> published = report.totals().stream()
                .filter(total -> total.platform() == platform && level(total.jurisdiction()) == level)
                .map(total -> total.jurisdiction() + " " + Decimals.rounded(total.total()))
                .toList();

        assertThat(table(level, platform).top(10))
                .hasSize(10)
                .extracting(
                        row -> row.jurisdiction().id() + " " + Decimals.rounded(Objects.requireNonNull(row.value())))
                .containsExactlyInAnyOrderElementsOf(published);
        assertThat(table(level, platform).top(10))
                .extracting(row -> Decimals.rounded(Objects.requireNonNull(row.value())))
                .containsExactlyElementsOf(published.stream()
                        .map(line -> new BigDecimal(line.substring(line.indexOf(' ') + 1)))
                        .toList());
    }

    @Test
    public void sharesPlacesBetweenEquals() {
        assertThat(table(Level.CITY, Platform.WEB).top(10))
                .extracting(Place::place)
                .containsExactly(1, 2, 2, 4, 4, 6, 7, 8, 9, 10);
    }

    @Test
    public void findsTheLeadersOnBothPlatforms() {
        assertThat(leaders(Level.PROVINCE))
                .containsExactly("shanghai", "guangdong", "anhui", "zhejiang", "hainan", "hebei", "chongqing");
        assertThat(leaders(Level.CITY))
                .containsExactly("shijiazhuang", "haikou", "hefei", "hangzhou", "guangzhou", "changsha");
        for (Edition.Leaders typical : report.leaders()) {
            assertThat(leaders(typical.level())).containsAll(typical.jurisdictions());
        }
    }

    @DataProvider
    Object[] gradings() {
        return report.grades().toArray();
    }

    @Test(dataProvider = "gradings")
    public void grades(Edition.Grading grading) {
        List<String> now = new ArrayList<>(ranking.types().stream()
                .filter(share -> share.level() == grading.level())
                .flatMap(share -> share.jurisdictions().stream())
                .filter(id -> grade(id).equals(grading.grade()))
                .toList());

        if (grading.grade().equals("D")) {
            assertThat(Set.copyOf(now)).isEqualTo(Set.copyOf(grading.jurisdictions()));
        } else {
            assertThat(now).isEqualTo(grading.jurisdictions());
        }
    }

    @Test
    public void gradesAllSixtyFour() {
        assertThat(report.grades().stream().mapToInt(one -> one.jurisdictions().size()))
                .hasSize(19)
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(64));
        assertThat(ranking.units()).hasSize(64).allMatch(unit -> unit.grade() != null);
    }

    @DataProvider
    Object[] types() {
        return report.types().toArray();
    }

    /** The report names no members of a type; its counts are those of the grades A, B, C and D. */
    @Test(dataProvider = "types")
    public void countsTheTypes(Edition.TypeCount count) {
        TypeShare now = ranking.types().stream()
                .filter(share -> share.level() == count.level()
                        && Objects.requireNonNull(share.type()).id().equals(count.type()))
                .findFirst()
                .orElseThrow();

        assertThat(now.jurisdictions()).hasSize(count.count());
        assertThat(now.share()).isEqualTo(count.published());
    }

    @Test
    public void changesNothingAgainstItself() {
        Comparison comparison = Comparison.between(report, ranking);

        assertThat(comparison.notRun()).isEmpty();
        assertThat(comparison.grades()).hasSize(64).noneMatch(Comparison.GradeChange::isChanged);
        assertThat(comparison.tops())
                .hasSize(4)
                .allMatch(top -> top.entered().isEmpty() && top.left().isEmpty());
        assertThat(comparison.totals())
                .hasSize(40)
                .allMatch(change -> change.by().orElseThrow().signum() == 0);
    }

    private Table table(Level level, Platform platform) {
        return ranking.table(level, Optional.of(platform)).orElseThrow();
    }

    private List<String> leaders(Level level) {
        return ranking.leaders().stream()
                .filter(leaders -> leaders.level() == level)
                .flatMap(leaders -> leaders.jurisdictions().stream())
                .map(one -> one.id())
                .toList();
    }

    private Level level(String id) {
        return unit(id).jurisdiction().level();
    }

    private String grade(String id) {
        return Objects.requireNonNull(unit(id).grade()).id();
    }

    private UnitResult unit(String id) {
        return ranking.units().stream()
                .filter(unit -> unit.jurisdiction().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
