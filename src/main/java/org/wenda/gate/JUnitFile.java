package org.wenda.gate;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.TestResult;
import org.wenda.words.Lang;

/**
 * {@code junit.xml}: a run as test results, in the shape that Ant's JUnit task began and that build servers read. One
 * suite for each target with a case for each turn, and one for the gate. Pure.
 */
final class JUnitFile {
    private final XMLStreamWriter xml;
    private final Lang lang;

    private JUnitFile(XMLStreamWriter xml, Lang lang) {
        this.xml = xml;
        this.lang = lang;
    }

    /** @param findings what the gate found; null if none was asked for */
    static String of(RunSummary summary, @Nullable List<Gate.Finding> findings, Lang lang) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitFile(xml, lang).write(summary, findings);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing but memory is written to", e);
        }
        return text + "\n";
    }

    private void write(RunSummary summary, @Nullable List<Gate.Finding> findings) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        start("testsuites", Map.of("name", "wenda " + summary.run()));
        Map<String, List<RunSummary.Turn>> turns = summary.turns().stream()
                .collect(Collectors.groupingBy(RunSummary.Turn::target, LinkedHashMap::new, Collectors.toList()));
        for (RunSummary.Target target : summary.targets()) {
            suite(target.id(), summary, turns.getOrDefault(target.id(), List.of()));
        }
        if (findings != null) {
            gate(summary, findings);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String target, RunSummary summary, List<RunSummary.Turn> turns) throws XMLStreamException {
        start(
                "testsuite",
                ordered(
                        "name", target,
                        "tests", String.valueOf(turns.size()),
                        "failures", count(turns, TestResult.FAILED),
                        "errors", count(turns, TestResult.ERROR),
                        "skipped", count(turns, TestResult.SKIPPED),
                        "timestamp", summary.startedAt().toString()));
        for (RunSummary.Turn turn : turns) {
            turn(turn);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static String count(List<RunSummary.Turn> turns, TestResult result) {
        return String.valueOf(
                turns.stream().filter(turn -> result(turn) == result).count());
    }

    private static TestResult result(RunSummary.Turn turn) {
        return TestResult.of(turn.outcome(), turn.scenarioKind());
    }

    private void turn(RunSummary.Turn turn) throws XMLStreamException {
        double seconds = turn.completeMs() == null ? 0 : turn.completeMs() / 1_000;
        start(
                "testcase",
                ordered(
                        "classname", turn.target() + "." + turn.scenario(),
                        "name", turn.turn(),
                        "time", String.format(Locale.ROOT, "%.3f", seconds)));
        String element = switch (result(turn)) {
            case PASSED -> "";
            case FAILED -> "failure";
            case ERROR -> "error";
            case SKIPPED -> "skipped";
        };
        if (!element.isEmpty()) {
            String reason = turn.reason() == null ? "" : ": " + turn.reason();
            Map<String, String> said = ordered("message", clean(turn.outcome().wire() + reason));
            if (!element.equals("skipped")) {
                said.put("type", turn.outcome().wire());
            }
            start(element, said);
            xml.writeCharacters(clean(turn.question()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void gate(RunSummary summary, List<Gate.Finding> findings) throws XMLStreamException {
        long failed = findings.stream().filter(finding -> !finding.kept()).count();
        start(
                "testsuite",
                ordered(
                        "name",
                        "gate",
                        "tests",
                        String.valueOf(findings.size()),
                        "failures",
                        String.valueOf(failed),
                        "errors",
                        "0",
                        "skipped",
                        "0",
                        "timestamp",
                        summary.startedAt().toString()));
        for (Gate.Finding finding : findings) {
            start(
                    "testcase",
                    ordered(
                            "classname",
                            "gate." + finding.target(),
                            "name",
                            finding.rule().wire(),
                            "time",
                            "0"));
            if (!finding.kept()) {
                start(
                        "failure",
                        ordered(
                                "message",
                                clean(finding.reason().in(lang)),
                                "type",
                                finding.rule().wire()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void start(String element, Map<String, String> attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** XML 1.0 has no way to write most control characters and half surrogates; a page may have said them. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(c -> isWritable(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isWritable(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
