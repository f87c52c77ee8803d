package org.wenda.config;

import java.time.Duration;

/**
 * What {@code drivers.properties} says, every key filled in.
 *
 * @param browser which browser and how it is started
 * @param phone which phone and how it is asked for
 * @param pacing manners towards real portals
 * @param limits how long and how much at most
 * @param links how links of answers are followed
 * @param run what a run does beside asking
 * @param evidence how bundles are sealed
 */
public record Settings(
        BrowserSettings browser,
        PhoneSettings phone,
        PacingSettings pacing,
        LimitSettings limits,
        LinkSettings links,
        RunSettings run,
        EvidenceSettings evidence) {
    private static final Duration TO_LOG_IN = Duration.ofMinutes(10);

    /** Returns the same with a person at the phone, who gets ten minutes to log in where the settings say nothing. */
    public Settings attended() {
        return new Settings(browser, phone.attended(TO_LOG_IN), pacing, limits, links, run, evidence);
    }
}
