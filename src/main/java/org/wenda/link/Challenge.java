package org.wenda.link;

import java.util.List;
import org.jsoup.nodes.Document;

/** The scripts by which guards in front of portals tell browsers from programs. Seen, named, never answered. */
final class Challenge {
    private static final List<String> MARKS = List.of(
            "__jsl_clearance",
            "acw_sc__v2",
            "acw_sc__v3",
            "$_ts",
            "/_guard/",
            "challenge-platform",
            "cf-chl",
            "aliyunCaptcha",
            "TencentCaptcha",
            "initGeetest",
            "HWWAFSESID",
            "safeline",
            "_waf_");

    private Challenge() {}

    /** Returns the first mark found in the page's scripts; empty if there is none. */
    static String mark(Document document) {
        String scripts = scripts(document);
        return MARKS.stream().filter(scripts::contains).findFirst().orElse("");
    }

    private static String scripts(Document document) {
        StringBuilder scripts = new StringBuilder();
        document.select("script").stream()
                .limit(10)
                .forEach(script -> scripts.append(LandingPage.cut(script.data(), 20_000))
                        .append(script.attr("src"))
                        .append('\n'));
        return scripts.toString();
    }
}
