package org.wenda.score;

import java.util.List;
import java.util.Optional;

/** Every rule there is. To add one: one class, one row here, its words, its cases. */
final class Rules {
    private static final List<Rule> ALL = List.of(
            new MatterHit(),
            new ElementsCovered(),
            new FollowUp(),
            new EntryOffered(),
            new JumpWorks(),
            new ClicksToForm(),
            new ChannelNamed(),
            new FormReachable(),
            new PersonOnComplaint(),
            new ForRaters(),
            new Readability(),
            new SourceAndDate(),
            new EntryReached(),
            new ResponseTime(),
            new Steadiness(),
            new Modes(),
            new Tolerance(),
            new LinksAlive(),
            new Proactive(),
            new Clarifies(),
            new PersonReachable(),
            new RatingOffered(),
            new FailsKindly(),
            new Adapts(),
            new AiLabelled(),
            new SourcesAlive(),
            new Disclaimed(),
            new ReasoningFolds(),
            new ReasoningTime(),
            new AnswerControls(),
            new SelfConsistent(),
            new DeclinesNonsense(),
            new StaysHome());

    private Rules() {}

    static List<Rule> all() {
        return ALL;
    }

    static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }

    static Optional<Rule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    static Optional<Needs> needs(String id) {
        return find(id).map(Rule::needs);
    }
}
