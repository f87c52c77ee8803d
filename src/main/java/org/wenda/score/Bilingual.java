package org.wenda.score;

import org.wenda.words.Lang;

/** A text that people wrote in both languages. */
public record Bilingual(String zh, String en) {
    /** Returns the text in one language. */
    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }
}
