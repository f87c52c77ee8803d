package org.wenda.portal;

import java.util.Locale;

/** Where a jurisdiction's chatbot is met. */
public enum Platform {
    WEB,
    MOBILE;

    /** Returns the name that stands in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
