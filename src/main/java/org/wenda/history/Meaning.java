package org.wenda.history;

/** How far two texts lie apart in what they mean. Says nothing of figures, and is blind to a 不. */
@FunctionalInterface
public interface Meaning {
    /** Returns 0 for the same and 1 for nothing in common. */
    double apart(String one, String other);
}
