package org.wenda.country;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoBehaviour.Fault;

/** Draws the portals of a country by chance. Pure: the same seed, the same country. */
public final class Sketch {
    private static final List<String> MATTERS =
            List.of("temporary-id-card", "social-security-card", "home-loan", "complaint", "household-certificate");
    private static final List<Fault> FAULTS =
            List.of(Fault.SLOW, Fault.ERROR, Fault.HANDOVER, Fault.CUT, Fault.SILENT, Fault.LOGIN);
    private static final List<Portal.Door> DOORS = List.of(
            Portal.Door.LAUNCHER,
            Portal.Door.LAUNCHER,
            Portal.Door.LAUNCHER,
            Portal.Door.NOTICE,
            Portal.Door.FRAME,
            Portal.Door.CHAT_PAGE);

    private static final double WITHOUT_CHATBOT = 0.08;
    private static final double WALLED = 0.06;
    private static final double FAULTY = 0.25;
    private static final double REVISED = 0.3;
    private static final double SHARING = 0.5;

    private final Random chance;
    private final List<Portal> portals = new ArrayList<>();

    private Sketch(long seed) {
        this.chance = new Random(seed);
    }

    /**
     * Returns the portals of a country, each province's before its cities'. About half of the cities share the host of
     * their province; a wall stands before whole hosts only where nobody shares them.
     *
     * @param cities of each province
     */
    public static List<Portal> of(long seed, int provinces, int cities) {
        Sketch sketch = new Sketch(seed);
        for (int province = 0; province < provinces; province++) {
            sketch.province("p" + letters(province), cities);
        }
        return List.copyOf(sketch.portals);
    }

    private void province(String id, int cities) {
        portals.add(portal(id, null, host(id), chance.nextDouble() < WITHOUT_CHATBOT));
        for (int city = 0; city < cities; city++) {
            String its = id.replaceFirst("p", "c") + (char) ('a' + city);
            boolean shares = chance.nextDouble() < SHARING;
            double fate = chance.nextDouble();
            Portal drawn = portal(its, id, host(shares ? id : its), fate < WITHOUT_CHATBOT);
            portals.add(
                    !shares && fate >= WITHOUT_CHATBOT && fate < WITHOUT_CHATBOT + WALLED
                            ? drawn.behind(Portal.Door.WALL)
                            : drawn);
        }
    }

    private Portal portal(String id, @Nullable String parent, String host, boolean withoutChatbot) {
        Portal.Door door = withoutChatbot ? Portal.Door.NO_CHATBOT : DOORS.get(chance.nextInt(DOORS.size()));
        return new Portal(id, parent, host, door, behaviour());
    }

    private DemoBehaviour behaviour() {
        DemoBehaviour drawn = DemoBehaviour.standard()
                .withPace(0.3 + 0.7 * chance.nextDouble())
                .withContentVersion(chance.nextDouble() < REVISED ? 2 : 1)
                .withDelay(DemoBehaviour.ANY, Duration.ofMillis(100 + chance.nextInt(2400)));
        return chance.nextDouble() < FAULTY
                ? drawn.withFault(
                        MATTERS.get(chance.nextInt(MATTERS.size())), FAULTS.get(chance.nextInt(FAULTS.size())))
                : drawn;
    }

    private static String host(String id) {
        return id + Country.DOMAIN;
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }
}
