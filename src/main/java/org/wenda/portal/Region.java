package org.wenda.portal;

/** The three regions of the founding report; its membership is fixed by the published shares. */
public enum Region {
    EAST,
    CENTRAL,
    WEST,
    DEMO
}
