package org.wenda.config;

/** How many other wordings of a scenario's opening turn are asked, each in a fresh conversation. */
public enum Variants {
    /** All on this machine, where questions cost nobody anything; one of a real portal. */
    AUTO,
    NONE,
    ONE,
    ALL
}
