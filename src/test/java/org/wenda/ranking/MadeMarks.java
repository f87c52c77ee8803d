package org.wenda.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Platform;
import org.wenda.review.Reviewed;
import org.wenda.score.Abstention;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.RuleId;
import org.wenda.words.Message;

/**
 * The marks of {@code made-2021.tsv}: made up so that they agree with everything the founding report publishes. Nobody
 * gave them.
 */
public final class MadeMarks {
    private static final Path HOME = Path.of("");

    private MadeMarks() {}

    /** Returns 128 entries in the order of the jurisdictions. */
    public static List<Entry> entries() {
        List<String[]> rows = rows();
        List<String> items = List.of(rows.get(0));
        List<String> scenarios = List.of(rows.get(1));
        Map<String, Jurisdiction> known = Jurisdictions.in(HOME).all().stream()
                .collect(Collectors.toMap(Jurisdiction::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, Entry> byTarget = new LinkedHashMap<>();
        rows.stream().skip(2).forEach(row -> {
            Entry entry = entry(row, items, scenarios, known);
            byTarget.put(entry.target(), entry);
        });
        return known.keySet().stream()
                .flatMap(id -> Arrays.stream(Platform.values()).map(platform -> id + "-" + platform.id()))
                .map(byTarget::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns their ranking by the index and the rules that come with Wenda. */
    public static Ranking ranking() {
        return Ranking.of("made-2021", entries(), Index.in(HOME), RankingRules.in(HOME), false);
    }

    private static List<String[]> rows() {
        try (InputStream in = Objects.requireNonNull(MadeMarks.class.getResourceAsStream("made-2021.tsv"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(
            String[] row, List<String> items, List<String> scenarios, Map<String, Jurisdiction> known) {
        int hyphen = row[0].lastIndexOf('-');
        Jurisdiction jurisdiction = Objects.requireNonNull(known.get(row[0].substring(0, hyphen)), row[0]);
        Platform platform = row[0].endsWith("-web") ? Platform.WEB : Platform.MOBILE;
        List<Mark> marks = new ArrayList<>();
        for (int i = 1; i < items.size(); i++) {
            if (row[1].equals("none")) {
                marks.add(mark(row[0], null, items.get(i), null, Abstention.NO_CHATBOT));
                continue;
            }
            String[] its = scenarios.get(i).split(",", -1);
            for (int at = 0; at < its.length; at++) {
                String scenario = its[at].equals("-") ? null : its[at];
                marks.add(mark(row[0], scenario, items.get(i), row[i].charAt(at) - '0', null));
            }
        }
        return new Entry(jurisdiction, platform, marks, Reviewed.NOTHING);
    }

    /** Returns a mark as if a rule had given it. */
    public static Mark mark(
            String target,
            @Nullable String scenario,
            String item,
            @Nullable Integer value,
            @Nullable Abstention abstained) {
        return new Mark(
                target,
                scenario,
                item,
                Index.MarkedBy.RULE,
                value,
                abstained,
                new RuleId("made", 1),
                null,
                List.of(),
                Message.of(Ranking.class, "rated", 0));
    }

    /** Returns the same mark as a rule would only suggest it. */
    public static Mark suggested(Mark mark) {
        return new Mark(
                mark.target(),
                mark.scenario(),
                mark.indicator(),
                Index.MarkedBy.SUGGEST,
                mark.value(),
                null,
                mark.rule(),
                null,
                List.of(),
                mark.rationale());
    }
}
