package org.wenda.config;

import java.time.Duration;

/**
 * What a run does when the disk is full.
 *
 * @param leastMebibytes under this nothing is asked, because what is heard has to be kept
 * @param patience how long the run waits for somebody to make room; zero for not at all
 */
public record RoomSettings(int leastMebibytes, Duration patience) {}
