package org.wenda.run;

import java.net.URI;
import java.util.List;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;

/** Small scenarios and targets. */
final class Matters {
    private Matters() {}

    static Scenario scenario(String id, Turn... turns) {
        return scenario(id, Scenario.Kind.SERVICE, turns);
    }

    static Scenario scenario(String id, Scenario.Kind kind, Turn... turns) {
        return new Scenario(id, "事项 " + id, "matter " + id, kind, null, null, List.of(turns), List.of(), null);
    }

    static Turn critical(String id, String say) {
        return new Turn(id, say, List.of(), true, false, List.of(), List.of());
    }

    static Turn turn(String id, String say) {
        return new Turn(id, say, List.of(), false, true, List.of(), List.of());
    }

    static Turn capturing(String id, String say, String name, String pattern) {
        return new Turn(id, say, List.of(), true, false, List.of(new Turn.Capture(name, pattern)), List.of());
    }

    static Target target(String id, int port) {
        return new Target(id, id, Platform.WEB, URI.create("http://127.0.0.1:" + port + "/"), null);
    }
}
