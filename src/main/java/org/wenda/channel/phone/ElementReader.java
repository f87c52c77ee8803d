package org.wenda.channel.phone;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Reads the XML in which a phone tells of its screen. It comes from outside: what declares entities or is larger than
 * any screen is refused, never worked on.
 */
final class ElementReader {
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final int MOST_VIEWS = 20_000;
    private static final int DEEPEST = 200;

    private static final Pattern REFERENCE = Pattern.compile("&#(x?)([0-9a-fA-F]{1,7});(?:&#(x?)([0-9a-fA-F]{1,7});)?");
    private static final int REPLACEMENT = 0xFFFD;

    private ElementReader() {}

    /**
     * Reads a tree.
     *
     * @return the outermost element
     * @throws MachineException if it is none, or larger or deeper than a screen's
     */
    static Element read(String xml) {
        if (xml.length() > MOST_CHARACTERS) {
            throw refused("screen.large", MOST_CHARACTERS >> 20);
        }
        // Neither Android's writers nor iOS's declare, comment or quote anything.
        if (xml.contains("<!")) {
            throw refused("screen.declares");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(repaired(xml)));
            try {
                return outermost(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw new MachineException(Message.of(ElementReader.class, "screen.broken", line(broken)), broken);
        }
    }

    /** Returns that what was told is no screen. */
    static MachineException noScreen() {
        return refused("screen.none");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static int line(XMLStreamException broken) {
        return broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
    }

    private static MachineException refused(String key, Object... args) {
        return new MachineException(Message.of(ElementReader.class, key, args), null);
    }

    /** Android's serializer writes a character beyond the basic plane as two references, which XML does not know. */
    private static String repaired(String xml) {
        StringBuilder repaired = new StringBuilder(xml.length());
        Matcher found = REFERENCE.matcher(xml);
        int from = 0;
        while (found.find(from)) {
            repaired.append(xml, from, found.start());
            int first = code(found, 1);
            boolean pair = found.group(4) != null && isPair(first, code(found, 3));
            append(repaired, pair ? Character.toCodePoint((char) first, (char) code(found, 3)) : first);
            // Of two that are no pair the second may begin one.
            from = pair || found.group(4) == null ? found.end() : xml.indexOf(';', found.start()) + 1;
        }
        return repaired.append(xml, from, xml.length()).toString();
    }

    private static int code(MatchResult found, int group) {
        return Integer.parseInt(found.group(group + 1), found.group(group).isEmpty() ? decimalOr16(found, group) : 16);
    }

    /** Letters without an x are no number at all; read as one they become a character that is replaced. */
    private static int decimalOr16(MatchResult found, int group) {
        return found.group(group + 1).chars().allMatch(Character::isDigit) ? 10 : 16;
    }

    private static boolean isPair(int first, int second) {
        return first <= Character.MAX_VALUE
                && second <= Character.MAX_VALUE
                && Character.isSurrogatePair((char) first, (char) second);
    }

    private static void append(StringBuilder xml, int code) {
        boolean allowed = code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= ' ' && code < Character.MIN_SURROGATE)
                || (code > Character.MAX_SURROGATE && code < 0xFFFE)
                || (code > 0xFFFF && code <= Character.MAX_CODE_POINT);
        xml.append("&#").append(allowed ? code : REPLACEMENT).append(';');
    }

    private static Element outermost(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        @Nullable Element outermost = null;
        int count = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                open.push(new Open(reader));
                if (open.size() > DEEPEST || ++count > MOST_VIEWS) {
                    throw refused("screen.deep", MOST_VIEWS, DEEPEST);
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                outermost = open.pop().element();
                if (!open.isEmpty()) {
                    open.peek().children.add(outermost);
                }
            }
        }
        if (outermost == null) {
            throw noScreen();
        }
        return outermost;
    }

    /** An element whose children are still being read. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new HashMap<>();
        private final List<Element> children = new ArrayList<>();

        Open(XMLStreamReader reader) {
            name = reader.getLocalName();
            for (int at = 0; at < reader.getAttributeCount(); at++) {
                attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            }
        }

        Element element() {
            return new Element(name, attributes, children);
        }
    }
}
