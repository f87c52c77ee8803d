package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.BagCheck;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;

/**
 * Kills runs as {@code kill -9} does, at moments that chance chooses, and resumes each until it ends by itself: once,
 * and fifty times under {@code wenda.full}.
 */
@SuppressWarnings("NullAway.Init")
public final class KillIT {
    private static final int KILLS = Boolean.getBoolean("wenda.full") ? 50 : 1;
    private static final int TURNS = 3 * 3;

    private final List<String> faults = new ArrayList<>();
    private int kills;
    private int finished;
    private long askedTwice;

    @BeforeClass
    void killAndResume() throws Exception {
        Random chance = new Random(7);
        while (kills < KILLS) {
            try (Country country = Country.open(List.of(portal("pa"), portal("pb"), portal("pc")))) {
                Path home = Files.createTempDirectory("killed");
                country.furnish(home, List.of("links.clicks = 1"), true);
                oneRun(country, new Operator(home, home.resolve("reports")), chance);
            }
        }
    }

    private static Portal portal(String id) {
        return new Portal(
                id,
                null,
                id + Country.DOMAIN,
                Portal.Door.CHAT_PAGE,
                DemoBehaviour.standard().withPace(0.3));
    }

    /** Sees one run through to its end, however often it is killed on the way. */
    private void oneRun(Country country, Operator operator, Random chance) throws Exception {
        Set<String> kept = new HashSet<>();
        int before = 0;
        while (true) {
            Operator.Started started = operator.runs().isEmpty()
                    ? operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "2")
                    : operator.resume(operator.runs().get(0), "--parallel", "2");
            boolean ended = kills >= KILLS ? started.end() >= 0 : endsBeforeItsKill(country, started, before, chance);
            if (!ended) {
                started.kill();
                kills++;
            }
            List<Country.Heard> heard = country.heard().toList();
            askedAgain(kept, heard.subList(before, heard.size()));
            before = heard.size();
            if (operator.runs().isEmpty()) {
                require(heard.isEmpty(), "something was asked before the run was on the disk");
                continue;
            }
            Set<String> now = kept(RunDirectory.open(operator.runs().get(0)).read());
            require(now.containsAll(kept), "lost: " + kept + " is now " + now);
            kept = now;
            if (ended) {
                ended(operator.runs().get(0), started, heard);
                return;
            }
        }
    }

    /**
     * Waits for a moment that chance chooses: every other time any, the start of the program included; or else a moment
     * after it has asked something, since on a busy machine most of the time goes into starting.
     *
     * @param before how many questions the servers had heard when it was started
     * @return whether it ended by itself before
     */
    private boolean endsBeforeItsKill(Country country, Operator.Started started, int before, Random chance)
            throws InterruptedException {
        if (kills % 2 == 1) {
            return started.endsWithin(1000 + chance.nextInt(14_000));
        }
        while (country.heard().count() == before) {
            if (started.endsWithin(20)) {
                return true;
            }
        }
        return started.endsWithin(chance.nextInt(5000));
    }

    private void ended(Path run, Operator.Started started, List<Country.Heard> heard) throws IOException {
        StoredRun stored = RunDirectory.open(run).read();
        require(
                started.process().exitValue() == 0,
                "ended with " + started.process().exitValue() + started.said());
        // In a fresh conversation the chatbot may ask back, and an option is then pressed for the same turn.
        long turns = stored.exchanges().stream()
                .map(exchange -> exchange.target() + exchange.turn())
                .distinct()
                .count();
        long sent = stored.exchanges().stream()
                .filter(exchange -> exchange.timing() != null)
                .count();
        require(turns == TURNS, "kept " + turns + " turns");
        require(stored.problems().isEmpty(), String.valueOf(stored.problems()));
        require(heard.size() >= sent, "the servers heard only " + heard.size());
        askedTwice += heard.size() - sent;
        try (Stream<Path> bundles = Files.list(run.resolve("bundles"))) {
            for (Path bundle : bundles.toList()) {
                require(
                        BagCheck.check(bundle).faults().isEmpty(),
                        bundle + " " + BagCheck.check(bundle).faults());
            }
        }
        finished++;
    }

    /** What was on the disk when the run was killed must not reach a server again. */
    private void askedAgain(Set<String> kept, List<Country.Heard> heard) {
        heard.stream()
                .map(one -> one.portal().target() + " " + one.asked().text())
                .filter(kept::contains)
                .forEach(again -> faults.add("asked again: " + again));
    }

    private static Set<String> kept(StoredRun stored) {
        Set<String> kept = new HashSet<>();
        for (Exchange exchange : stored.exchanges()) {
            if (exchange.timing() != null) {
                kept.add(exchange.target() + " " + exchange.question());
            }
        }
        return kept;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add("after " + kills + " kills: " + otherwise);
        }
    }

    @Test
    public void losesNothingAndAsksNothingAgainThatItKept() {
        assertThat(faults).isEmpty();
        assertThat(kills).isEqualTo(KILLS);
        assertThat(finished).isPositive();
    }

    /** What was being answered when the run was killed is nowhere but in the server's log, and is asked once more. */
    @Test
    public void asksAgainOnlyWhatWasBeingAnswered() {
        assertThat(askedTwice).isLessThanOrEqualTo(2L * kills);
    }

    @AfterClass(alwaysRun = true)
    void tell() {
        Reporter.log("killed " + kills + " times; runs that ended: " + finished + "; asked again because"
                + " they were being answered: " + askedTwice);
    }
}
