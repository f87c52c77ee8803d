package org.wenda.link;

/** Where a link leads, in one word. A closed list that others rely on. */
public enum Verdict implements Wired {
    /** The matter's 办事指南. */
    GUIDE("guide"),
    /** The matter's 在线办理 entry. */
    SERVICE("service"),
    /** The right matter, neither of the two. */
    MATTER("matter"),
    /** Alive, but of another matter, or of none that could be told. */
    OTHER_PAGE("other-page"),
    HOME_PAGE("home-page"),
    LOGIN_WALL("login-wall"),
    /** Says that there is no such page, with a status that says that there is. */
    SOFT_404("soft-404"),
    DEAD("dead"),
    /** The host refuses programs; a citizen may well get through. */
    BLOCKED_FOR_ROBOTS("blocked-for-robots"),
    /** Alive, at a host that is neither the target's nor the government's. */
    OFF_DOMAIN("off-domain"),
    /** Was not requested, or not to its end; the reason says why. */
    NOT_FOLLOWED("not-followed");

    private final String wire;

    Verdict(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** Returns whether a citizen who follows the link comes to a page that says something. */
    public boolean isAlive() {
        return compareTo(LOGIN_WALL) <= 0 || this == OFF_DOMAIN;
    }

    /** Returns whether the link leads to the matter that was asked about. */
    public boolean isRightMatter() {
        return compareTo(MATTER) <= 0;
    }

    /**
     * Returns the verdict that stands in files as {@code wire}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict ofWire(String wire) {
        return Wired.find(values(), wire);
    }
}
