package org.wenda.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Platform;
import org.wenda.ranking.Comparison;
import org.wenda.ranking.CountedMark;
import org.wenda.ranking.Coverage;
import org.wenda.ranking.Dimension;
import org.wenda.ranking.Exemplar;
import org.wenda.ranking.People;
import org.wenda.ranking.Place;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.Table;
import org.wenda.ranking.TargetResult;
import org.wenda.ranking.TypeShare;
import org.wenda.ranking.UnitResult;
import org.wenda.review.FinalMark;
import org.wenda.score.Amount;

/** A ranking for programs: {@code ranking.json}, by {@code schema/ranking.schema.json}. Pure. */
final class RankingDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RankingDocument() {}

    /** Returns an indented document that ends with a line break. */
    static String of(Ranking ranking, @Nullable Comparison comparison) {
        ObjectNode document = JSON.createObjectNode().put("schemaVersion", 1).put("run", ranking.run());
        document.putObject("index")
                .put("edition", ranking.index().edition())
                .put("sha256", ranking.index().sha256());
        document.put("suggested", ranking.suggested())
                .put("uncertain", ranking.uncertain())
                .put("full", number(ranking.full()))
                .put("scale", number(ranking.rules().scale()))
                .put("confidence", number(ranking.rules().uncertainty().confidence()))
                .put("resamples", ranking.rules().uncertainty().resamples());
        ArrayNode coverage = document.putArray("coverage");
        ranking.coverage().forEach(one -> put(coverage.addObject(), one));
        ArrayNode tables = document.putArray("tables");
        ranking.tables().forEach(table -> put(tables.addObject(), table));
        ArrayNode leaders = document.putArray("leaders");
        ranking.leaders()
                .forEach(one -> texts(
                        leaders.addObject().put("level", name(one.level())).putArray("jurisdictions"),
                        one.jurisdictions().stream().map(Jurisdiction::id).toList()));
        ArrayNode units = document.putArray("units");
        ranking.units().forEach(unit -> put(units.addObject(), unit));
        ArrayNode dimensions = document.putArray("dimensions");
        ranking.dimensions().forEach(one -> put(dimensions.addObject(), one));
        ArrayNode types = document.putArray("types");
        ranking.types().forEach(share -> put(types.addObject(), share));
        ArrayNode exemplars = document.putArray("exemplars");
        ranking.exemplars().forEach(one -> put(exemplars.addObject(), one));
        ArrayNode targets = document.putArray("targets");
        ranking.targets().forEach(target -> put(targets.addObject(), target, ranking));
        if (comparison != null) {
            put(document.putObject("comparison"), comparison);
        }
        return text(document);
    }

    static String text(Object tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static void put(ObjectNode node, Coverage one) {
        node.put("level", name(one.level()))
                .put("platform", name(one.platform()))
                .put("region", name(one.region()))
                .put("found", one.found())
                .put("none", one.none())
                .put("unknown", one.unknown())
                .put("share", one.share())
                .put("most", one.most());
        texts(node.putArray("targets"), one.targets());
    }

    private static void put(ObjectNode node, Table table) {
        node.put("level", name(table.level())).put("platform", name(table.platform()));
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> put(rows.addObject(), row));
        ArrayNode open = node.putArray("open");
        table.open().forEach(row -> put(open.addObject(), row));
    }

    private static void put(ObjectNode node, Place row) {
        node.put("id", row.id())
                .put("place", row.place())
                .put("total", number(row.value()))
                .put("low", number(row.low()))
                .put("high", number(row.high()))
                .put("provisional", row.isProvisional())
                .put("missing", row.missing())
                .put("suggested", row.suggested());
        Place.Chance chance = row.chance();
        if (chance != null) {
            node.putObject("chance")
                    .put("low", number(chance.low()))
                    .put("high", number(chance.high()))
                    .put("best", chance.best())
                    .put("worst", chance.worst())
                    .put("apart", chance.apart());
        }
    }

    private static void put(ObjectNode node, UnitResult unit) {
        node.put("jurisdiction", unit.jurisdiction().id())
                .put("name", unit.jurisdiction().name())
                .put("level", name(unit.jurisdiction().level()))
                .put("region", name(unit.jurisdiction().region()))
                .put("web", number(unit.total(Platform.WEB).orElse(null)))
                .put("mobile", number(unit.total(Platform.MOBILE).orElse(null)))
                .put("total", number(unit.total()))
                .put("low", number(unit.low()))
                .put("high", number(unit.high()))
                .put("provisional", unit.isProvisional())
                .put(
                        "grade",
                        unit.grade() == null
                                ? null
                                : Objects.requireNonNull(unit.grade()).id())
                .put("best", unit.best().id())
                .put("worst", unit.worst().id());
    }

    private static void put(ObjectNode node, Dimension one) {
        node.put("indicator", one.indicator())
                .put("level", name(one.level()))
                .put("platform", name(one.platform()))
                .put("mean", number(one.mean()))
                .put("over", one.over())
                .put("low", number(one.low()))
                .put("high", number(one.high()));
    }

    private static void put(ObjectNode node, TypeShare share) {
        node.put("level", name(share.level()))
                .put(
                        "type",
                        share.type() == null
                                ? null
                                : Objects.requireNonNull(share.type()).id())
                .put("count", share.jurisdictions().size())
                .put("share", share.share());
        texts(node.putArray("jurisdictions"), share.jurisdictions());
    }

    private static void put(ObjectNode node, Exemplar one) {
        node.put("level", name(one.level()))
                .put("platform", name(one.platform()))
                .put("target", one.place().id());
        ArrayNode traits = node.putArray("traits");
        one.traits()
                .forEach(proven -> traits.addObject()
                        .put("name", proven.trait().name().zh())
                        .put("nameEn", proven.trait().name().en())
                        .put("item", proven.trait().item())
                        .put("mean", number(proven.mean()))
                        .put(
                                "feature",
                                proven.seen() == null ? null : proven.trait().feature()));
    }

    private static void put(ObjectNode node, TargetResult target, Ranking ranking) {
        Amount total = target.standing().total();
        node.put("target", target.target())
                .put("jurisdiction", target.jurisdiction().id())
                .put("platform", name(target.platform()))
                .put("presence", name(target.presence()))
                .put("keptOut", target.keptOut(ranking.index()));
        put(node, total);
        ObjectNode reasons = node.putObject("reasons");
        target.reasons().forEach((why, count) -> reasons.put(why.wire(), count));
        put(node.putObject("people"), target.people());
        amounts(node.putArray("cores"), target.standing().cores());
        amounts(node.putArray("secondaries"), target.standing().secondaries());
        amounts(node.putArray("items"), target.standing().items());
        ArrayNode overrides = node.putArray("overrides");
        target.marks().stream().filter(CountedMark::isOverride).forEach(one -> put(overrides.addObject(), one));
    }

    private static void amounts(ArrayNode array, List<Amount> amounts) {
        amounts.forEach(amount -> {
            ObjectNode node = array.addObject().put("id", amount.id());
            put(node, amount);
        });
    }

    private static void put(ObjectNode node, Amount amount) {
        node.put("value", number(amount.value()))
                .put("low", number(amount.low()))
                .put("high", number(amount.high()))
                .put("missing", amount.missing())
                .put("suggested", amount.suggested());
    }

    private static void put(ObjectNode node, People people) {
        node.put("agreed", people.agreed())
                .put("settled", people.settled())
                .put("single", people.single())
                .put("open", people.open());
    }

    private static void put(ObjectNode node, CountedMark one) {
        FinalMark human = Objects.requireNonNull(one.human());
        node.put("scenario", one.mark().scenario())
                .put("indicator", one.mark().indicator())
                .put("rule", Objects.requireNonNull(one.rule()).value())
                .put("human", human.value())
                .put("origin", human.origin().wire());
    }

    private static void put(ObjectNode node, Comparison comparison) {
        node.put("against", comparison.before().id());
        ArrayNode coverage = node.putArray("coverage");
        comparison
                .coverage()
                .forEach(change -> coverage.addObject()
                        .put("level", name(change.now().level()))
                        .put("platform", name(change.now().platform()))
                        .put("region", name(change.now().region()))
                        .put("before", change.before().published())
                        .put("now", change.now().share())
                        .put("by", change.by()));
        ArrayNode totals = node.putArray("totals");
        comparison
                .totals()
                .forEach(change -> totals.addObject()
                        .put("target", change.target())
                        .put("before", number(change.before()))
                        .put("now", number(change.now().value()))
                        .put("by", change.by().orElse(null))
                        .put("noise", change.noise()));
        ArrayNode grades = node.putArray("grades");
        comparison
                .grades()
                .forEach(change -> grades.addObject()
                        .put("jurisdiction", change.jurisdiction())
                        .put("before", change.before())
                        .put("now", change.now()));
        ArrayNode tops = node.putArray("tops");
        comparison.tops().forEach(change -> {
            ObjectNode top =
                    tops.addObject().put("level", name(change.level())).put("platform", name(change.platform()));
            texts(top.putArray("entered"), change.entered());
            texts(top.putArray("left"), change.left());
        });
        ArrayNode praised = node.putArray("praised");
        comparison.praised().forEach(change -> {
            ObjectNode one = praised.addObject().put("system", change.before().system());
            texts(one.putArray("proven"), change.proven());
            texts(one.putArray("unproven"), change.unproven());
        });
        texts(node.putArray("notRun"), comparison.notRun());
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null
                ? null
                : new BigDecimal(BigDecimal.valueOf(value)
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
    }
}
