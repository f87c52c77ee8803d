package org.wenda.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord;
import org.wenda.score.Index;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * A batch as a workbook, for those who would rather not mark on a page. Only the three columns to be filled in can be
 * typed into. Whatever a chatbot said is text and never a formula. Holds no machine mark, since it could not hide one.
 */
public final class Workbooks {
    /** What the sheet about the workbook says it is. */
    static final String FORMAT = "wenda-review-workbook 1";

    static final String MARKS = "Marks";
    static final String ABOUT = "About";
    static final int MARK = 6;
    static final int REASON = 7;
    static final int NOTE = 8;
    static final int TARGET = 10;
    static final int SCENARIO = 11;
    static final int INDICATOR = 12;
    static final int EVIDENCE = 13;

    private static final String SAID = "Conversations";
    private static final String LISTS = "Lists";
    private static final int COLUMNS = 14;
    private static final int[] WIDTHS = {6, 18, 24, 8, 30, 46, 8, 22, 40, 8, 16, 16, 8, 16};

    /** A cell of Excel holds no more. */
    private static final int LONGEST = 32_000;

    private Workbooks() {}

    /**
     * One turn of a conversation, for the sheet beside the marks.
     *
     * @param outcome in words
     * @param links a line each, with where it led
     */
    public record Said(
            String target, String scenario, int number, String question, String reply, String outcome, String links) {}

    /**
     * Returns the workbook's bytes.
     *
     * @param record what targets and scenarios are called
     * @param said the turns of all conversations of the batch, in order
     */
    public static byte[] of(Batch batch, RunRecord record, Index index, List<Said> said, Lang lang) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Wenda", "1.0")) {
            Map<String, Integer> conversations = new LinkedHashMap<>();
            said.forEach(
                    turn -> conversations.putIfAbsent(turn.target() + "/" + turn.scenario(), conversations.size() + 1));
            Worksheet marks = book.newWorksheet(MARKS);
            writeSaid(book.newWorksheet(SAID), said, conversations, record, lang);
            writeAbout(book.newWorksheet(ABOUT), batch, lang);
            Worksheet lists = book.newWorksheet(LISTS);
            writeLists(lists, lang);
            writeMarks(marks, lists, batch, conversations, record, index, lang);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Returns whether somebody has marked in the workbook, or made of it what is none of ours; false if there is none.
     */
    public static boolean holdsMarks(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        Filled filled = FilledFile.read(file, new ArrayList<>());
        return filled == null || !filled.items().isEmpty();
    }

    private static void writeMarks(
            Worksheet sheet,
            Worksheet lists,
            Batch batch,
            Map<String, Integer> conversations,
            RunRecord record,
            Index index,
            Lang lang) {
        for (int column = 0; column < COLUMNS; column++) {
            sheet.value(0, column, word("sheet.column." + column, lang));
            sheet.width(column, WIDTHS[column]);
        }
        int row = 0;
        for (Batch.Task task : batch.tasks()) {
            row++;
            writeTask(sheet, row, task, conversations, record, index, lang);
        }
        sheet.range(0, 0, 0, COLUMNS - 1)
                .style()
                .bold()
                .fillColor("E7E9E8")
                .wrapText(true)
                .set();
        if (row > 0) {
            sheet.range(1, 0, row, COLUMNS - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.range(1, MARK, row, NOTE)
                    .style()
                    .fillColor("FFFBE6")
                    .protectionOption(ProtectionOption.LOCKED, false)
                    .set();
            sheet.range(1, MARK, row, MARK)
                    .validateWithList(lists.range(0, 0, 3, 0))
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(word("sheet.title", lang))
                    .error(word("sheet.mark-error", lang));
            sheet.range(1, REASON, row, REASON)
                    .validateWithList(lists.range(0, 1, Unjudged.values().length - 1, 1))
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(word("sheet.title", lang))
                    .error(word("sheet.reason-error", lang));
        }
        sheet.freezePane(0, 1);
        protect(sheet);
    }

    private static void writeTask(
            Worksheet sheet,
            int row,
            Batch.Task task,
            Map<String, Integer> conversations,
            RunRecord record,
            Index index,
            Lang lang) {
        ItemKey key = task.item();
        String scenario = Objects.requireNonNullElse(key.scenario(), "");
        sheet.value(row, 0, row);
        sheet.value(row, 1, text(target(record, key.target(), lang)));
        sheet.value(row, 2, text(scenario(record, scenario, lang)));
        sheet.value(row, 3, key.indicator());
        index.item(key.indicator()).ifPresent(item -> {
            sheet.value(
                    row, 4, text(item.name().in(lang) + "\n" + item.definition().in(lang)));
            sheet.value(
                    row,
                    5,
                    text(IntStream.range(0, item.levels().size())
                            .mapToObj(level ->
                                    level + "  " + item.levels().get(level).in(lang))
                            .collect(Collectors.joining("\n"))));
        });
        Integer conversation = conversations.get(key.target() + "/" + scenario);
        if (conversation != null) {
            sheet.value(row, 9, conversation);
        }
        sheet.value(row, TARGET, key.target());
        sheet.value(row, SCENARIO, scenario);
        sheet.value(row, INDICATOR, key.indicator());
        sheet.value(row, EVIDENCE, task.evidence());
    }

    private static void writeSaid(
            Worksheet sheet, List<Said> said, Map<String, Integer> conversations, RunRecord record, Lang lang) {
        int[] widths = {8, 18, 24, 6, 36, 80, 14, 50};
        for (int column = 0; column < widths.length; column++) {
            sheet.value(0, column, word("sheet.said." + column, lang));
            sheet.width(column, widths[column]);
        }
        int row = 0;
        for (Said turn : said) {
            row++;
            sheet.value(row, 0, conversations.get(turn.target() + "/" + turn.scenario()));
            sheet.value(row, 1, text(target(record, turn.target(), lang)));
            sheet.value(row, 2, text(scenario(record, turn.scenario(), lang)));
            sheet.value(row, 3, turn.number());
            sheet.value(row, 4, text(turn.question()));
            sheet.value(row, 5, text(turn.reply()));
            sheet.value(row, 6, text(turn.outcome()));
            sheet.value(row, 7, text(turn.links()));
        }
        sheet.range(0, 0, 0, widths.length - 1)
                .style()
                .bold()
                .fillColor("E7E9E8")
                .set();
        if (row > 0) {
            sheet.range(1, 0, row, widths.length - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        sheet.freezePane(0, 1);
        protect(sheet);
    }

    private static void writeAbout(Worksheet sheet, Batch batch, Lang lang) {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("format", FORMAT),
                List.of("run", batch.run()),
                List.of("role", batch.role().wire()),
                List.of("person", batch.person()),
                List.of("batch", batch.name()),
                List.of("seed", String.valueOf(batch.seed())),
                List.of("edition", text(batch.edition())),
                List.of("index", batch.index())));
        for (int i = 0; i < rows.size(); i++) {
            sheet.value(i, 0, rows.get(i).get(0));
            sheet.value(i, 1, rows.get(i).get(1));
        }
        for (int i = 0; i < 4; i++) {
            sheet.value(rows.size() + 1 + i, 0, word("sheet.how." + i, lang));
        }
        sheet.width(0, 14);
        sheet.width(1, 70);
        protect(sheet);
    }

    private static void writeLists(Worksheet sheet, Lang lang) {
        for (int value = 0; value <= 3; value++) {
            sheet.value(value, 0, value);
        }
        int row = 0;
        for (Unjudged reason : Unjudged.values()) {
            sheet.value(row++, 1, reason.words().in(lang));
        }
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        protect(sheet);
    }

    /** Against slips, not against anybody: there is no password, and the import looks at every cell it counts on. */
    private static void protect(Worksheet sheet) {
        sheet.protect(
                "",
                SheetProtectionOption.SHEET,
                SheetProtectionOption.OBJECTS,
                SheetProtectionOption.SCENARIOS,
                SheetProtectionOption.INSERT_HYPERLINKS,
                SheetProtectionOption.DELETE_COLUMNS,
                SheetProtectionOption.DELETE_ROWS,
                SheetProtectionOption.INSERT_COLUMNS,
                SheetProtectionOption.INSERT_ROWS,
                SheetProtectionOption.SORT,
                SheetProtectionOption.PIVOT_TABLES);
    }

    static @Nullable Unjudged reason(String said) {
        for (Unjudged reason : Unjudged.values()) {
            if (said.equals(reason.words().in(Lang.ZH))
                    || said.equals(reason.words().in(Lang.EN))) {
                return reason;
            }
        }
        return null;
    }

    private static String target(RunRecord record, String id, Lang lang) {
        return record.plan().targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .map(target -> lang == Lang.ZH ? target.name() : target.nameEn())
                .orElse(id);
    }

    private static String scenario(RunRecord record, String id, Lang lang) {
        return record.plan().scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .map(scenario -> lang == Lang.ZH ? scenario.matter() : scenario.matterEn())
                .orElse(id);
    }

    /**
     * Returns a text that is one in every program that opens it, also after it was saved as something else than a
     * workbook: no beginning that makes a formula, nothing that XML cannot hold. For every workbook that holds what
     * others said.
     */
    public static String text(String said) {
        StringBuilder text = new StringBuilder();
        said.codePoints().limit(LONGEST).filter(Workbooks::isPlain).forEach(text::appendCodePoint);
        boolean formula = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text.toString();
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE, Character.FORMAT -> false;
            default -> true;
        };
    }

    private static String word(String key, Lang lang) {
        return Message.of(Workbooks.class, key).in(lang);
    }
}
