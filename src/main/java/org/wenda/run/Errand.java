package org.wenda.run;

import java.net.URI;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;
import org.wenda.transcript.Trial;

/**
 * One conversation that is to be held: a scenario asked of a target.
 *
 * @param scenario with the turns of this conversation only
 * @param trial which of the conversations about the scenario
 */
public record Errand(Target target, Scenario scenario, Trial trial) {
    /** An ordinary conversation. */
    public Errand(Target target, Scenario scenario) {
        this(target, scenario, Trial.ORDINARY);
    }

    /** Returns the name under which the target's host is paced, or the target's where no address is known. */
    public String host() {
        URI address = target.address();
        return address == null ? target.id() : Hosts.of(address);
    }

    /** Returns what people call it: target and scenario. */
    public String name() {
        String name = target.id() + " " + scenario.id();
        return trial.isOrdinary() ? name : name + " " + trial.id();
    }
}
