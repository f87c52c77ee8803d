package org.wenda.gallery;

/** How long the bot takes. What it says does not depend on it. */
public enum Tempo {
    /** A fifteenth of {@link #LIFELIKE}: most delays lie under 400 ms, so that 200 turns stay short. */
    BRISK(15, 3),
    /** Delays of 0.3 to 6 s, pauses of up to 2.5 s, gaps of up to 2 s. */
    LIFELIKE(1, 1);

    private final int divisor;
    private final int tokenDivisor;

    Tempo(int divisor, int tokenDivisor) {
        this.divisor = divisor;
        this.tokenDivisor = tokenDivisor;
    }

    /** Returns a delay between two bounds, the same for the same seed. */
    int between(int shortestMs, int longestMs, int seed) {
        return (shortestMs + Math.floorMod(seed * 31 + 17, longestMs - shortestMs + 1)) / divisor;
    }

    /** Returns the time between two tokens of a stream. */
    int token(int seed) {
        return (20 + Math.floorMod(seed * 37, 61)) / tokenDivisor;
    }
}
