package org.wenda.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.wenda.evidence.RunRecord;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.words.Message;

/** Is told how a run goes on, from several threads at once. */
public interface RunListener extends LinkStep.Listener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** It is settled how many conversations are to be held with each host. */
    default void hosts(Map<String, Integer> errands) {}

    /** So many conversations will be held at the same time at most. */
    default void working(int workers) {}

    /**
     * It is settled what is to be done.
     *
     * @param errands how many conversations are to be held
     * @param turns how many questions they have at most
     */
    default void planned(int errands, int turns) {}

    /** A conversation is about to begin. */
    default void visiting(Errand errand) {}

    /** An exchange has been stored. */
    default void stored(Errand errand, Exchange exchange) {}

    /** An exchange has been stored once more, because the chatbot added something to its reply. */
    default void amended(Errand errand, Exchange before, Exchange after) {}

    /** A link of the conversation was clicked, or could not be, and what came of it has been stored. */
    default void clicked(Errand errand, Landing landing) {}

    /**
     * A chatbot was not where its profile says, and was found anew.
     *
     * @param profile what became of the profile
     */
    default void moved(Errand errand, RunRecord.Moved moved, Message profile) {}

    /** Something beside the questions could not be observed; the conversation goes on without it. */
    default void missed(Errand errand, Message why) {}

    /**
     * There is too little room on the disk, so everybody stands still.
     *
     * @param mebibytes how much is free
     * @param needed how much is needed, in MiB, before anything more is asked
     * @param patience how long it is waited for
     */
    default void roomless(long mebibytes, long needed, Path folder, Duration patience) {}

    /**
     * There is room again, and the run goes on.
     *
     * @param stood how long it stood still until now, in all
     */
    default void roomAgain(Duration stood) {}

    /** A conversation is over. */
    default void over(Errand errand) {}

    /** Manners forbid to hold a conversation now. */
    default void postponed(Errand errand, Instant until, Message why) {}
}
