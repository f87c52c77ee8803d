package org.wenda.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.wenda.evidence.BagReport;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** What is known of a bundle, in lines for people. Pure. */
final class BagLines {
    private BagLines() {}

    static List<String> of(BagReport report, Lang lang) {
        List<Message> lines = new ArrayList<>();
        lines.add(report.isValid() ? words("verify.valid", report.bag()) : state(report));
        report.faults().forEach(fault -> lines.add(words("verify.fault", fault.in(lang))));
        lines.add(words(
                "verify.size", report.files(), report.octets(), Objects.requireNonNullElse(report.sealedAt(), "?")));
        BagReport.Signature signature = report.signature();
        if (signature != null) {
            lines.add(words("verify.signed", signature.algorithm(), signature.fingerprint()));
        }
        if (signature != null && signature.subject() != null) {
            lines.add(words("verify.subject", signature.subject()));
        }
        BagReport.Stamp stamp = report.timeStamp();
        if (stamp != null) {
            lines.add(words("verify.stamped", stamp.at(), stamp.authority(), stamp.serialNumber()));
        }
        if (report.unstamped() != null) {
            lines.add(words("verify.unstamped", report.unstamped()));
        }
        return lines.stream().map(line -> line.in(lang)).toList();
    }

    private static Message state(BagReport report) {
        String key = report.isComplete() ? "verify.changed" : "verify.incomplete";
        return words(key, report.bag(), report.faults().size());
    }

    private static Message words(String key, Object... args) {
        return Message.of(BagLines.class, key, args);
    }
}
