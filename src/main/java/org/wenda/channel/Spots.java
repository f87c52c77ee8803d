package org.wenda.channel;

import java.util.List;
import org.wenda.portal.Profile;
import org.wenda.transcript.Move;

/** Where a profile leads, as it is kept of a visit. */
public final class Spots {
    private Spots() {}

    public static Move.Spot of(Profile profile) {
        Profile.Mark input = profile.input();
        List<String> pressed = profile.steps().stream().map(Profile.Mark::words).toList();
        return new Move.Spot(pressed, input.words(), input.tag(), input.path(), input.frames());
    }
}
