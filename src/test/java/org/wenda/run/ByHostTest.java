package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.Test;

public final class ByHostTest {
    private static final int LONG_ENOUGH_S = 30;

    private final Stop stop = new Stop();

    @Test
    public void worksOnSeveralHostsAtOnce() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(3);
        ConcurrentLinkedQueue<Boolean> met = new ConcurrentLinkedQueue<>();

        new ByHost(3, stop).each(List.of("a1", "b1", "c1"), ByHostTest::host, thing -> {
            together.countDown();
            met.add(together.await(LONG_ENOUGH_S, TimeUnit.SECONDS));
        });

        assertThat(met).containsExactly(true, true, true);
    }

    @Test
    public void keepsTheOrderOfEachHost() throws InterruptedException {
        Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
        AtomicInteger most = new AtomicInteger();

        new ByHost(2, stop).each(List.of("a1", "b1", "a2", "a3", "b2"), ByHostTest::host, thing -> {
            AtomicInteger here = atOnce.computeIfAbsent(host(thing), host -> new AtomicInteger());
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            done.add(thing);
            here.decrementAndGet();
        });

        assertThat(most).hasValue(1);
        assertThat(done.stream().filter(thing -> thing.startsWith("a"))).containsExactly("a1", "a2", "a3");
        assertThat(done.stream().filter(thing -> thing.startsWith("b"))).containsExactly("b1", "b2");
    }

    @Test
    public void handsOnWhatWentWrong() {
        assertThatThrownBy(() -> new ByHost(2, stop).each(List.of("a1", "b1"), ByHostTest::host, thing -> {
                    if (thing.equals("b1")) {
                        throw new IllegalStateException("lost " + thing);
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("lost b1");
    }

    @Test
    public void leavesTheRestOnceItIsToEnd() {
        Stop wish = new Stop();
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

        assertThatThrownBy(() -> new ByHost(1, wish).each(List.of("a1", "a2", "b1"), ByHostTest::host, thing -> {
                    done.add(thing);
                    wish.request();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(done).containsExactly("a1");
    }

    @Test
    public void hasNothingToDoWithNothing() throws InterruptedException {
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

        new ByHost(1, stop).each(List.<String>of(), ByHostTest::host, done::add);

        assertThat(done).isEmpty();
    }

    private static String host(String thing) {
        return thing.substring(0, 1);
    }
}
