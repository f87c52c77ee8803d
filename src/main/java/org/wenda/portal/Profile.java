package org.wenda.portal;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a chatbot was found, so that it need not be searched again. A person can read and correct it.
 *
 * @param target id of the target
 * @param address the page it was found on
 * @param saved the day it was found
 * @param steps what has to be clicked before the input is there, in order: notices to close, the launcher
 * @param input where the question is typed
 * @param send what sends it; null if the Enter key does
 */
public record Profile(
        String target,
        URI address,
        LocalDate saved,
        List<Mark> steps,
        Mark input,
        @Nullable Mark send) {
    public Profile {
        steps = List.copyOf(steps);
    }

    /** Returns the same way to the chatbot as the profile of another target. */
    public Profile of(String id) {
        return new Profile(id, address, saved, steps, input, send);
    }

    /**
     * How to recognise one element again.
     *
     * @param frames the frames it lies in, outermost first, each by its address without query; empty on the page itself
     * @param path CSS selectors from the document down to the element, one for each shadow root on the way
     * @param words what it reads or is labelled; empty if nothing
     * @param tag its tag name in lower case
     */
    public record Mark(List<String> frames, List<String> path, String words, String tag) {
        public Mark {
            frames = List.copyOf(frames);
            path = List.copyOf(path);
        }
    }
}
