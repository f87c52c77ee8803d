package org.wenda.words;

import java.util.Locale;

/** The two languages in which Wenda speaks to people. */
public enum Lang {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Returns Chinese for any Chinese locale and English for every other. */
    public static Lang of(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? ZH : EN;
    }
}
