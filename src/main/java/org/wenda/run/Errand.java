package org.wenda.run;

import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;

/** One conversation that is to be held: a scenario asked of a target. */
public record Errand(Target target, Scenario scenario) {
    /** Returns what people call it: target and scenario. */
    public String name() {
        return target.id() + " " + scenario.id();
    }
}
