package org.wenda.link;

/** In which manner a chatbot offers a link. */
public enum LinkKind implements Wired {
    ANCHOR("anchor"),
    /** Reads like one of the reply's buttons. */
    BUTTON("button"),
    /** Several lines behind one link: a title with what is said about it. */
    CARD("card"),
    /** An address that stands in the text and cannot be pressed. */
    TEXT_ADDRESS("text-address"),
    PHONE("phone"),
    /** Opens only inside an app such as WeChat or Alipay. */
    MINI_PROGRAM("mini-program");

    private final String wire;

    LinkKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /**
     * Returns the kind that stands in files as {@code wire}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LinkKind ofWire(String wire) {
        return Wired.find(values(), wire);
    }
}
