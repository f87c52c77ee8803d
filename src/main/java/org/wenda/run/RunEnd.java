package org.wenda.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord.Totals;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * A run that is over.
 *
 * @param directory where everything lies
 * @param index the page to open first
 * @param totals what was counted while it was done
 * @param left errands that are left to be done, and why
 * @param pages what came of making the pages
 * @param fault what stopped this machine; null if nothing did
 */
public record RunEnd(
        Ending ending,
        Path directory,
        Path index,
        Totals totals,
        List<LeftErrand> left,
        Pages.Written pages,
        @Nullable MachineException fault) {
    public RunEnd {
        left = List.copyOf(left);
    }

    /** An errand that is left to be done. */
    public record LeftErrand(Errand errand, Message why) {}
}
