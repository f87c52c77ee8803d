package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.BagCheck;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/**
 * Fills the disk of two nights while an answer is on its way. In one somebody makes room, and it goes on by itself; in
 * the other nobody does in time, and it is resumed. Needs root, for a small disk.
 */
@SuppressWarnings("NullAway.Init")
public final class DiskFullIT {
    private Night given;
    private String standing;
    private long askedStanding;
    private int code;
    private StoredRun kept;
    private long asked;

    private Night refused;
    private int refusedCode;
    private String refusedSaid;
    private long askedMeanwhile;
    private StoredRun full;
    private int resumedCode;
    private String resumedSaid;
    private StoredRun whole;

    @BeforeClass
    void twoNightsOnASmallDisk() throws Exception {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes a minute: ./wenda test --full");
        }
        given = Night.begin("10m");
        makeRoomInTime();
        refused = Night.begin("2s");
        makeRoomTooLate();
    }

    private void makeRoomInTime() throws Exception {
        given.disk.fill();
        while (!given.started.said().contains("Standing still") && !given.started.endsWithin(20)) {
            // What the program says is what is waited for.
        }
        standing = given.started.said();
        askedStanding = given.country.heard().count();
        given.disk.makeRoom();
        code = given.started.end();
        asked = given.country.heard().count();
        kept = given.stored();
    }

    private void makeRoomTooLate() throws Exception {
        refused.disk.fill();
        refusedCode = refused.started.end();
        refusedSaid = refused.started.said();
        askedMeanwhile = refused.country.heard().count();
        full = refused.stored();
        refused.disk.makeRoom();
        Operator.Started again = refused.operator.resume(refused.run());
        resumedCode = again.end();
        resumedSaid = again.said();
        whole = refused.stored();
    }

    /** A night of two portals, the second question of which is just being answered. */
    private record Night(SmallDisk disk, Country country, Operator operator, Operator.Started started) {
        static Night begin(String patience) throws Exception {
            Path home = Files.createTempDirectory("disk");
            Path reports = Files.createDirectory(home.resolve("reports"));
            SmallDisk disk = SmallDisk.at(reports);
            Country country = Country.open(List.of(portal("pa"), portal("pb")));
            country.furnish(home, List.of("links.clicks = 0", "run.room-wait = " + patience), true);
            Operator operator = new Operator(home, reports);
            Operator.Started started =
                    operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "1");
            while (country.heard().count() < 2 && !started.endsWithin(20)) {
                // The servers' log is what is waited for.
            }
            return new Night(disk, country, operator, started);
        }

        Path run() throws IOException {
            return operator.runs().get(0);
        }

        StoredRun stored() throws IOException {
            return RunDirectory.open(run()).read();
        }

        void close() throws Exception {
            country.close();
            disk.unmount();
        }
    }

    private static Portal portal(String id) {
        return new Portal(
                id,
                null,
                id + Country.DOMAIN,
                Portal.Door.CHAT_PAGE,
                DemoBehaviour.standard().withPace(1));
    }

    @Test
    public void asksNobodyWhileItStandsStill() {
        assertThat(standing).contains("and nothing is asked under 64 MiB (run.room). Make room within 600 s");
        assertThat(askedStanding).isEqualTo(2);
    }

    @Test
    public void goesOnByItselfOnceThereIsRoom() throws Exception {
        assertThat(code).as(given.started.said()).isZero();
        assertThat(answered(kept)).hasSize(6);
        assertThat(kept.problems()).isEmpty();
        assertThat(given.started.said()).contains("There is room again.");
    }

    @Test
    public void asksNothingTwiceForWantOfRoom() {
        assertThat(asked).isEqualTo(6);
    }

    @Test
    public void tellsOfTheTurnThatHadToWait() {
        assertThat(kept.exchanges())
                .filteredOn(one -> String.valueOf(one.reason()).contains("There was no room on the disk in this turn"))
                .singleElement()
                .satisfies(one -> assertThat(one.evidence()).hasSize(4));
    }

    @Test
    public void sealsTheBundlesOfTheNightThatWentOn() throws Exception {
        try (Stream<Path> bundles = Files.list(given.run().resolve("bundles"))) {
            assertThat(bundles)
                    .hasSize(2)
                    .allSatisfy(bundle ->
                            assertThat(BagCheck.check(bundle).faults()).isEmpty());
        }
    }

    @Test
    public void saysWhatTheDiskCost() {
        assertThat(refusedSaid).contains("No space left");
    }

    @Test
    public void asksNobodyWhoseAnswersCannotBeKept() {
        assertThat(askedMeanwhile).as(refusedSaid).isEqualTo(2);
        assertThat(refusedCode).as(refusedSaid).isEqualTo(3);
    }

    @Test
    public void keepsWhatWasStoredBefore() {
        assertThat(answered(full)).isNotEmpty();
        assertThat(answered(whole)).containsAll(answered(full));
    }

    @Test
    public void asksTheRestOnceThereIsRoom() {
        assertThat(resumedCode).as(resumedSaid).isZero();
        assertThat(places(whole, Exchange::heard)).as(resumedSaid).hasSize(6);
        // Only who was not told what went before may fail to answer.
        assertThat(whole.exchanges())
                .filteredOn(one -> one.heard() && !one.takenUp())
                .extracting(Exchange::outcome)
                .containsOnly(Outcome.ANSWERED);
        assertThat(whole.problems()).isEmpty();
    }

    /** What the resumed run asked of the portal that it was cut at, and nothing else. */
    @Test
    public void tellsWhatWasAskedWithoutWhatWentBefore() {
        List<String> before = places(full, Exchange::heard);
        String last = before.get(before.size() - 1);
        String cut = last.substring(0, last.indexOf(' ') + 1);
        assertThat(places(whole, Exchange::takenUp))
                .isNotEmpty()
                .allMatch(place -> place.startsWith(cut))
                .doesNotContainAnyElementsOf(before);
    }

    private static List<String> answered(StoredRun stored) {
        return places(stored, one -> one.outcome() == Outcome.ANSWERED);
    }

    private static List<String> places(StoredRun stored, Predicate<Exchange> which) {
        return stored.exchanges().stream()
                .filter(which)
                .map(DiskFullIT::place)
                .distinct()
                .toList();
    }

    private static String place(Exchange one) {
        return one.target() + " " + one.turn();
    }

    @AfterClass(alwaysRun = true)
    void close() throws Exception {
        if (given != null) {
            given.close();
        }
        if (refused != null) {
            refused.close();
        }
    }
}
