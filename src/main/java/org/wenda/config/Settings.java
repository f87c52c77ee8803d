package org.wenda.config;

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
        EvidenceSettings evidence) {}
