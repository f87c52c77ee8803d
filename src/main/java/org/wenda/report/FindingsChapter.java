package org.wenda.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.ranking.Coverage;
import org.wenda.ranking.Decimals;
import org.wenda.ranking.Dimension;
import org.wenda.ranking.Presence;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.ranking.TypeShare;
import org.wenda.report.RankingPage.CellPart;
import org.wenda.report.RankingPage.FigurePart;
import org.wenda.report.RankingPage.SectionPart;
import org.wenda.report.RankingPage.TablePart;
import org.wenda.score.Amount;
import org.wenda.score.Index;

/**
 * What there is to say in a sentence each, in the order of the founding report's nine findings; what the run cannot
 * tell is left out. Says how figures compare, not why. Pure.
 */
record FindingsChapter(RankingCells cells) {

    /** A share of targets with a chatbot. */
    private record Share(int found, int all) {
        static Share of(Stream<Coverage> parts) {
            List<Coverage> all = parts.toList();
            return new Share(
                    all.stream().mapToInt(Coverage::found).sum(),
                    all.stream().mapToInt(Coverage::all).sum());
        }

        BigDecimal percent() {
            return Decimals.rounded(all == 0 ? 0 : 100.0 * found / all);
        }
    }

    /** A core or secondary indicator and what it amounts to over all. */
    private record Mean(String indicator, double value) {}

    SectionPart findings() {
        List<List<CellPart>> rows = new ArrayList<>();
        covered(rows);
        platforms(rows);
        regions(rows);
        leaders(rows);
        extremes(rows);
        cores(rows);
        totals(rows);
        List<String> head = List.of(cells.word("ranking.finding"), cells.word("ranking.finding.shown"));
        TablePart table = new TablePart(
                "table-findings",
                cells.word("ranking.findings"),
                head,
                rows,
                cells.word("ranking.findings.note"),
                false);
        return cells.section("findings", new FigurePart(null, table));
    }

    private Ranking ranking() {
        return cells.ranking();
    }

    private void say(List<List<CellPart>> rows, String chapter, String key, Object... arguments) {
        rows.add(List.of(
                CellPart.of(cells.word("ranking.finding." + key, arguments)),
                CellPart.of(cells.word("ranking." + chapter), "#" + chapter)));
    }

    private Stream<Coverage> fine(Predicate<Coverage> which) {
        return ranking().coverage().stream()
                .filter(one -> one.level() != null && one.platform() != null && one.region() == null)
                .filter(which);
    }

    private void covered(List<List<CellPart>> rows) {
        Share share = Share.of(fine(any -> true));
        int unknown = fine(any -> true).mapToInt(Coverage::unknown).sum();
        if (share.all() > 0) {
            String key = unknown == 0 ? "covered" : "covered-at-least";
            say(rows, "coverage", key, share.found(), share.all(), share.percent(), unknown);
        }
    }

    private void platforms(List<List<CellPart>> rows) {
        Share web = Share.of(fine(one -> one.platform() == Platform.WEB));
        Share mobile = Share.of(fine(one -> one.platform() == Platform.MOBILE));
        if (web.all() > 0 && mobile.all() > 0) {
            say(
                    rows,
                    "coverage",
                    "platforms",
                    web.found(),
                    web.all(),
                    web.percent(),
                    mobile.found(),
                    mobile.all(),
                    mobile.percent());
        }
    }

    private void regions(List<List<CellPart>> rows) {
        List<Region> known = Stream.of(Region.values())
                .filter(region -> share(region).all() > 0)
                .sorted(Comparator.comparing((Region region) -> share(region).percent())
                        .reversed())
                .toList();
        if (known.size() > 1) {
            Region first = known.get(0);
            Region last = known.get(known.size() - 1);
            say(
                    rows,
                    "regions",
                    "regions",
                    cells.names().region(first),
                    share(first).percent(),
                    cells.names().region(last),
                    share(last).percent());
        }
    }

    private Share share(Region region) {
        return Share.of(ranking().coverage().stream().filter(one -> one.region() == region));
    }

    private void leaders(List<List<CellPart>> rows) {
        List<String> both = ranking().leaders().stream()
                .flatMap(one -> one.jurisdictions().stream())
                .map(cells.names()::jurisdiction)
                .toList();
        if (!both.isEmpty()) {
            String names = String.join(cells.word("list.comma"), both);
            say(rows, "ranks", "leaders", both.size(), ranking().rules().top(), names);
        }
    }

    private void extremes(List<List<CellPart>> rows) {
        List<RankingRules.Type> types = ranking().rules().types();
        int all = ranking().types().stream()
                .mapToInt(one -> one.jurisdictions().size())
                .sum();
        if (all > 0 && types.size() > 1) {
            RankingRules.Type best = types.get(0);
            RankingRules.Type worst = types.get(types.size() - 1);
            say(rows, "types", "extremes", all, count(best), cells.typeName(best), count(worst), cells.typeName(worst));
        }
    }

    private int count(RankingRules.Type type) {
        return ranking().types().stream()
                .filter(share -> type.equals(share.type()))
                .map(TypeShare::jurisdictions)
                .mapToInt(List::size)
                .sum();
    }

    private void cores(List<List<CellPart>> rows) {
        Index index = ranking().index();
        List<Mean> cores = means(index.cores().stream().map(Index.Core::id));
        if (cores.size() > 1) {
            Mean high = cores.get(0);
            Mean low = cores.get(cores.size() - 1);
            say(rows, "dimensions", "cores", named(high), shown(high), named(low), shown(low), apart(high, low));
        }
        for (Index.Core core : index.cores()) {
            List<Mean> its = means(index.secondaries().stream()
                    .filter(one -> one.core().equals(core.id()))
                    .map(Index.Secondary::id));
            if (its.size() > 1) {
                Mean high = its.get(0);
                Mean low = its.get(its.size() - 1);
                String name = core.name().in(cells.names().lang());
                String key = "secondaries";
                say(rows, "dimensions", key, name, named(high), shown(high), named(low), shown(low), apart(high, low));
            }
        }
    }

    /** Returns what is known of the indicators, the highest first. */
    private List<Mean> means(Stream<String> indicators) {
        return indicators
                .flatMap(id -> overall(id).map(value -> new Mean(id, value)).stream())
                .sorted(Comparator.comparing(Mean::value).reversed())
                .toList();
    }

    private Optional<Double> overall(String indicator) {
        List<Dimension> known = ranking().dimensions().stream()
                .filter(one -> one.mean() != null)
                .toList();
        return DimensionsChapter.overall(known, indicator);
    }

    private String named(Mean mean) {
        return cells.names().indicator(mean.indicator());
    }

    private static String shown(Mean mean) {
        return RankingNames.shown(mean.value());
    }

    /** Returns in how many groups the difference is more than chance; empty where chance is not known. */
    private String apart(Mean high, Mean low) {
        int groups = 0;
        int apart = 0;
        for (Dimension one : ranking().dimensions()) {
            Optional<Dimension> other = ranking().dimensions().stream()
                    .filter(two -> two.indicator().equals(low.indicator())
                            && two.level() == one.level()
                            && two.platform() == one.platform())
                    .findFirst();
            if (one.indicator().equals(high.indicator())
                    && one.low() != null
                    && other.isPresent()
                    && other.get().high() != null) {
                groups++;
                apart += one.low() > Objects.requireNonNull(other.get().high()) ? 1 : 0;
            }
        }
        return groups == 0 ? "" : cells.word("ranking.finding.apart", apart, groups);
    }

    private void totals(List<List<CellPart>> rows) {
        Optional<Double> web = total(Platform.WEB);
        Optional<Double> mobile = total(Platform.MOBILE);
        if (web.isPresent() && mobile.isPresent()) {
            say(
                    rows,
                    "ranks",
                    "totals",
                    RankingNames.shown(web.get()),
                    RankingNames.shown(mobile.get()),
                    RankingNames.shown(ranking().full()));
        }
    }

    private Optional<Double> total(Platform platform) {
        List<Double> totals = ranking().targets().stream()
                .filter(target -> target.platform() == platform && target.presence() == Presence.FOUND)
                .map(target -> target.standing().total())
                .map(Amount::value)
                .filter(Objects::nonNull)
                .toList();
        return totals.isEmpty()
                ? Optional.empty()
                : Optional.of(totals.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }
}
