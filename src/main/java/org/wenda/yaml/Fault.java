package org.wenda.yaml;

import java.nio.file.Path;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** Something wrong at one spot of a file. */
public record Fault(Spot spot, Message message) {
    Problem in(Path file) {
        return new Problem(YamlFolder.shown(file) + ":" + spot.line() + ":" + spot.column(), message);
    }

    /** Where something stands, counted from 1. */
    public record Spot(int line, int column) implements Comparable<Spot> {
        static final Spot START = new Spot(1, 1);

        @Override
        public int compareTo(Spot other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
    }
}
