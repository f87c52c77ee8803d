package org.wenda.config;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Manners towards a host. Loopback hosts are not paced.
 *
 * @param betweenTurns least time from the end of a reply to the next question; at least 3 s on real portals
 * @param jitter a random time up to this is added each time
 * @param betweenVisits least time from the end of a visit to the next page load on the same host
 * @param dailyTurns questions a host gets on one day at most
 * @param quietFrom start of the hours in which nobody is asked; null if there are none
 * @param quietUntil end of those hours; null if there are none
 */
public record PacingSettings(
        Duration betweenTurns,
        Duration jitter,
        Duration betweenVisits,
        int dailyTurns,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil) {}
