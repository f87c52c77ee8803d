package org.wenda.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.review.RaterAgreement;
import org.wenda.score.Bilingual;
import org.wenda.score.Index;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** How far raters agree, for people: one line a group, then one line a rule. Pure. */
record AgreementTable(RaterAgreement agreement, Index index, Lang lang) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        RaterAgreement.Kind kind = RaterAgreement.Kind.ALL;
        for (RaterAgreement.Group group : agreement.groups()) {
            if (group.kind() != kind) {
                kind = group.kind();
                lines.add(words("agree.kind." + wire(kind)));
            }
            lines.add((kind == RaterAgreement.Kind.ALL ? "" : "  ") + line(group));
        }
        if (lines.isEmpty()) {
            lines.add(words("agree.nothing"));
        }
        lines.add(words(agreement.rules().isEmpty() ? "agree.no-rules" : "agree.rules"));
        agreement.rules().forEach(rule -> lines.add("  " + line("agree.rule", rule)));
        if (agreement.check() != null) {
            lines.add(line("agree.check", agreement.check()));
        }
        return lines;
    }

    private String line(RaterAgreement.Group group) {
        List<String> pairs = group.pairs().stream()
                .map(pair -> words(
                        "agree.pair",
                        pair.one(),
                        pair.other(),
                        pair.both(),
                        percent(pair.same()),
                        figure(pair.kappa())))
                .toList();
        String interval = group.low() == null ? "" : words("agree.interval", figure(group.low()), figure(group.high()));
        return words(
                "agree.group",
                name(group),
                group.items(),
                group.paired(),
                percent(group.same()),
                percent(group.near()),
                figure(group.alpha()),
                interval,
                String.join(" ", pairs));
    }

    private String line(String key, RaterAgreement.Versus rule) {
        return words(
                key,
                rule.known(),
                rule.compared(),
                percent(rule.same()),
                String.format(Locale.ROOT, "%+.2f", rule.higher()),
                figure(rule.kappa()));
    }

    private String name(RaterAgreement.Group group) {
        String id = group.id();
        return switch (group.kind()) {
            case ALL -> words("agree.kind.all");
            case CORE ->
                named(
                        index.cores().stream()
                                .filter(core -> core.id().equals(id))
                                .map(Index.Core::name)
                                .findFirst(),
                        id);
            case SECONDARY ->
                named(
                        index.secondaries().stream()
                                .filter(secondary -> secondary.id().equals(id))
                                .map(Index.Secondary::name)
                                .findFirst(),
                        id);
            case INDICATOR -> id + " " + named(index.item(id).map(Index.Item::name), "");
            case PLATFORM, LEVEL -> words("agree." + wire(group.kind()) + "." + id);
        };
    }

    private String named(Optional<Bilingual> name, String id) {
        return name.map(one -> one.in(lang)).orElse(id);
    }

    private String percent(@Nullable Double share) {
        return share == null ? "–" : words("agree.percent", String.format(Locale.ROOT, "%.1f", 100 * share));
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String wire(RaterAgreement.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String words(String key, Object... args) {
        return Message.of(AgreementTable.class, key, args).in(lang);
    }
}
