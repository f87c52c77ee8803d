package org.wenda.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;

/** What a schema cannot see of an edition: whether its figures agree with each other. Pure. */
final class EditionChecks {
    /** Printed shares are rounded here and cut off there. */
    private static final double PRINTED = 0.1;

    private EditionChecks() {}

    /** @param id what the file is called */
    static List<Fault> faults(Node root, String id) {
        RulesChecks checks = new RulesChecks();
        if (!root.text("id").isEmpty() && !root.text("id").equals(id)) {
            checks.add(root.find("id").orElse(root), "edition.id", root.text("id"), id);
        }
        root.list("coverage").forEach(share -> share(share, checks));
        root.list("totals").forEach(total -> checks.range(total, "total", 0, 1_000));
        once(root, checks);
        return checks.found();
    }

    /** Returns the faults of jurisdictions that are named and are none of the home. */
    static List<Fault> strangers(Node root, List<String> jurisdictions) {
        RulesChecks checks = new RulesChecks();
        for (String list : List.of("totals", "exemplars")) {
            root.list(list).forEach(one -> checks.known(one, "jurisdiction", jurisdictions));
        }
        for (String list : List.of("leaders", "grades")) {
            root.list(list).stream()
                    .flatMap(one -> one.list("jurisdictions").stream())
                    .forEach(named -> checks.known(named, "jurisdiction", named.text(), jurisdictions));
        }
        return checks.found();
    }

    private static void share(Node share, RulesChecks checks) {
        double of = RulesFile.number(share, "of");
        double count = RulesFile.number(share, "count");
        if (of <= 0 || count < 0 || count > of) {
            checks.add(share, "edition.count", (long) count, (long) of);
            return;
        }
        double published = RulesFile.number(share, "published");
        if (Math.abs(100 * count / of - published) > PRINTED) {
            checks.add(
                    share.find("published").orElse(share),
                    "edition.share",
                    published,
                    (long) count,
                    (long) of,
                    Decimals.rounded(100 * count / of));
        }
    }

    /** Nobody has two grades, and no target two totals. */
    private static void once(Node root, RulesChecks checks) {
        Set<String> graded = new HashSet<>();
        for (Node named : root.list("grades").stream()
                .flatMap(one -> one.list("jurisdictions").stream())
                .toList()) {
            if (!named.text().isEmpty() && !graded.add(named.text())) {
                checks.add(named, "duplicate", named.text());
            }
        }
        Set<String> totals = new HashSet<>();
        for (Node total : root.list("totals")) {
            String target = total.text("jurisdiction") + "-" + total.text("platform");
            if (!totals.add(target)) {
                checks.add(total, "duplicate", target);
            }
        }
    }
}
