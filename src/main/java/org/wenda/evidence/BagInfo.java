package org.wenda.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code bag-info.txt} says of a bag (RFC 8493, section 2.2.2): labels with values, in order; a label may stand
 * more than once.
 */
record BagInfo(List<Entry> entries) {
    static final String AGENT = "Bag-Software-Agent";
    static final String OXUM = "Payload-Oxum";
    static final String IDENTIFIER = "External-Identifier";
    static final String SEALED_AT = "Sealed-At";
    static final String SIGNATURE = "Signature-File";
    static final String SIGNATURE_ALGORITHM = "Signature-Algorithm";
    static final String SIGNATURE_KEY = "Signature-Key-SHA256";
    static final String TIME_STAMP = "Time-Stamp-File";
    static final String TIME_STAMP_FAILED = "Time-Stamp-Failed";

    BagInfo {
        entries = List.copyOf(entries);
    }

    record Entry(String label, String value) {}

    /** Returns the same with one entry more, if there is a value. */
    BagInfo with(String label, String value) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(label, value));
        return new BagInfo(more);
    }

    /** Returns the first value of a label. */
    Optional<String> value(String label) {
        return entries.stream()
                .filter(entry -> entry.label().equalsIgnoreCase(label))
                .map(Entry::value)
                .findFirst();
    }

    /** Returns whether Wenda sealed it, so that more can be asked of it than of any bag. */
    boolean isOurs() {
        return value(AGENT).filter(agent -> agent.startsWith("Wenda ")).isPresent();
    }

    /** A value comes from outside now and then, and must not become a label of its own. */
    String text() {
        return entries.stream()
                .map(entry -> entry.label() + ": "
                        + entry.value().replaceAll("\\p{Cntrl}+", " ").strip() + "\n")
                .collect(Collectors.joining());
    }

    /** Reads what may be hostile: lines that are no label are left out; an indented line goes on with the last. */
    static BagInfo read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            int colon = line.indexOf(':');
            if ((line.startsWith(" ") || line.startsWith("\t")) && !entries.isEmpty()) {
                Entry last = entries.remove(entries.size() - 1);
                entries.add(new Entry(last.label(), last.value() + " " + line.strip()));
            } else if (colon > 0) {
                entries.add(new Entry(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return new BagInfo(entries);
    }
}
