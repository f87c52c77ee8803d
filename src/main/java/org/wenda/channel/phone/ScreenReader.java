package org.wenda.channel.phone;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wenda.words.MachineException;
import org.wenda.words.Message;

/**
 * Reads the tree of a screen as UiAutomator2's server writes it, and as {@code uiautomator dump} does. It comes from
 * outside: what declares entities or is larger than any screen is refused, never worked on.
 */
final class ScreenReader {
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final int MOST_VIEWS = 20_000;
    private static final int DEEPEST = 200;

    private static final Pattern REFERENCE = Pattern.compile("&#(x?)([0-9a-fA-F]{1,7});(?:&#(x?)([0-9a-fA-F]{1,7});)?");
    private static final int REPLACEMENT = 0xFFFD;

    private ScreenReader() {}

    /**
     * Reads a tree.
     *
     * @throws MachineException if it is none, or larger or deeper than a screen's
     */
    static Screen read(String xml) {
        if (xml.length() > MOST_CHARACTERS) {
            throw refused("screen.large", MOST_CHARACTERS >> 20);
        }
        // Neither of Android's writers declares, comments or quotes anything.
        if (xml.contains("<!")) {
            throw refused("screen.declares");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(repaired(xml)));
            try {
                return screen(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw new MachineException(Message.of(ScreenReader.class, "screen.broken", line(broken)), broken);
        }
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
        return new MachineException(Message.of(ScreenReader.class, key, args), null);
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

    private static Screen screen(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        Open outermost = null;
        int count = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                Open view = new Open(reader);
                outermost = outermost == null ? view : outermost;
                open.push(view);
                if (open.size() > DEEPEST || ++count > MOST_VIEWS) {
                    throw refused("screen.deep", MOST_VIEWS, DEEPEST);
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                View done = open.pop().view();
                if (!open.isEmpty()) {
                    open.peek().children.add(done);
                }
            }
        }
        if (outermost == null || !outermost.name.equals("hierarchy") || outermost.children.isEmpty()) {
            throw refused("screen.none");
        }
        return outermost.screen();
    }

    /** A view whose children are still being read. */
    private static final class Open {
        private final String name;
        private final String type;
        private final String app;
        private final String id;
        private final String text;
        private final String description;
        private final String hint;
        private final boolean enabled;
        private final boolean clickable;
        private final boolean scrollable;
        private final boolean password;
        private final boolean focused;
        private final boolean leads;
        private final boolean showsHint;
        private final Bounds bounds;
        private final int width;
        private final int height;
        private final List<View> children = new ArrayList<>();

        Open(XMLStreamReader reader) {
            name = reader.getLocalName();
            type = attribute(reader, "class");
            app = attribute(reader, "package");
            id = attribute(reader, "resource-id");
            text = attribute(reader, "text");
            description = attribute(reader, "content-desc");
            hint = attribute(reader, "hint");
            enabled = !attribute(reader, "enabled").equals("false");
            clickable = flag(reader, "clickable");
            scrollable = flag(reader, "scrollable");
            password = flag(reader, "password");
            focused = flag(reader, "focused");
            leads = flag(reader, "text-has-clickable-span");
            showsHint = flag(reader, "showing-hint");
            bounds = Bounds.of(attribute(reader, "bounds"));
            width = number(attribute(reader, "width"));
            height = number(attribute(reader, "height"));
        }

        private static String attribute(XMLStreamReader reader, String name) {
            String value = reader.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private static boolean flag(XMLStreamReader reader, String name) {
            return attribute(reader, name).equals("true");
        }

        private static int number(String text) {
            return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        }

        View view() {
            return new View(
                    type.isEmpty() ? name : type,
                    app,
                    id,
                    showsHint ? "" : text,
                    description,
                    showsHint && hint.isEmpty() ? text : hint,
                    enabled,
                    clickable,
                    scrollable,
                    password,
                    focused,
                    leads,
                    bounds,
                    children);
        }

        /** The display's size is not in what {@code uiautomator dump} writes; the window covers it then. */
        Screen screen() {
            View root = children.size() == 1 ? children.get(0) : view();
            Bounds all = children.stream().map(View::bounds).reduce(Bounds.NONE, Bounds::with);
            return new Screen(width > 0 && height > 0 ? new Bounds(0, 0, width, height) : all, root);
        }
    }
}
