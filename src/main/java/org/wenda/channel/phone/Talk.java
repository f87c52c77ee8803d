package org.wenda.channel.phone;

import java.util.List;

/**
 * The part of a conversation that one screen shows.
 *
 * @param area where the list is
 * @param lines from the top down
 */
record Talk(Bounds area, List<Line> lines) {
    Talk {
        lines = List.copyOf(lines);
    }

    /** Returns the same without lines of which less than so many pixels of height can be seen. */
    Talk withoutSlivers(int least) {
        return new Talk(
                area,
                lines.stream().filter(line -> line.bounds().height() >= least).toList());
    }
}
