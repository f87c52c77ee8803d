package org.wenda.run;

import java.util.List;
import org.wenda.portal.Platform;

/**
 * What somebody wants to be asked, as it was typed.
 *
 * @param whom ids of jurisdictions, and addresses
 * @param all whether every jurisdiction is meant, the demonstration city left out
 * @param platforms where they are to be met
 * @param scenarios ids of scenarios; empty means all
 * @param trials what is asked beside the ordinary conversations
 * @param keepRaw whether what was said is also to be kept with the numbers of people unmasked
 */
public record Wish(
        List<String> whom,
        boolean all,
        List<Platform> platforms,
        List<String> scenarios,
        Trials trials,
        boolean keepRaw) {
    public Wish {
        whom = List.copyOf(whom);
        platforms = List.copyOf(platforms);
        scenarios = List.copyOf(scenarios);
    }

    /** Wishes for the ordinary conversations only, and for everything that is kept to be masked. */
    public Wish(List<String> whom, boolean all, List<Platform> platforms, List<String> scenarios) {
        this(whom, all, platforms, scenarios, Trials.NONE, false);
    }
}
