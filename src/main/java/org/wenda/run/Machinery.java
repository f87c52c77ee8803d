package org.wenda.run;

import java.time.Duration;

/**
 * Decides what a fault of this machine means for the run. One browser that dies, or one file that cannot be written,
 * costs one errand; where nothing ever worked, or nothing works any more, the run is over. Shared by all workers.
 */
final class Machinery {
    /** How often a browser is started for one errand. */
    static final int STARTS = 3;

    /** So many errands in a row that met the same fault say that the next would meet it too. */
    static final int IN_A_ROW = 5;

    private boolean hasStarted;
    private int withoutBrowser;
    private int unstored;

    /** A browser came to an address, or to what keeps it from there. */
    synchronized void started() {
        hasStarted = true;
        withoutBrowser = 0;
    }

    /** Returns whether a browser is to be tried once more for the same errand. */
    synchronized boolean mayTryAgain(int starts) {
        return hasStarted && starts < STARTS;
    }

    /** A machine that is short of memory for a moment has some again later. */
    static Duration pause(int starts) {
        return Duration.ofSeconds(starts == 1 ? 1 : 5);
    }

    /** No browser could be had for an errand. Returns whether others are to be done all the same. */
    synchronized boolean goesOnWithoutBrowser() {
        withoutBrowser++;
        return hasStarted && withoutBrowser < IN_A_ROW;
    }

    synchronized void stored() {
        unstored = 0;
    }

    /** Something of an errand could not be stored. Returns whether others are to be done all the same. */
    synchronized boolean goesOnUnstored() {
        unstored++;
        return unstored < IN_A_ROW;
    }
}
