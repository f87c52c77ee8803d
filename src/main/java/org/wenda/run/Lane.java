package org.wenda.run;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.portal.Platform;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * The errands of one host, done one after the other by one worker. Lanes of one run may be worked on at the same time.
 */
public final class Lane implements AutoCloseable {
    private static final int VAIN_VISITS = 2;

    private final String name;
    private final List<Errand> errands;
    private final Run run;
    private final Map<String, Vain> vain = new HashMap<>();
    private @Nullable Outcome refusal;
    private @Nullable Postponed postponed;
    private volatile @Nullable CuttableChannel channel;

    Lane(String name, List<Errand> errands, Run run) {
        this.name = name;
        this.errands = List.copyOf(errands);
        this.run = run;
    }

    /** Returns the host, or the target where no address is known. */
    public String name() {
        return name;
    }

    /** Returns what is to be done, in this order. */
    public List<Errand> errands() {
        return errands;
    }

    /**
     * Does one errand. Never throws for what a chatbot, a page or a browser does.
     *
     * @throws MachineException if nothing can be started or stored on this machine; the run is then over
     */
    public Held hold(Errand errand) {
        if (run.isOver()) {
            return left(errand, words("left-stopped"));
        }
        run.listener().visiting(errand);
        try {
            return recorded(errand);
        } catch (MachineException e) {
            run.fail(e);
            throw e;
        } finally {
            run.listener().over(errand);
        }
    }

    private Held recorded(Errand errand) {
        Interview interview = run.interview(errand);
        URI address = errand.target().address();
        if (address == null) {
            return new Held.Recorded(interview.decline(
                    Outcome.UNREACHABLE,
                    words(errand.target().platform() == Platform.MOBILE ? "no-app" : "no-address")));
        }
        if (refusal != null) {
            return new Held.Recorded(interview.decline(refusal, words("host-refused", name)));
        }
        Vain visits = vain.getOrDefault(errand.target().id(), Vain.NONE);
        if (visits.count() >= VAIN_VISITS) {
            return new Held.Recorded(interview.decline(visits.last(), words("given-up", visits.count())));
        }
        return postponed == null ? visit(errand, address, interview) : left(errand, postponed.why());
    }

    private Held visit(Errand errand, URI address, Interview interview) {
        try (Pacer.Visit visit = run.means().pacer().visit(address)) {
            Optional<Arrival> arrival = arrive(errand, address, interview);
            boolean sound = arrival.isPresent() && interview.hold(arrival.get(), channel(errand), visit);
            if (!sound) {
                close();
            }
            Transcript transcript = interview.finish();
            learn(transcript);
            return new Held.Recorded(transcript);
        } catch (Postponed later) {
            postponed = later;
            interview.finishIfBegun();
            run.listener().postponed(errand, later.until(), later.why());
            return left(errand, later.why());
        } catch (InterruptedException e) {
            interview.finishIfBegun();
            return left(errand, words("left-stopped"));
        }
    }

    /** A browser that died since the last errand is no reason to stop; one that dies at its start is. */
    private Optional<Arrival> arrive(Errand errand, URI address, Interview interview) throws InterruptedException {
        boolean used = channel != null;
        try {
            return interview.arrive(channel(errand), address);
        } catch (MachineException e) {
            close();
            if (!used) {
                throw e;
            }
            return interview.arrive(channel(errand), address);
        }
    }

    private void learn(Transcript transcript) {
        Outcome outcome =
                transcript.exchanges().get(transcript.exchanges().size() - 1).outcome();
        if (Judgement.hostRefuses(outcome)) {
            refusal = outcome;
        }
        int before = vain.getOrDefault(transcript.target(), Vain.NONE).count();
        vain.put(transcript.target(), Judgement.isVain(outcome) ? new Vain(before + 1, outcome) : Vain.NONE);
    }

    /** How many visits in a row came to nobody, and how the last of them ended. */
    private record Vain(int count, Outcome last) {
        static final Vain NONE = new Vain(0, Outcome.ANSWERED);
    }

    private Channel channel(Errand errand) {
        CuttableChannel ready = channel;
        if (ready == null) {
            ready = new CuttableChannel(run.means().channels().start(errand.target()));
            channel = ready;
        }
        return ready;
    }

    private Held left(Errand errand, Message why) {
        run.leave(errand, why);
        return new Held.Left(why);
    }

    private static Message words(String key, Object... args) {
        return Message.of(Lane.class, key, args);
    }

    /** Stops waiting for a reply; for use by another thread once the run is to end. */
    void cut() {
        Optional.ofNullable(channel).ifPresent(CuttableChannel::cut);
    }

    /** Closes the browser. The lane can be worked on further; the next errand starts a new one. */
    @Override
    public void close() {
        CuttableChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
