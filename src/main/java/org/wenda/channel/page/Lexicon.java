package org.wenda.channel.page;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The words and patterns that the page scripts go by, for whoever looks at a chatbot without them. */
public final class Lexicon {
    private final Map<String, Object> words = PageScripts.lexicon();
    private final Map<String, Pattern> patterns = new HashMap<>();

    /**
     * Returns whether a text is, or holds, what is meant.
     *
     * @param meant path of a pattern, such as {@code send.words}
     * @throws IllegalArgumentException if the words hold no such pattern, which is a fault of ours
     */
    public boolean says(String meant, String text) {
        return !text.isEmpty()
                && patterns.computeIfAbsent(meant, this::pattern).matcher(text).find();
    }

    private Pattern pattern(String path) {
        Object at = words;
        for (String key : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (!(at instanceof String source)) {
            throw new IllegalArgumentException("no words for " + path);
        }
        return Pattern.compile(source, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
