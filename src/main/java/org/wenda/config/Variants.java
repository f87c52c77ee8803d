package org.wenda.config;

/** How many other wordings of a scenario's opening turn are asked, each in a fresh conversation. */
public enum Variants {
    NONE,
    /** One on the web, none in apps, where each conversation costs the start of the app. */
    WEB,
    ONE,
    ALL
}
