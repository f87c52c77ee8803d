package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testng.annotations.Test;
import org.wenda.scenario.Scenario;

/** Lanes that only say what is next; nothing of them is done. */
public final class RotaTest {
    private static final Scenario CARD = Matters.scenario("card", Matters.critical("opening", "怎么申领？"));

    private final SetClock clock = new SetClock();

    @Test
    public void letsAllHostsGetEquallyFar() throws InterruptedException {
        Rota rota = rota(Duration.ZERO, lane("long", 4), lane("short", 2));

        assertThat(oneByOne(rota)).containsExactly("long", "short", "long", "long", "short", "long");
    }

    @Test
    public void goesElsewhereWhileAHostRests() throws InterruptedException {
        Rota rota = rota(Duration.ofSeconds(10), lane("long", 3), lane("short", 1));

        assertThat(oneByOne(rota)).containsExactly("long", "short", "long", "long");
    }

    @Test
    public void givesNoHostToTwoWorkers() throws InterruptedException {
        Rota rota = rota(Duration.ZERO, lane("long", 5), lane("short", 1));

        Lane first = Objects.requireNonNull(rota.take());
        Lane second = Objects.requireNonNull(rota.take());

        assertThat(List.of(first.name(), second.name())).containsExactly("long", "short");
        assertThat(rota.taken()).hasSize(2);
    }

    @Test
    public void takesTurnsBetweenTargetsOfOneHost() {
        List<Errand> errands = Stream.of("a-web", "b-web")
                .flatMap(id -> Stream.of("one", "two")
                        .map(scenario -> new Errand(Matters.target(id, 8001), Matters.scenario(scenario))))
                .toList();

        assertThat(new Plan(errands).byHost().get("127.0.0.1:8001"))
                .extracting(Errand::name)
                .containsExactly("a-web one", "b-web one", "a-web two", "b-web two");
    }

    private List<String> oneByOne(Rota rota) throws InterruptedException {
        List<String> order = new ArrayList<>();
        for (Lane lane = rota.take(); lane != null; lane = rota.take()) {
            lane.next();
            order.add(lane.name());
            rota.giveBack(lane);
        }
        return order;
    }

    private Rota rota(Duration rest, Lane... lanes) {
        return new Rota(List.of(lanes), lane -> rest, clock);
    }

    @SuppressWarnings("NullAway") // a run is asked only when an errand is done
    private static Lane lane(String name, int errands) {
        return new Lane(
                name,
                Stream.generate(() -> new Errand(Matters.target(name, 8001), CARD))
                        .limit(errands)
                        .toList(),
                null);
    }
}
