package org.wenda.run;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Arrival;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * The errands of one host, done one after the other, by one worker at a time. Lanes of one run may be worked on at the
 * same time.
 */
final class Lane {
    private static final int VAIN_VISITS = 2;

    /** So many visits in a row that failed say that the host is down, or that we cannot cope with it tonight. */
    private static final int FAILED_VISITS = 3;

    private static final Set<Outcome> FAILURES = EnumSet.of(Outcome.UNREACHABLE, Outcome.SILENT, Outcome.BROKEN);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final String name;
    private final List<Errand> errands;
    private final Run run;
    private final Map<String, Vain> vain = new HashMap<>();
    private int begun;
    private int failures;
    private @Nullable Outcome refusal;
    private @Nullable Postponed postponed;

    Lane(String name, List<Errand> errands, Run run) {
        this.name = name;
        this.errands = List.copyOf(errands);
        this.run = run;
    }

    /** Returns the host, or the target where no address is known. */
    String name() {
        return name;
    }

    /** Returns what is to be done, in this order. */
    List<Errand> errands() {
        return errands;
    }

    synchronized boolean hasNext() {
        return begun < errands.size();
    }

    /** Takes the next errand. */
    synchronized Errand next() {
        return errands.get(begun++);
    }

    /** Returns how many errands nobody has taken. */
    synchronized int left() {
        return errands.size() - begun;
    }

    /** Returns which part of the errands was taken, 0 to 1. */
    synchronized double share() {
        return (double) begun / errands.size();
    }

    /** Does one errand; as {@link Worker#hold}. */
    Held hold(Errand errand, Seat seat) {
        if (run.isOver()) {
            return left(errand, words("left-stopped"));
        }
        if (run.passedDeadline().isPresent()) {
            return left(errand, cut());
        }
        run.listener().visiting(errand);
        try {
            run.room().require();
            Held held = recorded(errand, seat);
            run.machinery().stored();
            return held;
        } catch (NoBrowser e) {
            throw failed(e.cause);
        } catch (MachineException e) {
            if (!run.room().isGivenUp() && run.machinery().goesOnUnstored()) {
                return left(errand, e.said());
            }
            throw failed(e);
        } finally {
            run.listener().over(errand);
        }
    }

    private MachineException failed(MachineException e) {
        run.fail(e);
        return e;
    }

    private Held recorded(Errand errand, Seat seat) throws NoBrowser {
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
        if (failures >= FAILED_VISITS) {
            return left(errand, words("left-failing", name, failures));
        }
        return postponed == null ? visit(errand, address, interview, seat) : left(errand, postponed.why());
    }

    private Held visit(Errand errand, URI address, Interview interview, Seat seat) throws NoBrowser {
        Target target = errand.target();
        try (Pacer.Visit visit = run.means().pacer().visit(address)) {
            Optional<Arrival> arrival = arrive(target, address, interview, seat);
            boolean sound = arrival.isPresent() && interview.hold(arrival.get(), seat.channel(target), visit);
            if (!sound) {
                seat.drop(target.platform());
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
            return left(errand, cut());
        }
    }

    private Message cut() {
        return run.passedDeadline()
                .filter(when -> !run.isOver())
                .map(when -> words("left-deadline", TIME.format(when.atZone(ZoneId.systemDefault()))))
                .orElseGet(() -> words("left-stopped"));
    }

    /** A browser that died since the last errand is no reason to stop; a machine on which none starts is. */
    private Optional<Arrival> arrive(Target target, URI address, Interview interview, Seat seat)
            throws InterruptedException, NoBrowser {
        Machinery machinery = run.machinery();
        for (int starts = 1; ; starts++) {
            try {
                Optional<Arrival> arrival = interview.arrive(seat.channel(target), address);
                machinery.started();
                return arrival;
            } catch (MachineException e) {
                seat.drop(target.platform());
                if (machinery.mayTryAgain(starts)) {
                    run.means().stop().sleep(Machinery.pause(starts));
                } else if (machinery.goesOnWithoutBrowser()) {
                    interview.fail(e);
                    return Optional.empty();
                } else {
                    throw new NoBrowser(e);
                }
            }
        }
    }

    /** There is no browser on this machine. Apart from what cannot be stored, which is a fault of the disk. */
    private static final class NoBrowser extends Exception {
        private static final long serialVersionUID = 1L;

        private final MachineException cause;

        NoBrowser(MachineException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private void learn(Transcript transcript) {
        Outcome outcome =
                transcript.exchanges().get(transcript.exchanges().size() - 1).outcome();
        if (Judgement.hostRefuses(outcome)) {
            refusal = outcome;
        }
        failures = FAILURES.contains(outcome) ? failures + 1 : 0;
        int before = vain.getOrDefault(transcript.target(), Vain.NONE).count();
        vain.put(transcript.target(), Judgement.isVain(outcome) ? new Vain(before + 1, outcome) : Vain.NONE);
    }

    /** How many visits in a row came to nobody, and how the last of them ended. */
    private record Vain(int count, Outcome last) {
        static final Vain NONE = new Vain(0, Outcome.ANSWERED);
    }

    private Held left(Errand errand, Message why) {
        run.leave(errand, why);
        return new Held.Left(why);
    }

    private static Message words(String key, Object... args) {
        return Message.of(Lane.class, key, args);
    }
}
