package org.wenda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * CPU time and peak memory of a process and of all that it started, from {@code /proc}: one figure with the browser,
 * one without. Linux only; zeros elsewhere.
 */
final class Footprint implements AutoCloseable {
    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME = 11;

    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "footprint");
        thread.setDaemon(true);
        return thread;
    });
    private final ProcessHandle self;
    private final double cpuBefore;
    private volatile long peakOwn;
    private volatile long peakBrowser;
    private volatile double ownCpu;
    private volatile double browserCpu;

    /** Looks at this process. */
    Footprint() {
        this(ProcessHandle.current());
    }

    Footprint(ProcessHandle process) {
        this.self = process;
        this.cpuBefore = cpu(process);
        Future<?> unused = sampler.scheduleAtFixedRate(this::sample, 0, 200, TimeUnit.MILLISECONDS);
    }

    private void sample() {
        ownCpu = Math.max(ownCpu, cpu(self));
        peakOwn = Math.max(peakOwn, resident(self));
        List<ProcessHandle> started = self.descendants().toList();
        peakBrowser = Math.max(
                peakBrowser, started.stream().mapToLong(Footprint::resident).sum());
        // Processes that end take their time with them, so the sum may fall; the most that was seen is nearest.
        browserCpu = Math.max(
                browserCpu, started.stream().mapToDouble(Footprint::cpu).sum());
    }

    /**
     * What was used so far.
     *
     * @param ownMib peak resident memory of the process
     * @param browserMib peak of the sum over all processes that it started; pages that they share count in each
     */
    record Used(double ownCpuSeconds, double browserCpuSeconds, long ownMib, long browserMib) {}

    Used used() {
        sample();
        return new Used(ownCpu - cpuBefore, browserCpu, peakOwn >> 20, peakBrowser >> 20);
    }

    private static double cpu(ProcessHandle process) {
        // The name may hold blanks and brackets; the fields begin behind its last bracket.
        String stat = read(process, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
        return fields.length < UTIME + 2
                ? 0
                : (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) / TICKS_PER_SECOND;
    }

    private static long resident(ProcessHandle process) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException ended) {
            return "";
        }
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
