package org.wenda.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.wenda.config.Variants;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;
import org.wenda.transcript.Trial;

/**
 * Which conversations are held beside the ordinary ones: the opening turn of each scenario in other words, or again,
 * and in a night one whole conversation of so many a second time. Pure.
 *
 * @param variants how many other wordings
 * @param repeat how often the turn's own words are asked in all, from 1
 * @param twice of how many conversations one is held twice; 0 for none
 */
public record Trials(Variants variants, int repeat, int twice) {
    /** Only the ordinary conversations. */
    public static final Trials NONE = new Trials(Variants.NONE, 1);

    /** Holds no conversation twice. */
    public Trials(Variants variants, int repeat) {
        this(variants, repeat, 0);
    }

    /**
     * Returns whether a conversation has its turn to be held twice. In {@code twice} days in a row each has it once,
     * and on each day every target has about as many.
     *
     * @param target place of its target in the plan
     * @param scenario place of its scenario in the plan
     * @param began when the run began; its day by Greenwich counts
     */
    boolean isTwice(int target, int scenario, Instant began) {
        long day = began.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
        return twice > 0 && Math.floorMod(target + scenario + day, (long) twice) == 0;
    }

    /** Returns the errands beside the ordinary one, other wordings first. */
    List<Errand> of(Target target, Scenario scenario) {
        Turn opening = scenario.turns().get(0);
        List<Errand> errands = new ArrayList<>();
        Map<Turn.Variant.Kind, Integer> seen = new EnumMap<>(Turn.Variant.Kind.class);
        opening.variants().stream().limit(most(target)).forEach(variant -> {
            int place = seen.merge(variant.kind(), 1, Integer::sum);
            Trial trial = new Trial(name(variant.kind()) + (place == 1 ? "" : "-" + place), 1);
            errands.add(new Errand(target, only(scenario, opening, variant.say()), trial));
        });
        IntStream.rangeClosed(2, repeat)
                .mapToObj(time -> new Errand(target, only(scenario, opening, opening.say()), new Trial(null, time)))
                .forEach(errands::add);
        return errands;
    }

    private int most(Target target) {
        return switch (variants) {
            case NONE -> 0;
            case WEB -> target.platform() == Platform.WEB ? 1 : 0;
            case ONE -> 1;
            case ALL -> Integer.MAX_VALUE;
        };
    }

    private static String name(Turn.Variant.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The same matter with this one question; what it captures is for turns that do not follow. */
    private static Scenario only(Scenario scenario, Turn opening, String say) {
        Turn turn = new Turn(
                opening.id(),
                say,
                opening.variants(),
                opening.critical(),
                opening.followUp(),
                List.of(),
                opening.choose());
        return new Scenario(
                scenario.id(),
                scenario.matter(),
                scenario.matterEn(),
                scenario.kind(),
                scenario.audience(),
                scenario.type(),
                List.of(turn),
                scenario.elements(),
                scenario.link());
    }
}
