package org.wenda.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** The doctor's findings, one a line, what to do about one on the line below it. */
record FindingTable(List<Finding> findings) {
    FindingTable {
        findings = List.copyOf(findings);
    }

    void print(PrintStream out, Lang lang) {
        int stateWidth = widest(finding -> width(state(finding, lang)));
        int subjectWidth = widest(finding -> width(finding.subject().in(lang)));
        for (Finding finding : findings) {
            String state = padded(state(finding, lang), stateWidth);
            String subject = padded(finding.subject().in(lang), subjectWidth);
            out.println(state + "  " + subject + "  " + finding.found().in(lang));
            if (finding.remedy() != null) {
                out.println(" ".repeat(stateWidth + subjectWidth + 4) + "-> "
                        + finding.remedy().in(lang));
            }
        }
    }

    private int widest(ToIntFunction<Finding> width) {
        return findings.stream().mapToInt(width).max().orElse(0);
    }

    private static String state(Finding finding, Lang lang) {
        String key = "doctor.state." + finding.state().name().toLowerCase(Locale.ROOT);
        return Message.of(FindingTable.class, key).in(lang);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    /** Returns the columns a terminal needs: Chinese characters and their punctuation take two. */
    private static int width(String text) {
        return text.codePoints()
                .map(point -> point >= 0x2E80 && point < 0xFFE7 ? 2 : 1)
                .sum();
    }
}
