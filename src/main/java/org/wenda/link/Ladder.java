package org.wenda.link;

import java.util.List;
import java.util.Optional;

/**
 * The precedence of the verdicts: the first rule that finds something decides. Pure.
 *
 * <p>What could not be read comes before what was read, a refusal before what its page says, a missing page before
 * every judgement of its content, and where a page stands before what it is about.
 */
final class Ladder {
    private static final List<Rule> RULES = List.of(
            StatusRules::stopped,
            StatusRules::refused,
            StatusRules::unauthorized,
            PageRules::challenge,
            StatusRules::failed,
            StatusRules::empty,
            StatusRules::tooLarge,
            PageRules::saysMissing,
            PageRules::sameAsMadeUp,
            PlaceRules::foreign,
            MatterRules::loginForMatter,
            PageRules::asksLogin,
            PlaceRules::home,
            MatterRules::file,
            PageRules::onlyScript,
            MatterRules::ofMatter,
            MatterRules::ofUnknownMatter);

    private Ladder() {}

    static Finding judge(Facts facts) {
        return RULES.stream()
                .map(rule -> rule.look(facts))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> MatterRules.other(facts));
    }

    /**
     * Returns whether a made-up neighbour might change the finding: of a page that is not plainly about the matter, it
     * may turn out that it is no page at all.
     */
    static boolean mayBeMissing(Finding finding, Facts facts) {
        boolean undecided =
                finding.reason().why() == Why.OTHER_MATTER || finding.reason().why() == Why.MATTER_UNKNOWN;
        return undecided && facts.neighbour() == null && facts.isHtml() && facts.status() == 200;
    }
}
