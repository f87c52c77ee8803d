package org.wenda.link;

import java.util.Optional;
import java.util.Set;

/** What the way itself tells, whatever its last page says. */
final class StatusRules {
    private static final Set<Integer> REFUSALS = Set.of(403, 412, 418, 429, 521);

    private StatusRules() {}

    static Optional<Finding> stopped(Facts facts) {
        return Optional.ofNullable(facts.stopped()).map(reason -> Finding.of(reason));
    }

    static Optional<Finding> refused(Facts facts) {
        return REFUSALS.contains(facts.status())
                ? Optional.of(Finding.of(Reason.of(Why.REFUSED, facts.status()), "status: " + facts.status()))
                : Optional.empty();
    }

    static Optional<Finding> unauthorized(Facts facts) {
        return facts.status() == 401
                ? Optional.of(Finding.of(Reason.of(Why.ASKS_LOGIN, 401), "status: 401"))
                : Optional.empty();
    }

    static Optional<Finding> failed(Facts facts) {
        int status = facts.status();
        return status >= 300
                ? Optional.of(Finding.of(Reason.of(Why.STATUS, status), "status: " + status))
                : Optional.empty();
    }

    static Optional<Finding> empty(Facts facts) {
        return facts.page() == null
                ? Optional.of(Finding.of(Reason.of(Why.NO_CONTENT, facts.status()), "body: empty"))
                : Optional.empty();
    }

    static Optional<Finding> tooLarge(Facts facts) {
        LandingPage page = facts.page();
        if (page == null
                || !page.truncated()
                || facts.isHtml()
                || page.contentType().equals("application/pdf")) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(Reason.of(Why.TOO_LARGE, page.bytes()), "type: " + page.contentType()));
    }
}
