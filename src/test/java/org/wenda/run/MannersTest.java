package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.config.PacingSettings;
import org.wenda.words.Lang;

public final class MannersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 23, 2, 0, 0, 0, ZONE);
    private static final LocalDate TODAY = NOW.toLocalDate();

    private final Manners manners = new Manners(settings(null, null));

    @DataProvider
    Object[][] turns() {
        return new Object[][] {
            // last turn ago, chance, wait in ms
            {null, 0.9, 0},
            {Duration.ZERO, 0.0, 5_000},
            {Duration.ZERO, 0.5, 6_000},
            {Duration.ofSeconds(2), 0.5, 4_000},
            {Duration.ofSeconds(7), 0.5, 0},
            {Duration.ofHours(-1), 0.0, 5_000}, // the clock was set back meanwhile
        };
    }

    @Test(dataProvider = "turns")
    public void restsBetweenTurns(@Nullable Duration ago, double chance, long millis) {
        HostState state =
                new HostState(TODAY, 1, ago == null ? null : NOW.toInstant().minus(ago), null, null);

        assertThat(manners.beforeTurn(state, NOW, chance)).isEqualTo(new Leave.After(Duration.ofMillis(millis)));
    }

    @Test
    public void restsThreeSecondsWhateverTheSettingsSay() {
        PacingSettings hasty = new PacingSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 10, null, null);
        HostState state = HostState.NEW.asked(TODAY, NOW.toInstant());

        assertThat(new Manners(hasty).beforeTurn(state, NOW, 0)).isEqualTo(new Leave.After(Duration.ofSeconds(3)));
    }

    @Test
    public void restsBetweenVisits() {
        HostState state = HostState.NEW.left(NOW.toInstant().minusSeconds(4));

        assertThat(manners.beforeVisit(state, NOW, 0)).isEqualTo(new Leave.After(Duration.ofSeconds(16)));
    }

    @Test
    public void restsBeforeALinkAsBetweenTurns() {
        HostState heard = new HostState(TODAY, 1, NOW.toInstant().minusSeconds(2), null, null);
        HostState left = HostState.NEW.left(NOW.toInstant().minusSeconds(4));

        assertThat(request(heard)).isEqualTo(new Leave.After(Duration.ofSeconds(3)));
        assertThat(request(left)).isEqualTo(new Leave.After(Duration.ofSeconds(1)));
    }

    @Test
    public void followsLinksWhenTheBudgetIsUsedUp() {
        assertThat(request(new HostState(TODAY, 10, null, null, null))).isEqualTo(new Leave.After(Duration.ZERO));
    }

    @Test
    public void restsBeforeAVisitThatALinkCameBefore() {
        HostState state = HostState.NEW.requested(NOW.toInstant());

        assertThat(manners.beforeVisit(state, NOW, 0)).isEqualTo(new Leave.After(Duration.ofSeconds(5)));
    }

    @Test
    public void leavesALinkAloneWhoseHostWantsALongerRestThanIsWaitedFor() {
        HostState state = HostState.NEW.restingUntil(NOW.toInstant().plusSeconds(90));

        assertThat(manners.beforeRequest(state, NOW, 0, Duration.ofSeconds(90)))
                .isEqualTo(new Leave.After(Duration.ofSeconds(90)));
        assertPostponed(
                manners.beforeRequest(state, NOW, 0, Duration.ofSeconds(89)),
                "2026-11-22T18:01:30Z",
                "The host asked to be left alone until 2026-11-23 02:01; `wenda links RUN` then follows what was left.");
    }

    @Test
    public void followsNoLinkInQuietHours() {
        Manners quiet = new Manners(settings(LocalTime.of(23, 0), LocalTime.of(6, 0)));

        assertPostponed(
                quiet.beforeRequest(HostState.NEW, NOW, 0, Manners.PATIENCE),
                "2026-11-22T22:00:00Z",
                "These are the hours in which no host is asked. They end at 2026-11-23 06:00;"
                        + " `wenda links RUN` then follows what was left.");
    }

    private Leave request(HostState state) {
        return manners.beforeRequest(state, NOW, 0, Manners.PATIENCE);
    }

    @Test
    public void postponesToTomorrowWhenTheBudgetIsUsedUp() {
        HostState state = new HostState(TODAY, 10, null, null, null);

        assertPostponed(
                manners.beforeTurn(state, NOW, 0),
                "2026-11-23T16:00:00Z",
                "The host has had its 10 questions of the day. It may be asked again from 2026-11-24 00:00;"
                        + " `wenda resume` then goes on.");
    }

    @Test
    public void givesANewBudgetEveryDay() {
        HostState state = new HostState(TODAY.minusDays(1), 10, null, null, null);

        assertThat(manners.beforeTurn(state, NOW, 0)).isEqualTo(new Leave.After(Duration.ZERO));
    }

    @Test
    public void waitsWhereTheHostAsksForAShortRest() {
        HostState state = HostState.NEW.restingUntil(NOW.toInstant().plusSeconds(90));

        assertThat(manners.beforeVisit(state, NOW, 0)).isEqualTo(new Leave.After(Duration.ofSeconds(90)));
    }

    @Test
    public void postponesWhereTheHostAsksForALongRest() {
        HostState state = HostState.NEW.restingUntil(NOW.toInstant().plusSeconds(3600));

        assertPostponed(
                manners.beforeVisit(state, NOW, 0),
                "2026-11-22T19:00:00Z",
                "The host asked to be left alone until 2026-11-23 03:00; `wenda resume` then goes on.");
    }

    @DataProvider
    Object[][] quietHours() {
        return new Object[][] {
            // from, until, when they end; null if it is not quiet at 02:00
            {"23:00", "06:00", "2026-11-22T22:00:00Z"},
            {"01:00", "03:00", "2026-11-22T19:00:00Z"},
            {"02:00", "03:00", "2026-11-22T19:00:00Z"},
            {"01:00", "02:00", null},
            {"08:00", "20:00", null},
            {"02:00", "02:00", null},
        };
    }

    @Test(dataProvider = "quietHours")
    public void asksNobodyInQuietHours(String from, String until, @Nullable String end) {
        Leave leave =
                new Manners(settings(LocalTime.parse(from), LocalTime.parse(until))).beforeVisit(HostState.NEW, NOW, 0);

        Leave expected = leave instanceof Leave.Later later && end != null
                ? new Leave.Later(Instant.parse(end), later.why())
                : new Leave.After(Duration.ZERO);
        assertThat(leave).isEqualTo(expected);
        assertThat(leave instanceof Leave.Later).isEqualTo(end != null);
    }

    @Test
    public void waitsForTheLastMinutesOfQuietHours() {
        Manners quiet = new Manners(settings(LocalTime.of(23, 0), LocalTime.of(2, 5)));

        assertThat(quiet.beforeTurn(HostState.NEW, NOW, 0)).isEqualTo(new Leave.After(Duration.ofMinutes(5)));
    }

    private static void assertPostponed(Leave leave, String until, String why) {
        assertThat(leave).isInstanceOfSatisfying(Leave.Later.class, later -> {
            assertThat(later.until()).isEqualTo(Instant.parse(until));
            assertThat(later.why().in(Lang.EN)).isEqualTo(why);
        });
    }

    private static PacingSettings settings(@Nullable LocalTime from, @Nullable LocalTime until) {
        return new PacingSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(20), 10, from, until);
    }
}
