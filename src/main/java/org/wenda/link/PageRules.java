package org.wenda.link;

import java.util.Optional;
import java.util.function.Function;

/** What a page says of itself by its wording, whatever it is about. */
final class PageRules {
    private PageRules() {}

    static Optional<Finding> challenge(Facts facts) {
        LandingPage page = facts.page();
        if (page == null || page.passwordField()) {
            return Optional.empty();
        }
        if (!facts.challenge().isEmpty()) {
            return Optional.of(Finding.of(Reason.of(Why.CHALLENGE, facts.challenge()), "script: " + facts.challenge()));
        }
        return said(page, Wording::challenge)
                .map(said -> Finding.of(Reason.of(Why.CHALLENGE, said.words), said.line()));
    }

    static Optional<Finding> saysMissing(Facts facts) {
        return facts.page() == null ? Optional.empty() : missing(facts.page());
    }

    static Optional<Finding> missing(LandingPage page) {
        return said(page, Wording::missing)
                .map(said -> Finding.of(Reason.of(Why.SAYS_MISSING, said.words), said.line()));
    }

    static Optional<Finding> sameAsMadeUp(Facts facts) {
        LandingPage page = facts.page();
        Neighbour neighbour = facts.neighbour();
        if (page == null || neighbour == null || facts.last() == null) {
            return Optional.empty();
        }
        return neighbour.isLike(facts.last(), page, facts.hops().size() > 1)
                ? Optional.of(Finding.of(
                        Reason.of(Why.SAME_AS_MADE_UP, neighbour.address()), "made-up: " + neighbour.address()))
                : Optional.empty();
    }

    static Optional<Finding> asksLogin(Facts facts) {
        return loginSign(facts).map(sign -> Finding.of(Reason.of(Why.ASKS_LOGIN, sign), sign));
    }

    /**
     * Returns what makes a page one that only lets in; empty for a page that merely offers a login beside its content.
     */
    static Optional<String> loginSign(Facts facts) {
        LandingPage page = facts.page();
        if (page == null || !facts.isHtml()) {
            return Optional.empty();
        }
        boolean little = page.text().length() <= Wording.SHORT;
        Optional<String> title = Wording.login(page.title()).map(words -> "title: " + words);
        Optional<String> path = path(facts).filter(found -> little || page.passwordField());
        Optional<String> password = page.passwordField() && little ? Optional.of("field: password") : Optional.empty();
        Optional<String> text = little ? Wording.login(page.text()).map(words -> "text: " + words) : Optional.empty();
        return title.filter(found -> little || page.passwordField())
                .or(() -> password)
                .or(() -> path)
                .or(() -> text);
    }

    private static Optional<String> path(Facts facts) {
        if (facts.last() == null) {
            return Optional.empty();
        }
        String fragment = facts.last().encodedFragment();
        String path = facts.last().encodedPath() + (Shell.isRoute(fragment) ? "#" + fragment : "");
        return Wording.loginPath(path).map(found -> "address: " + found);
    }

    static Optional<Finding> onlyScript(Facts facts) {
        return facts.isBareShell()
                ? Optional.of(Finding.of(Reason.of(Why.ONLY_SCRIPT), "shell: built by scripts"))
                : Optional.empty();
    }

    /** A long page that says such words says them of something else. */
    private static Optional<Said> said(LandingPage page, Function<String, Optional<String>> words) {
        int length = page.text().length();
        Optional<Said> title = length <= 2 * Wording.SHORT
                ? words.apply(page.title()).map(found -> new Said("title", found))
                : Optional.empty();
        Optional<Said> heading = length <= 2 * Wording.SHORT
                ? words.apply(page.heading()).map(found -> new Said("heading", found))
                : Optional.empty();
        Optional<Said> text = length <= Wording.SHORT
                ? words.apply(page.text()).map(found -> new Said("text", found))
                : Optional.empty();
        return title.or(() -> heading).or(() -> text);
    }

    private record Said(String place, String words) {
        String line() {
            return place + ": " + words;
        }
    }
}
