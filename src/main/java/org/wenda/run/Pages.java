package org.wenda.run;

import java.util.List;
import java.util.stream.Stream;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

/** Makes the pages and reports of a run from what is stored. */
@FunctionalInterface
public interface Pages {
    Written write(RunDirectory directory, Lang lang);

    /**
     * What came of it.
     *
     * @param disagreements where the stored files and the pages contradict each other or cannot be read
     * @param notes what is missing from the pages for another reason
     */
    record Written(List<Problem> disagreements, List<Problem> notes) {
        public Written {
            disagreements = List.copyOf(disagreements);
            notes = List.copyOf(notes);
        }

        /** Returns the same, with what was lost before the pages were made. */
        public Written and(List<Problem> lost) {
            return new Written(
                    Stream.concat(lost.stream(), disagreements.stream()).toList(), notes);
        }

        /** Returns the same, with what is missing besides. */
        public Written noting(List<Problem> more) {
            return new Written(
                    disagreements, Stream.concat(notes.stream(), more.stream()).toList());
        }
    }
}
