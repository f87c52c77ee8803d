package org.wenda.portal;

/** The two levels of government that the founding report compares, and the demonstration. */
public enum Level {
    PROVINCE,
    CITY,
    DEMO
}
