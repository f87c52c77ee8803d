package org.wenda.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.review.RaterAgreement;

/**
 * How far raters agree, for programs: {@code {"schemaVersion":1,"rounds":1000,"seed":1,"groups":[{"kind":"indicator",
 * "id":"D11","items":…,"paired":…,"same":…,"near":…,"alpha":…,"low":…,"high":…,"pairs":[{"raters":["a","b"],"both":…,
 * "same":…,"kappa":…}]}],"rules":[{"known":"matter-hit 1","compared":…,"same":…,"higher":…,"kappa":…}],"check":{…}}};
 * what is not defined is null, and without a spot check there is no {@code check}. Pure.
 */
final class AgreementDocument {
    private AgreementDocument() {}

    static String of(RaterAgreement agreement) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("rounds", agreement.rounds())
                .put("seed", agreement.seed());
        ArrayNode groups = document.putArray("groups");
        agreement.groups().forEach(group -> put(groups.addObject(), group));
        ArrayNode rules = document.putArray("rules");
        agreement.rules().forEach(rule -> put(rules.addObject(), rule));
        if (agreement.check() != null) {
            put(document.putObject("check"), agreement.check());
        }
        return document.toString();
    }

    private static void put(ObjectNode node, RaterAgreement.Group group) {
        node.put("kind", group.kind().name().toLowerCase(Locale.ROOT))
                .put("id", group.id())
                .put("items", group.items())
                .put("paired", group.paired())
                .put("same", number(group.same()))
                .put("near", number(group.near()))
                .put("alpha", number(group.alpha()))
                .put("low", number(group.low()))
                .put("high", number(group.high()));
        ArrayNode pairs = node.putArray("pairs");
        for (RaterAgreement.Pair pair : group.pairs()) {
            ObjectNode one = pairs.addObject();
            one.putArray("raters").add(pair.one()).add(pair.other());
            one.put("both", pair.both()).put("same", number(pair.same())).put("kappa", number(pair.kappa()));
        }
    }

    private static void put(ObjectNode node, RaterAgreement.Versus versus) {
        node.put("known", versus.known())
                .put("compared", versus.compared())
                .put("same", number(versus.same()))
                .put("higher", number(versus.higher()))
                .put("kappa", number(versus.kappa()));
    }

    private static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null
                ? null
                : BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
