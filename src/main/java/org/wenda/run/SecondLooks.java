package org.wenda.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wenda.history.Question;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Trial;

/**
 * Which conversations are held once more because an answer in them differs from an earlier night's. A later turn is
 * understood only after those before it, so they are asked again too. Pure.
 */
final class SecondLooks {
    private SecondLooks() {}

    /**
     * Returns the plan with the conversations that are to be held once more behind all others.
     *
     * @param stored what was asked in this run already
     */
    static Plan in(Plan plan, List<Exchange> stored, Set<Question> questions) {
        Map<List<String>, Set<String>> turns = new LinkedHashMap<>();
        questions.forEach(question -> turns.computeIfAbsent(
                        List.of(question.target(), question.scenario()), unseen -> new LinkedHashSet<>())
                .add(question.turn()));
        List<Errand> errands = new ArrayList<>(plan.errands());
        for (Errand errand : plan.errands()) {
            List<String> about = List.of(errand.target().id(), errand.scenario().id());
            Set<String> asked = turns.get(about);
            if (asked != null && errand.trial().isOrdinary()) {
                errands.add(new Errand(
                        errand.target(),
                        upTo(errand.scenario(), asked),
                        new Trial(null, times(plan, stored, about) + 1)));
            }
        }
        return new Plan(errands, plan.trials());
    }

    /** Returns how often the scenario's own words were asked, or are still to be. */
    private static int times(Plan plan, List<Exchange> stored, List<String> about) {
        Stream<Trial> asked = stored.stream()
                .filter(exchange -> about.equals(List.of(exchange.target(), exchange.scenario())))
                .map(Exchange::trial);
        Stream<Trial> planned = plan.errands().stream()
                .filter(errand -> about.equals(
                        List.of(errand.target().id(), errand.scenario().id())))
                .map(Errand::trial);
        return Stream.concat(asked, planned)
                .filter(trial -> trial.variant() == null)
                .mapToInt(Trial::repeat)
                .max()
                .orElse(1);
    }

    private static Scenario upTo(Scenario scenario, Set<String> asked) {
        List<Turn> turns = scenario.turns();
        int last = turns.stream()
                .filter(turn -> asked.contains(turn.id()))
                .mapToInt(turns::indexOf)
                .max()
                .orElse(0);
        return new Scenario(
                scenario.id(),
                scenario.matter(),
                scenario.matterEn(),
                scenario.kind(),
                scenario.audience(),
                scenario.type(),
                turns.subList(0, last + 1),
                scenario.elements(),
                scenario.link());
    }
}
