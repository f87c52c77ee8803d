package org.wenda.run;

import java.util.ArrayList;
import java.util.List;
import org.wenda.channel.Channel;
import org.wenda.transcript.AccessCheck;
import org.wenda.transcript.Feature;
import org.wenda.transcript.NetworkRequest;
import org.wenda.words.Message;

/**
 * Observes a chatbot's window in the course of one conversation, beside what is said in it. What cannot be observed is
 * told, and missed.
 */
final class Sightings {
    private final Errand errand;
    private final Archive archive;
    private final RunListener listener;
    private final List<Feature> seen = new ArrayList<>();
    private boolean hasRequests;

    /** @param earlier what was seen in this conversation before the run was cut */
    Sightings(Errand errand, List<Feature> earlier, Archive archive, RunListener listener) {
        this.errand = errand;
        this.archive = archive;
        this.listener = listener;
        this.seen.addAll(earlier);
    }

    List<Feature> seen() {
        return List.copyOf(seen);
    }

    /** The window is the same in every conversation about a scenario; one look at it is enough. */
    void opening(Channel channel) {
        if (errand.trial().isOrdinary()) {
            attempt("look-missed", () -> seen.addAll(channel.features(Channel.Stage.OPENING)));
            attempt("replay-missed", channel::beginReplay);
        }
    }

    /**
     * Hints are waited for, so they are looked for once a target, and not before its first question where another is to
     * follow: whoever began the run waits for that one.
     *
     * @param number which question of the conversation this is, from 1
     */
    void typed(Channel channel, int number) {
        boolean isFirstOfSeveral = number == 1 && errand.scenario().turns().size() > 1;
        if (!isFirstOfSeveral && archive.claim("hints", errand.target().id())) {
            attempt("look-missed", () -> seen.addAll(channel.features(Channel.Stage.TYPED)));
        }
    }

    void end(Channel channel) {
        if (!errand.trial().isOrdinary()) {
            return;
        }
        requests(channel);
        attempt("replay-missed", () -> keepReplay(channel));
        attempt("look-missed", () -> seen.addAll(channel.features(Channel.Stage.END)));
        if (archive.claim("axe", errand.target().id())) {
            attempt("axe-missed", () -> keepAccessCheck(channel));
        }
    }

    /** Keeps what the pages asked for so far, once: what links lead to is no part of the conversation. */
    void requests(Channel channel) {
        if (!hasRequests && errand.trial().isOrdinary()) {
            hasRequests = true;
            attempt("network-missed", () -> keepRequests(channel));
        }
    }

    private void keepRequests(Channel channel) {
        List<NetworkRequest> requests = channel.network();
        if (!requests.isEmpty()) {
            archive.network(errand, requests);
        }
    }

    private void keepReplay(Channel channel) {
        String film = channel.replay();
        if (film != null) {
            archive.replay(errand, film);
        }
    }

    private void keepAccessCheck(Channel channel) {
        AccessCheck check = channel.accessCheck();
        if (check != null) {
            archive.accessCheck(errand, check);
        }
    }

    /** A browser that is lost shows at the next question, which is what counts. */
    private void attempt(String key, Runnable observation) {
        try {
            observation.run();
        } catch (RuntimeException e) {
            listener.missed(errand, Message.of(Sightings.class, key, firstLine(e)));
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
