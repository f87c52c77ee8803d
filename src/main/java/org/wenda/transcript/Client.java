package org.wenda.transcript;

import java.time.Duration;

/**
 * What the conversation was held with.
 *
 * @param browser name and version as the driver reports them
 * @param driver name and version of the driver
 * @param platform operating system as the driver reports it
 * @param clockOffset the page's wall clock minus this machine's
 * @param clockError bound of {@code clockOffset}: half the round trip in which it was measured
 */
public record Client(String browser, String driver, String platform, Duration clockOffset, Duration clockError) {}
