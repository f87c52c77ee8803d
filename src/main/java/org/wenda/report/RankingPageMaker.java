package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.People;
import org.wenda.ranking.Presence;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;
import org.wenda.words.Problem;

/** Puts a ranking in the order of the founding report: findings, then a chapter for each thing found. Pure. */
final class RankingPageMaker {
    private final Ranking ranking;
    private final @Nullable Comparison comparison;
    private final RankingCells cells;

    /** @param marksPage where the page of a target's marks lies; empty if there is none */
    RankingPageMaker(
            Ranking ranking, @Nullable Comparison comparison, RankingNames names, UnaryOperator<String> marksPage) {
        this.ranking = ranking;
        this.comparison = comparison;
        this.cells = new RankingCells(ranking, names, marksPage);
    }

    RankingPage of(String other, List<Problem> problems) {
        CoverageChapter coverage = new CoverageChapter(cells);
        DimensionsChapter dimensions = new DimensionsChapter(cells);
        TypesChapter types = new TypesChapter(cells);
        List<SectionPart> sections = new ArrayList<>(List.of(
                new FindingsChapter(cells).findings(),
                coverage.coverage(),
                coverage.regions(),
                new RanksChapter(cells).ranks(),
                dimensions.dimensions(),
                types.types(),
                types.exemplars(),
                dimensions.shortcomings()));
        Optional.ofNullable(comparison).ifPresent(with -> sections.add(compared(with)));
        sections.add(new TargetsChapter(cells).targets());
        sections.add(method());
        return new RankingPage(
                ranking.run(),
                other,
                lead(),
                problems.stream()
                        .map(problem -> Segment.plain(problem.in(cells.names().lang())))
                        .toList(),
                sections);
    }

    private List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add(cells.word(
                "ranking.lead", ranking.targets().size(), ranking.units().size()));
        People people = ranking.people();
        if (!people.isNobody()) {
            lead.add(cells.word("ranking.people", people.agreed(), people.settled(), people.single(), people.open()));
        }
        lead.add(cells.word(ranking.suggested() ? "ranking.with-suggestions" : "ranking.without-suggestions"));
        long provisional = ranking.targets().stream()
                .filter(target -> target.presence() != Presence.NONE)
                .filter(target -> target.standing().total().isProvisional())
                .count();
        if (provisional > 0) {
            lead.add(cells.word("ranking.provisional", provisional));
        }
        lead.add(cells.word(ranking.uncertain() ? "ranking.chance" : "ranking.no-chance", cells.confidence()));
        return lead;
    }

    private SectionPart compared(Comparison with) {
        return new ComparisonPart(ranking, with, cells.names(), cells.marksPage()).section();
    }

    private SectionPart method() {
        RankingRules rules = ranking.rules();
        return cells.section(
                "method",
                List.of(new FigurePart(
                        null,
                        new TablePart(
                                "table-method",
                                cells.word("ranking.method"),
                                List.of(cells.word("ranking.what"), cells.word("ranking.by")),
                                List.of(
                                        method(
                                                "aggregation",
                                                ranking.index().secondaries().size()),
                                        method("marks"),
                                        method("gaps"),
                                        method("grades.how"),
                                        method(
                                                "chance.how",
                                                rules.uncertainty().resamples(),
                                                cells.confidence(),
                                                rules.uncertainty().seed()),
                                        List.of(
                                                CellPart.of(cells.word("ranking.method.index")),
                                                CellPart.of(ranking.index().edition() + " · SHA-256 "
                                                        + ranking.index().sha256()))),
                                "",
                                false))));
    }

    private List<CellPart> method(String key, Object... args) {
        return List.of(
                CellPart.of(cells.word("ranking.method." + key + ".name")),
                CellPart.of(cells.word("ranking.method." + key, args)));
    }
}
