package org.wenda.config;

/** How many other wordings of a scenario's opening turn are asked, each in a fresh conversation. */
public enum Variants {
    NONE,
    ONE,
    ALL
}
