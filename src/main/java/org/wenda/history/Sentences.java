package org.wenda.history;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/** What is said of a change in one sentence. */
final class Sentences {
    private static final int NAMED = 4;
    private static final int LONGEST = 80;

    private Sentences() {}

    static Message of(DriftClass kind, List<Item> gone, List<Item> fresh, Statistic statistic) {
        if (kind == DriftClass.WORDING) {
            Double meaning = statistic.meaning();
            return meaning == null
                    ? words("what.wording", percent(statistic.observed()))
                    : words("what.wording.meaning", percent(statistic.observed()), percent(meaning));
        }
        if (kind == DriftClass.OUTCOME) {
            return words("what.outcome", listed(gone), listed(fresh));
        }
        return both(kind, gone, fresh);
    }

    /** Returns a sentence of things that are gone, new, or both. */
    static Message both(DriftClass kind, List<Item> gone, List<Item> fresh) {
        if (gone.isEmpty()) {
            return words("what.new", kind.words(), listed(fresh));
        }
        return fresh.isEmpty()
                ? words("what.gone", kind.words(), listed(gone))
                : words("what.instead", kind.words(), listed(gone), listed(fresh));
    }

    private static Message listed(List<Item> items) {
        Message list = words("list.one", named(items.get(0)));
        for (Item item : items.subList(1, Math.min(items.size(), NAMED))) {
            list = words("list.more", list, named(item));
        }
        return items.size() > NAMED ? words("list.rest", list, items.size() - NAMED) : list;
    }

    private static Message named(Item item) {
        String of = item.of();
        return of == null
                ? words("item", item.kind().words(), cut(item.value()))
                : words("item.of", item.kind().words(), cut(item.value()), cut(of));
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }

    static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.0f", share * 100);
    }

    static Message words(String key, Object... args) {
        return Message.of(Sentences.class, key, args);
    }
}
