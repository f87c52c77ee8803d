package org.wenda.link;

import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Whether a page is only a shell that scripts fill. */
final class Shell {
    /** In characters: a spinner's words, a copyright line. */
    private static final int NOTHING = 40;

    private static final int LITTLE = 200;
    private static final String MOUNTS =
            "#app:empty,#root:empty,#__next:empty,#__nuxt:empty,#main:empty,#container:empty,app-root,[ng-app],[ng-view],[v-cloak]";

    private Shell() {}

    static boolean demandsScript(Document document) {
        String without = document.select("noscript").text();
        return document.selectFirst(MOUNTS) != null
                || without.contains("JavaScript")
                || without.contains("javascript")
                || without.contains("脚本");
    }

    static boolean isShell(String text, boolean demandsScript) {
        boolean speaks = Wording.missing(text).isPresent();
        return !speaks && (text.length() <= NOTHING || (demandsScript && text.length() <= LITTLE));
    }

    /** Returns whether the fragment is an address inside the page, which never reaches the server. */
    static boolean isRoute(@Nullable String fragment) {
        return fragment != null && (fragment.startsWith("/") || fragment.startsWith("!"));
    }

    static boolean isRoute(HttpUrl url) {
        return isRoute(url.fragment());
    }
}
