package org.wenda.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Region;
import org.wenda.ranking.Decimals;
import org.wenda.ranking.Ranking;
import org.wenda.ranking.UnitResult;
import org.wenda.score.Bilingual;
import org.wenda.score.Index;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** What jurisdictions, indicators and figures of a ranking are called in one language. Pure. */
final class RankingNames {
    private final Lang lang;
    private final Map<String, Jurisdiction> jurisdictions;
    private final Map<String, Bilingual> indicators;

    /** @param known jurisdictions that were not run, but that an edition may name */
    RankingNames(Ranking ranking, List<Jurisdiction> known, Lang lang) {
        this.lang = lang;
        this.jurisdictions = Stream.concat(ranking.units().stream().map(UnitResult::jurisdiction), known.stream())
                .collect(Collectors.toMap(Jurisdiction::id, Function.identity(), (a, b) -> a));
        Index index = ranking.index();
        this.indicators = Stream.of(
                        index.cores().stream().map(one -> Map.entry(one.id(), one.name())),
                        index.secondaries().stream().map(one -> Map.entry(one.id(), one.name())),
                        index.items().stream().map(one -> Map.entry(one.id(), one.name())))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    Lang lang() {
        return lang;
    }

    String word(String key, Object... args) {
        return Message.of(RankingNames.class, key, args).in(lang);
    }

    String jurisdiction(Jurisdiction one) {
        return lang == Lang.ZH ? one.name() : one.nameEn();
    }

    /** Returns the name of an id; the id itself if nobody knows it. */
    String jurisdiction(String id) {
        Jurisdiction known = jurisdictions.get(id);
        return known == null ? id : jurisdiction(known);
    }

    /** Returns the names of ids in one text. */
    String jurisdictions(List<String> ids) {
        return ids.stream().map(this::jurisdiction).collect(Collectors.joining(word("list.comma")));
    }

    String target(String id) {
        int hyphen = id.lastIndexOf('-');
        return jurisdiction(id.substring(0, hyphen)) + " · " + word("platform." + id.substring(hyphen + 1));
    }

    String indicator(String id) {
        Bilingual name = indicators.get(id);
        return name == null ? id : name.in(lang);
    }

    String level(Level level) {
        return word("level." + lower(level));
    }

    String region(Region region) {
        return word("region." + lower(region));
    }

    /** Returns a level and platform, or what stands for all of them. */
    String group(@Nullable Level level, @Nullable Platform platform) {
        if (level == null) {
            return word("ranking.all");
        }
        return platform == null ? level(level) : level(level) + " · " + word("platform." + lower(platform));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a figure to two decimals, as the report prints them. */
    static String shown(@Nullable Double value) {
        return value == null ? "–" : Decimals.rounded(value).toPlainString();
    }
}
