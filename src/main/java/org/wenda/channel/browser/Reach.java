package org.wenda.channel.browser;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebElement;

/**
 * What following a link needs of a driver: to look into documents of any window, to press what they hold, and to come
 * back. A document may change under every call; what then fails is a {@link org.openqa.selenium.WebDriverException}.
 */
interface Reach {
    /**
     * A document.
     *
     * @param window the window it lies in
     * @param way the frames that lead to it, as the driver knows them; empty for the window's own document
     */
    record Spot(String window, List<Object> way) {
        public Spot {
            way = List.copyOf(way);
        }

        static Spot of(String window) {
            return new Spot(window, List.of());
        }
    }

    /** Returns whether the driver sees, and can stop, what a window asks for; a new one from the first look into it. */
    boolean watches();

    /** Returns the windows that are open, oldest first as far as the driver keeps their order. */
    Set<String> windows();

    /** Returns the document that holds this element. */
    Spot spot(String window, Frames.Place place, WebElement element);

    /** Returns the document inside a frame that this one holds, by its number of {@code walker.held}. */
    Spot frame(Spot spot, int held);

    /** Calls a function of the page scripts with, and for, what JSON can say. */
    @Nullable
    Object call(Spot spot, String function, @Nullable Object... arguments);

    /** Presses an element that the document holds, by its number of {@code walker.held}, with a real click. */
    void press(Spot spot, int held);

    /** Returns a PNG of what the window shows. */
    byte[] picture(String window);

    /** Returns the address that the window shows, or is about to. */
    String address(String window);

    /** Goes back one step in the window's history, without waiting for it. */
    void back(String window);

    void close(String window);
}
