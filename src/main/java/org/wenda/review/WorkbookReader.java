package org.wenda.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Reads a workbook that comes back: plain values of cells and nothing else. What unpacks to more than a workbook of
 * ours could, leads out of the file or holds programs is refused before anything is looked at.
 */
final class WorkbookReader {
    private static final int MOST_ENTRIES = 200;
    private static final int HEAD = 1_000;
    private static final long LONGEST = 128L << 20;
    private static final int MOST_ROWS = 20_000;
    private static final int WIDEST = 100;
    private static final List<String> FOREIGN =
            List.of("xl/externallinks/", "xl/vbaproject", "xl/embeddings/", "xl/activex/", "xl/connections");

    private final String place;
    private final List<Problem> problems;

    WorkbookReader(String place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    /**
     * Reads the marks.
     *
     * @param modified when the file was written last: a cell has no time of its own
     * @return null if something is wrong with it
     */
    @Nullable
    Filled read(String name, String sha256, byte[] bytes, Instant modified) throws IOException {
        if (!isSound(bytes)) {
            return null;
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            Optional<Sheet> about = book.findSheet(Workbooks.ABOUT);
            Optional<Sheet> marks = book.findSheet(Workbooks.MARKS);
            if (about.isEmpty() || marks.isEmpty()) {
                return complain(place, "filled.other");
            }
            return read(name, sha256, about(about.get()), marks.get(), modified);
        } catch (ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            return complain(place, "filled.unreadable", e.toString());
        }
    }

    /** Unpacks it all once, by the same list of parts that the reader goes by, to see how much it is. */
    private boolean isSound(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            long all = 0;
            for (ZipArchiveEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] head = in.readNBytes(HEAD);
                    if (isForeign(entry.getName(), new String(head, ISO_8859_1))) {
                        complain(place, "filled.foreign", entry.getName());
                        return false;
                    }
                    all += head.length + length(in, LONGEST - all);
                }
                if (all > LONGEST || entries.size() > MOST_ENTRIES) {
                    complain(place, "filled.bomb", LONGEST >> 20);
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            complain(place, "filled.unreadable", "ZIP");
            return false;
        }
    }

    private static boolean isForeign(String name, String head) {
        String small = name.toLowerCase(Locale.ROOT);
        return FOREIGN.stream().anyMatch(small::startsWith) || head.contains("<!DOCTYPE") || head.contains("<!ENTITY");
    }

    /** Reads on, but no further than a little more than {@code most}. */
    private static long length(InputStream in, long most) throws IOException {
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0 && length <= most; read = in.read(buffer)) {
            length += read;
        }
        return length;
    }

    private static Map<String, String> about(Sheet sheet) throws IOException {
        Map<String, String> about = new HashMap<>();
        try (Stream<Row> rows = sheet.openStream()) {
            rows.limit(MOST_ENTRIES).forEach(row -> about.putIfAbsent(text(row, 0), text(row, 1)));
        }
        return about;
    }

    private @Nullable Filled read(String name, String sha256, Map<String, String> about, Sheet sheet, Instant modified)
            throws IOException {
        Optional<Role> role = Role.ofWire(about.getOrDefault("role", ""));
        boolean ours = Workbooks.FORMAT.equals(about.get("format"))
                && role.isPresent()
                && about.getOrDefault("person", "").matches(Reviews.PERSON)
                && about.getOrDefault("batch", "").matches("[a-z0-9-]{1,40}")
                && about.getOrDefault("seed", "").matches("-?\\d{1,18}");
        if (!ours) {
            return complain(place, "filled.other");
        }
        List<Filled.Item> items = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            rows.skip(1).limit(MOST_ROWS).forEach(row -> item(row, modified).ifPresent(items::add));
        }
        return new Filled(
                name,
                sha256,
                about.getOrDefault("run", ""),
                role.get(),
                about.getOrDefault("person", ""),
                about.getOrDefault("batch", ""),
                Long.parseLong(about.getOrDefault("seed", "0")),
                about.getOrDefault("index", ""),
                items);
    }

    /** Returns what a row says; nothing if it was not filled in. */
    private Optional<Filled.Item> item(Row row, Instant modified) {
        String where = place + " " + Workbooks.MARKS + ":" + row.getRowNum();
        for (int column : new int[] {Workbooks.MARK, Workbooks.REASON, Workbooks.NOTE}) {
            Cell cell = row.hasCell(column) ? row.getCell(column) : null;
            if (cell != null && cell.getType() == CellType.FORMULA) {
                complain(where, "filled.formula");
                return Optional.empty();
            }
        }
        String mark = text(row, Workbooks.MARK);
        String reason = text(row, Workbooks.REASON);
        String note = text(row, Workbooks.NOTE);
        if (mark.isEmpty() && reason.isEmpty()) {
            if (!note.isEmpty()) {
                complain(where, "filled.note-only");
            }
            return Optional.empty();
        }
        String scenario = text(row, Workbooks.SCENARIO);
        ItemKey item = new ItemKey(
                text(row, Workbooks.TARGET), scenario.isEmpty() ? null : scenario, text(row, Workbooks.INDICATOR));
        Judgement judgement = judgement(where, mark, reason, note, modified);
        return judgement == null
                ? Optional.empty()
                : Optional.of(new Filled.Item(where, item, text(row, Workbooks.EVIDENCE), List.of(judgement)));
    }

    private @Nullable Judgement judgement(String where, String mark, String reason, String note, Instant modified) {
        Unjudged unjudged = reason.isEmpty() ? null : Workbooks.reason(reason);
        boolean both = !mark.isEmpty() && !reason.isEmpty();
        boolean wrong = !mark.matches("[0-3]?") || (!reason.isEmpty() && unjudged == null);
        if (both || wrong || note.length() > Judgement.LONGEST_NOTE) {
            complain(where, both ? "filled.both" : wrong ? "filled.cell" : "filled.judgement");
            return null;
        }
        // A workbook holds no machine mark, so whoever marks in it has seen none.
        return new Judgement(mark.isEmpty() ? null : Integer.valueOf(mark), unjudged, note, modified, true);
    }

    private static String text(Row row, int column) {
        if (column > WIDEST || !row.hasCell(column)) {
            return "";
        }
        Cell cell = row.getCell(column);
        if (cell == null || cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            return "";
        }
        String text = cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
        return text.strip();
    }

    private @Nullable Filled complain(String where, String key, Object... args) {
        problems.add(new Problem(where, Message.of(WorkbookReader.class, key, args)));
        return null;
    }
}
