package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wenda.transcript.Exchange;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * {@code exchanges.jsonl}: one exchange a line, on the disk before the next question is asked. Lines are only ever
 * added: an exchange to whose reply the chatbot added something late is written once more, and the later line of one
 * place in one conversation replaces the earlier if it says of more bubbles that they were late. Numbers of people are
 * masked before anything reaches the disk. Several threads may share it.
 */
public final class Journal implements Closeable {
    private final Path file;
    private final FileOutputStream out;
    private final boolean raw;
    private int count;

    private Journal(Path file, FileOutputStream out, boolean raw, int count) {
        this.file = file;
        this.out = out;
        this.raw = raw;
        this.count = count;
    }

    /**
     * Opens a journal to go on where it ended. What a crash left of a last line is moved to {@code exchanges.torn}, so
     * that no exchange is glued to it.
     */
    static Journal append(Path file) {
        return append(file, false);
    }

    /** The same for a journal in which the numbers of people stay readable. */
    static Journal appendRaw(Path file) {
        return append(file, true);
    }

    private static Journal append(Path file, boolean raw) {
        try {
            mendEnd(file);
            int count = read(file).exchanges().size();
            return new Journal(file, new FileOutputStream(file.toFile(), true), raw, count);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Adds one exchange and returns when the disk has it.
     *
     * @throws MachineException if it cannot be written
     */
    public synchronized void add(Exchange exchange) {
        write(exchange);
        count++;
    }

    private void write(Exchange exchange) {
        long before = file.toFile().length();
        try {
            ExchangeLine line = ExchangeLine.of(exchange);
            out.write(((raw ? Json.line(line) : Json.maskedLine(line)) + "\n").getBytes(UTF_8));
            // Not FileChannel.force: a channel is closed for everybody when one waiting thread is interrupted.
            out.getFD().sync();
        } catch (IOException e) {
            forget(before, e);
            throw unwritable(file, e);
        }
    }

    /** What a full disk took of a line must not be glued to the next one. */
    private void forget(long before, IOException cause) {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(before);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Writes an exchange once more that {@link #add} wrote before, with what the chatbot added to its reply.
     *
     * @throws MachineException if it cannot be written
     */
    public synchronized void amend(Exchange exchange) {
        write(exchange);
    }

    /** Returns how many exchanges the journal holds. */
    public synchronized int count() {
        return count;
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * What a journal holds.
     *
     * @param problems lines that cannot be read, a torn last one among them
     */
    record Contents(List<Exchange> exchanges, List<Problem> problems) {}

    static Contents read(Path file) {
        if (!Files.exists(file)) {
            return new Contents(List.of(), List.of());
        }
        List<Exchange> exchanges = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String text = textOf(file);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            try {
                put(exchanges, Json.read(lines[i], ExchangeLine.class).exchange());
            } catch (JsonProcessingException e) {
                String key = i == lines.length - 1 ? "journal.torn" : "journal.unreadable";
                problems.add(new Problem(file.getFileName() + ":" + (i + 1), Message.of(Journal.class, key)));
            }
        }
        return new Contents(List.copyOf(exchanges), List.copyOf(problems));
    }

    private static void put(List<Exchange> exchanges, Exchange next) {
        for (int i = exchanges.size() - 1; i >= 0 && next.reply().late() > 0; i--) {
            Exchange before = exchanges.get(i);
            if (before.number() == next.number()
                    && before.target().equals(next.target())
                    && before.scenario().equals(next.scenario())
                    && before.reply().late() < next.reply().late()) {
                exchanges.set(i, next);
                return;
            }
        }
        exchanges.add(next);
    }

    private static String textOf(Path file) {
        try {
            // Not readString: a crash may cut a character in two, and that must not hide the lines before it.
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mendEnd(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return;
        }
        byte[] all = Files.readAllBytes(file);
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        if (end == all.length) {
            return;
        }
        byte[] tail = Arrays.copyOfRange(all, end, all.length);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            if (isWhole(new String(tail, UTF_8))) {
                access.seek(all.length);
                access.write('\n');
                return;
            }
            Files.write(
                    file.resolveSibling("exchanges.torn"), tail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            access.setLength(end);
        }
    }

    private static boolean isWhole(String line) {
        try {
            Json.read(line, ExchangeLine.class).exchange();
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static MachineException unwritable(Path file, IOException cause) {
        return new MachineException(Message.of(Journal.class, "file.unwritable", file, String.valueOf(cause)), cause);
    }
}
