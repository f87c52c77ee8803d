package org.wenda.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What a page is about. */
final class MatterRules {
    private MatterRules() {}

    /** A login that names the matter is the door to handling it, not a wall in front of something unnamed. */
    static Optional<Finding> loginForMatter(Facts facts) {
        LandingPage page = facts.page();
        Optional<String> sign = PageRules.loginSign(facts);
        if (page == null || sign.isEmpty() || !facts.matter().isKnown()) {
            return Optional.empty();
        }
        MatterFit.Fit fit = new MatterFit(facts.matter()).of(page);
        return fit.fits()
                ? Optional.of(found(Why.LOGIN_FOR_MATTER, fit.evidence(), List.of(sign.get())))
                : Optional.empty();
    }

    /** A file is not opened; its name and the link's words are what a citizen knows of it, too. */
    static Optional<Finding> file(Facts facts) {
        LandingPage page = facts.page();
        HttpUrl last = facts.last();
        if (page == null || last == null || facts.isHtml()) {
            return Optional.empty();
        }
        String type = "type: " + page.contentType();
        if (facts.matter().isKnown()) {
            MatterFit fit = new MatterFit(facts.matter());
            for (MatterFit.Fit name : List.of(fit.of("link", facts.link().text()), fit.of("file", fileName(last)))) {
                if (name.fits()) {
                    return Optional.of(found(Why.FILE_OF_MATTER, name.evidence(), List.of(type)));
                }
            }
        }
        return Optional.of(Finding.of(Reason.of(Why.FILE_UNREAD, page.contentType()), type));
    }

    private static String fileName(HttpUrl url) {
        List<String> segments = url.pathSegments();
        return segments.get(segments.size() - 1);
    }

    static Optional<Finding> ofMatter(Facts facts) {
        LandingPage page = facts.page();
        if (page == null || !facts.matter().isKnown()) {
            return Optional.empty();
        }
        MatterFit.Fit fit = new MatterFit(facts.matter()).of(page);
        PageKind.Found kind = PageKind.of(page);
        return fit.fits() ? Optional.of(found(why(kind.kind()), fit.evidence(), kind.evidence())) : Optional.empty();
    }

    /** Where nobody said what was asked about, a guide is still a guide. */
    static Optional<Finding> ofUnknownMatter(Facts facts) {
        LandingPage page = facts.page();
        if (page == null || facts.matter().isKnown()) {
            return Optional.empty();
        }
        PageKind.Found kind = PageKind.of(page);
        return kind.kind() == PageKind.PLAIN
                ? Optional.of(Finding.of(Reason.of(Why.MATTER_UNKNOWN), "title: " + page.title()))
                : Optional.of(found(why(kind.kind()), kind.evidence(), List.of()));
    }

    static Finding other(Facts facts) {
        LandingPage page = facts.page();
        List<String> evidence = page == null
                ? List.of()
                : new MatterFit(facts.matter()).of(page).evidence();
        return new Finding(Reason.of(Why.OTHER_MATTER, evidence.isEmpty() ? "-" : evidence.get(0)), evidence);
    }

    private static Why why(PageKind kind) {
        return switch (kind) {
            case GUIDE -> Why.GUIDES_MATTER;
            case SERVICE -> Why.HANDLES_MATTER;
            case PLAIN -> Why.NAMES_MATTER;
        };
    }

    private static Finding found(Why why, List<String> first, List<String> then) {
        List<String> evidence = new ArrayList<>(first);
        evidence.addAll(then);
        return new Finding(Reason.of(why, evidence.get(0)), evidence);
    }
}
