package org.wenda.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.Coverage;
import org.wenda.ranking.Decimals;
import org.wenda.ranking.People;
import org.wenda.ranking.Place;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.RankingRules;
import org.wenda.ranking.Table;
import org.wenda.ranking.TypeShare;
import org.wenda.run.Publication;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** A ranking for people: coverage, the best of each level and platform, types, and what has changed. Pure. */
record RankTable(Publication.Done done, Lang lang) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Ranking ranking = done.ranking();
        lines.add(words("rank.coverage"));
        ranking.coverage().forEach(one -> lines.add("  " + coverage(one)));
        ranking.tables().forEach(table -> add(lines, table));
        ranking.leaders().stream()
                .filter(leaders -> !leaders.jurisdictions().isEmpty())
                .forEach(leaders -> lines.add(
                        words("rank.leaders", words("rank.level." + leaders.level()), names(leaders.jurisdictions()))));
        ranking.types().forEach(share -> lines.add(type(share)));
        Optional.ofNullable(done.comparison()).ifPresent(comparison -> add(lines, comparison));
        People people = ranking.people();
        if (!people.isNobody()) {
            lines.add(words("rank.people", people.agreed(), people.settled(), people.single(), people.open()));
        }
        if (ranking.suggested()) {
            lines.add(words("rank.with-suggestions"));
        }
        lines.add(words(
                ranking.uncertain() ? "rank.chance" : "rank.no-chance",
                Math.round(100 * ranking.rules().uncertainty().confidence())));
        return lines;
    }

    private String coverage(Coverage one) {
        String what = List.of(
                        one.level() == null ? words("rank.all") : words("rank.level." + one.level()),
                        one.platform() == null ? "" : words("rank.platform." + one.platform()),
                        one.region() == null ? "" : words("rank.region." + one.region()))
                .stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
        String open = one.unknown() == 0 ? "" : words("rank.unknown", one.unknown(), one.most());
        return words("rank.share", what, one.share(), one.found(), one.all()) + open;
    }

    private void add(List<String> lines, Table table) {
        String platform = table.platform() == null ? "both" : String.valueOf(table.platform());
        lines.add(words("rank.table", words("rank.level." + table.level()), words("rank.platform." + platform)));
        int shown = table.platform() == null
                ? Integer.MAX_VALUE
                : done.ranking().rules().top();
        table.top(shown).forEach(row -> lines.add("  " + row(row, table)));
        int more = table.rows().size() - table.top(shown).size();
        if (more > 0) {
            lines.add("  " + words("rank.more", more));
        }
        table.open()
                .forEach(row -> lines.add(
                        "  " + words("rank.open", name(row.jurisdiction()), shown(row.low()), shown(row.high()))));
    }

    private String row(Place row, Table table) {
        String grade = table.platform() == null ? "  " + grade(row.id()) : "";
        String bounds =
                row.isProvisional() ? words("score.bounds", shown(row.low()), shown(row.high()), row.missing()) : "";
        String suggested = row.suggested() > 0 ? words("score.suggested", row.suggested()) : "";
        return String.format(Locale.ROOT, "%3d  ", Objects.requireNonNull(row.place()))
                + name(row.jurisdiction())
                + "  "
                + shown(Objects.requireNonNull(row.value()))
                + grade
                + chance(row.chance())
                + bounds
                + suggested;
    }

    private String chance(Place.@Nullable Chance chance) {
        if (chance == null) {
            return "";
        }
        return "  "
                + words(
                        chance.apart() ? "rank.place" : "rank.place.near",
                        shown(chance.low()),
                        shown(chance.high()),
                        chance.best(),
                        chance.worst());
    }

    private String grade(String jurisdiction) {
        return done.ranking().units().stream()
                .filter(unit -> unit.jurisdiction().id().equals(jurisdiction))
                .map(unit -> unit.grade())
                .filter(Objects::nonNull)
                .map(RankingRules.Grade::id)
                .findFirst()
                .orElse("–");
    }

    private String type(TypeShare share) {
        String type = share.type() == null
                ? words("rank.ungraded")
                : share.type().name().in(lang);
        return words(
                "rank.type",
                words("rank.level." + share.level()),
                type,
                share.jurisdictions().size(),
                share.share());
    }

    private void add(List<String> lines, Comparison comparison) {
        lines.add(words("rank.against", comparison.before().name().in(lang)));
        comparison
                .coverage()
                .forEach(change -> lines.add("  "
                        + words(
                                "rank.against.coverage",
                                coverage(change.now()),
                                change.before().published(),
                                Decimals.signed(change.by()))));
        Map<String, Jurisdiction> known = done.ranking().units().stream()
                .map(unit -> unit.jurisdiction())
                .collect(Collectors.toMap(Jurisdiction::id, Function.identity(), (a, b) -> a));
        comparison.totals().stream()
                .filter(change -> change.by().isPresent())
                .forEach(change -> lines.add("  "
                        + words(
                                Boolean.TRUE.equals(change.noise()) ? "rank.against.noise" : "rank.against.total",
                                change.target(),
                                shown(change.before()),
                                shown(Objects.requireNonNull(change.now().value())),
                                Decimals.signed(change.by().orElseThrow()))));
        comparison.grades().stream()
                .filter(Comparison.GradeChange::isChanged)
                .forEach(change -> lines.add("  "
                        + words(
                                "rank.against.grade",
                                Optional.ofNullable(known.get(change.jurisdiction()))
                                        .map(this::name)
                                        .orElse(change.jurisdiction()),
                                change.before(),
                                Objects.requireNonNull(change.now()))));
        if (!comparison.notRun().isEmpty()) {
            lines.add("  " + words("rank.against.not-run", comparison.notRun().size()));
        }
    }

    private String names(List<Jurisdiction> jurisdictions) {
        return jurisdictions.stream().map(this::name).collect(Collectors.joining(words("rank.comma")));
    }

    private String name(Jurisdiction jurisdiction) {
        return lang == Lang.ZH ? jurisdiction.name() : jurisdiction.nameEn();
    }

    private static String shown(double value) {
        return Decimals.rounded(value).toPlainString();
    }

    private String words(String key, Object... args) {
        return Message.of(RankTable.class, key, args).in(lang);
    }
}
