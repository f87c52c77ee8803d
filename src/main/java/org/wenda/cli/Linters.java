package org.wenda.cli;

import java.util.List;
import org.wenda.gate.GateLint;
import org.wenda.history.AcceptedLint;
import org.wenda.history.NoiseLint;
import org.wenda.portal.JurisdictionLint;
import org.wenda.portal.ProfileLint;
import org.wenda.portal.VendorLint;
import org.wenda.ranking.EditionLint;
import org.wenda.ranking.RankingLint;
import org.wenda.scenario.ScenarioLint;
import org.wenda.score.IndexLint;

/** Every kind of file that can be checked. To add one: one row here. */
final class Linters {
    private static final List<Linter> ALL = List.of(
            Linter.settings(),
            Linter.yaml("standard", ScenarioLint::concerns, ScenarioLint::check, ScenarioLint::check),
            Linter.yaml("jurisdictions", JurisdictionLint::concerns, JurisdictionLint::check, JurisdictionLint::check),
            Linter.yaml("profiles", ProfileLint::concerns, ProfileLint::check, ProfileLint::check),
            Linter.yaml("vendors", VendorLint::concerns, VendorLint::check, VendorLint::check),
            new Linter(IndexLint::concerns, IndexLint::files, IndexLint::check, IndexLint::check),
            new Linter(NoiseLint::concerns, NoiseLint::files, NoiseLint::check, NoiseLint::check),
            new Linter(AcceptedLint::concerns, AcceptedLint::files, AcceptedLint::check, AcceptedLint::check),
            new Linter(GateLint::concerns, GateLint::files, GateLint::check, GateLint::check),
            new Linter(RankingLint::concerns, RankingLint::files, RankingLint::check, RankingLint::check),
            Linter.yaml("editions", EditionLint::concerns, EditionLint::check, EditionLint::check));

    private Linters() {}

    static List<Linter> all() {
        return ALL;
    }
}
