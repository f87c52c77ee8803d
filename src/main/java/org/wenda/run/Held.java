package org.wenda.run;

import org.wenda.transcript.Transcript;
import org.wenda.words.Message;

/** What became of an errand. */
public sealed interface Held {
    /** There is a record of it, be it of a conversation or of why there was none. */
    record Recorded(Transcript transcript) implements Held {}

    /** It is left to be done when the run is resumed. */
    record Left(Message why) implements Held {}
}
