package org.wenda.gallery;

import java.util.Locale;

/** What stands beside an answer to act on it. Nobody ever presses it. */
enum Control {
    STOP("停止生成"),
    REGENERATE("重新生成"),
    COPY("复制"),
    USEFUL("有用"),
    USELESS("没用");

    private final String label;

    Control(String label) {
        this.label = label;
    }

    /** Returns what the button reads. */
    String label() {
        return label;
    }

    /** Returns the name by which a reply lists it. */
    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
