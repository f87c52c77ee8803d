package org.wenda.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.Bags;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * One run from its plan to what is kept of it. Its errands are done by {@link #workers}; whoever works them (threads,
 * tests) then calls {@link #finish}.
 */
public final class Run implements AutoCloseable {
    /** How long a reply that is just coming in may still take once the run is to end. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final RunDirectory directory;
    private final Means means;
    private final RunListener listener;
    private final Archive archive;
    private final Plan plan;
    private final List<Lane> lanes;
    private final Machinery machinery = new Machinery();
    private final Room room;
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final List<RunEnd.LeftErrand> left = new ArrayList<>();
    private @Nullable MachineException fault;
    private boolean linksLeft;

    private Run(
            RunDirectory directory,
            RunRecord record,
            Plan plan,
            List<Exchange> earlier,
            List<Transcript> held,
            Means means,
            RunListener listener) {
        this.directory = directory;
        this.means = means;
        this.plan = plan;
        this.listener = listener;
        this.room = new Room(directory.root(), means.room(), means.stop()::sleep, System::nanoTime, listener);
        this.archive = new Archive(directory, record, earlier, held, room);
        Plan rest = new Plan(plan.errands().stream()
                .filter(errand -> !Judgement.remaining(errand.scenario(), earlierOf(errand))
                        .isEmpty())
                .toList());
        this.lanes = rest.byHost().entrySet().stream()
                .map(host -> new Lane(host.getKey(), host.getValue(), this))
                .toList();
        Map<String, Integer> byHost = new LinkedHashMap<>();
        lanes.forEach(lane -> byHost.put(lane.name(), lane.errands().size()));
        listener.hosts(byHost);
        listener.planned(
                rest.errands().size(),
                rest.errands().stream()
                        .mapToInt(errand -> Judgement.remaining(errand.scenario(), earlierOf(errand))
                                .size())
                        .sum());
    }

    /**
     * Begins a run in a directory of its own.
     *
     * @param record what {@code run.json} is to say; its id names the directory
     * @throws MachineException if the directory cannot be written
     */
    public static Run begin(Path reports, RunRecord record, Plan plan, Means means, RunListener listener) {
        RunDirectory directory = RunDirectory.create(reports, record.run());
        directory.write(record);
        return new Run(directory, record, plan, List.of(), List.of(), means, listener);
    }

    /**
     * Goes on with a run that was cut. What its journal holds is not asked again, unless our own fault lost the reply.
     *
     * @param plan what the run was to do, as {@link Planned#again} restores it
     */
    public static Run resume(RunDirectory directory, Plan plan, Means means, RunListener listener) {
        StoredRun stored = directory.read();
        Bags.open(directory);
        return new Run(directory, stored.record(), plan, stored.exchanges(), stored.transcripts(), means, listener);
    }

    /**
     * Keeps files that people wrote as they are at the beginning of the run; those of an earlier part of it stay.
     *
     * @param files by their names below {@code scenarios/}
     */
    void keepInputs(Map<String, Path> files) {
        files.forEach((name, file) -> {
            if (!directory.hasInput(name)) {
                keepInput(name, file);
            }
        });
    }

    private void keepInput(String name, Path file) {
        try {
            directory.keepInput(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MachineException(Message.of(Run.class, "input-unreadable", file, e.toString()), e);
        }
    }

    /**
     * Returns those who do the errands, to be called once. A thread each; no more than there are hosts.
     *
     * @param most how many work at the same time at most
     */
    public List<Worker> workers(int most) {
        Rota rota = new Rota(lanes, lane -> means.pacer().restAfterVisit(lane.name()), means.clock());
        Stream.generate(() -> new Worker(rota, new Seat(means.channels())))
                .limit(Math.min(Math.max(1, most), lanes.size()))
                .forEach(workers::add);
        listener.working(workers.size());
        return List.copyOf(workers);
    }

    /** Returns whether no further errand should be begun. */
    public boolean isOver() {
        return means.stop().isRequested();
    }

    /** Returns the deadline once it has passed: nobody is to be asked anything more in this run. */
    Optional<Instant> passedDeadline() {
        return means.stop().passedDeadline();
    }

    /**
     * Ends the run soon: nothing new is asked; a reply that is coming in may end, but not for long. To be called by a
     * thread other than the workers.
     */
    public void stop() {
        means.stop().request();
        Thread impatience = new Thread(this::cutAfterGrace, "wenda-stop");
        impatience.setDaemon(true);
        impatience.start();
    }

    private void cutAfterGrace() {
        try {
            Thread.sleep(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut();
    }

    /** Stops all waiting for replies. */
    void cut() {
        workers.forEach(Worker::cut);
    }

    /**
     * Ends the run: follows the links that were offered, marks the targets, compares what everybody counted, writes the
     * pages and seals the bundles.
     *
     * @return how it ended; to be asked for once
     */
    public RunEnd finish(Pages pages) {
        awaitRoom();
        List<Problem> lost = new ArrayList<>(followLinks());
        lost.addAll(mark());
        archive.close();
        boolean interrupted = isOver() && fault() == null;
        directory.write(archive.ended(state(interrupted), means.clock().instant()));
        Pages.Written written = pages.write(directory, means.lang()).and(lost).noting(seal());
        boolean faulty = !written.disagreements().isEmpty() || fault() != null;
        Ending ending = Ending.of(
                interrupted,
                faulty,
                left().size() + (linksLeft ? 1 : 0),
                latest(directory.read().exchanges()));
        close();
        return new RunEnd(ending, directory.root(), directory.index(), archive.totals(), left(), written, fault());
    }

    /** What is to be written now is read by people; better late than in part. */
    private void awaitRoom() {
        try {
            if (!isOver()) {
                room.require();
            }
        } catch (MachineException e) {
            fail(e);
        }
    }

    /** Bundles of a run that was cut are sealed as well; they are opened again when it is resumed. */
    private List<Problem> seal() {
        try {
            return Bags.seal(directory, means.bags(), means.clock().instant());
        } catch (MachineException e) {
            fail(e);
            return List.of();
        }
    }

    /** A run that was cut follows its links when it is resumed. */
    private List<Problem> followLinks() {
        workers.forEach(Worker::close);
        if (isOver()) {
            return List.of();
        }
        if (passedDeadline().isPresent()) {
            linksLeft = true;
            return List.of();
        }
        try {
            return means.links().follow(directory, listener).problems();
        } catch (MachineException e) {
            fail(e);
        } catch (InterruptedException e) {
            if (passedDeadline().isPresent()) {
                linksLeft = true;
            } else {
                means.stop().request();
            }
        }
        return List.of();
    }

    /** Marks rest on the links as well, so a run that was cut is marked when it is resumed. */
    private List<Problem> mark() {
        if (isOver()) {
            return List.of();
        }
        try {
            return means.scoring().mark(directory, plan.scenarios()).problems();
        } catch (MachineException e) {
            fail(e);
            return List.of();
        }
    }

    private RunRecord.State state(boolean interrupted) {
        if (interrupted) {
            return RunRecord.State.INTERRUPTED;
        }
        return left().isEmpty() && !linksLeft && fault() == null ? RunRecord.State.DONE : RunRecord.State.PARTIAL;
    }

    /** A turn that a fault kept from being asked may have been asked later. */
    private static Collection<Exchange> latest(List<Exchange> exchanges) {
        Map<List<String>, Exchange> latest = new LinkedHashMap<>();
        exchanges.forEach(
                e -> latest.put(List.of(e.target(), e.scenario(), e.trial().id(), e.turn()), e));
        return latest.values();
    }

    /** Closes browsers and files; what was kept stays readable and the run can be resumed. */
    @Override
    public void close() {
        workers.forEach(Worker::close);
        archive.close();
        directory.close();
    }

    Means means() {
        return means;
    }

    Machinery machinery() {
        return machinery;
    }

    Room room() {
        return room;
    }

    RunListener listener() {
        return listener;
    }

    Interview interview(Errand errand) {
        return new Interview(errand, means, archive, listener);
    }

    private List<Exchange> earlierOf(Errand errand) {
        return archive.exchanges(errand).stream()
                .filter(exchange -> exchange.trial().equals(errand.trial()))
                .toList();
    }

    synchronized void leave(Errand errand, Message why) {
        left.add(new RunEnd.LeftErrand(errand, why));
    }

    private synchronized List<RunEnd.LeftErrand> left() {
        return List.copyOf(left);
    }

    /** Notes what is broken on this machine, and ends the run: every further errand would meet the same. */
    synchronized void fail(MachineException e) {
        if (fault == null) {
            fault = e;
        }
        means.stop().request();
    }

    private synchronized @Nullable MachineException fault() {
        return fault;
    }
}
