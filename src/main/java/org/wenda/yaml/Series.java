package org.wenda.yaml;

import java.util.List;
import org.wenda.words.Message;

/** Several words as one part of a sentence, parted as each language does it. */
public final class Series {
    private Series() {}

    /** Returns the words one after the other; {@code words} has at least one. */
    public static Message of(List<String> words) {
        Message series = Message.of(Series.class, "series.one", words.get(0));
        for (String word : words.subList(1, words.size())) {
            series = Message.of(Series.class, "series.more", series, word);
        }
        return series;
    }
}
