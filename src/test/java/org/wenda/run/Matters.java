package org.wenda.run;

import java.net.URI;
import java.util.List;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Provenance;
import org.wenda.portal.Region;
import org.wenda.portal.Target;
import org.wenda.portal.WebAddress;
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
        return new Turn(id, say, List.of(), true, false, List.of());
    }

    static Turn turn(String id, String say) {
        return new Turn(id, say, List.of(), false, true, List.of());
    }

    static Turn capturing(String id, String say, String name, String pattern) {
        return new Turn(id, say, List.of(), true, false, List.of(new Turn.Capture(name, pattern)));
    }

    static Jurisdiction jurisdiction(String id, String name, Level level, String... addresses) {
        Provenance nobody = new Provenance("a test", null);
        List<WebAddress> web = List.of(addresses).stream()
                .map(address -> new WebAddress(WebAddress.Kind.SERVICE, URI.create(address), nobody, null))
                .toList();
        return new Jurisdiction(id, name, id, level, Region.EAST, null, null, web, List.of(), null);
    }

    static Target target(String id, int port) {
        return new Target(id, id, Platform.WEB, URI.create("http://127.0.0.1:" + port + "/"), null);
    }
}
