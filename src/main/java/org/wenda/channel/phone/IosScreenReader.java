package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wenda.channel.phone.View.Role;
import org.wenda.words.MachineException;

/**
 * Reads the tree of a screen as WebDriverAgent writes it for XCUITest. Unlike Android's it holds what cannot be seen,
 * and frames whole where an edge cuts them: here only what can be seen is kept, and cut. An alert stands for the whole
 * screen, as a dialog's window does on Android. Keyboard and status bar are the phone's, and left out.
 */
final class IosScreenReader {
    private static final String PREFIX = "XCUIElementType";
    private static final String APPLICATION = PREFIX + "Application";

    private static final Set<String> FIELDS = types("TextField", "SecureTextField", "SearchField");
    private static final Set<String> SCROLLING = types("Table", "CollectionView", "ScrollView");
    private static final Set<String> PRESSED = types(
            "Button", "Link", "Cell", "Tab", "MenuItem", "Switch", "Toggle", "CheckBox", "RadioButton", "Icon", "Key");
    /** Apps make something to press of these, and say so by letting them be heard on their own. */
    private static final Set<String> MADE = types("Other", "Image");

    private static final Set<String> ASKING = types("Alert", "Sheet");
    private static final Set<String> OF_THE_PHONE = types("Keyboard", "StatusBar");
    private static final String TEXT_VIEW = PREFIX + "TextView";
    private static final String STATIC_TEXT = PREFIX + "StaticText";
    private static final String LINK = PREFIX + "Link";
    private static final String IMAGE = PREFIX + "Image";
    private static final String PAGE = PREFIX + "WebView";

    /** Lists tell how far they are scrolled as if that were something in them. */
    private static final Pattern SCROLL_BAR =
            Pattern.compile("^(vertical|horizontal) scroll bar\\b.*|^(垂直|水平|纵向|横向)滚动条.*", Pattern.CASE_INSENSITIVE);

    /** A keyboard that floats or is split covers no more than a part. */
    private static final double DOCKED = 0.9;

    private final String app;

    private IosScreenReader(String app) {
        this.app = app;
    }

    private static Set<String> types(String... names) {
        return Set.of(Arrays.stream(names).map(name -> PREFIX + name).toArray(String[]::new));
    }

    /**
     * Reads a tree.
     *
     * @param front says which app is in front where the tree does not
     * @throws MachineException if it is none, or larger or deeper than a screen's
     */
    static Screen read(String xml, Supplier<String> front) {
        Element outermost = ElementReader.read(xml);
        Element application = outermost
                .all()
                .filter(element -> element.name().equals(APPLICATION))
                .findFirst()
                .orElseThrow(ElementReader::noScreen);
        Bounds display = bounds(application);
        if (display.isEmpty()) {
            throw ElementReader.noScreen();
        }
        String bundle = application.says("bundleId");
        return new IosScreenReader(bundle.isEmpty() ? front.get() : bundle).screen(outermost, application, display);
    }

    private Screen screen(Element outermost, Element application, Bounds display) {
        Optional<Element> asking = outermost
                .all()
                .filter(element -> ASKING.contains(element.name()) && isVisible(element))
                .reduce((below, above) -> above);
        return new Screen(
                display,
                asking.map(alert -> asked(alert, display))
                        .orElseGet(() -> view(
                                application,
                                display,
                                Inside.SCREEN,
                                below(application, aboveTheKeyboard(application, display), Inside.SCREEN))));
    }

    /** What asks something is a small window: of all that holds its words and buttons together nothing is kept. */
    private View asked(Element alert, Bounds display) {
        List<View> said = below(alert, display, Inside.SCREEN).stream()
                .flatMap(View::all)
                .filter(view -> !view.words().isEmpty() || view.clickable())
                .map(View::alone)
                .toList();
        return view(alert, bounds(alert).common(display), Inside.SCREEN, said);
    }

    private List<View> below(Element told, Bounds area, Inside inside) {
        return told.children().stream()
                .flatMap(child -> views(child, area, inside).stream())
                .toList();
    }

    private static Bounds aboveTheKeyboard(Element application, Bounds display) {
        return application
                .all()
                .filter(element -> element.name().equals(PREFIX + "Keyboard") && isVisible(element))
                .map(IosScreenReader::bounds)
                .filter(keys -> keys.width() >= display.width() * DOCKED && keys.bottom() >= display.bottom() - 1)
                .findFirst()
                .map(keys -> new Bounds(display.left(), display.top(), display.right(), keys.top()))
                .orElse(display);
    }

    /** What a view stands in, as far as it tells what the view is. */
    private enum Inside {
        SCREEN,
        LIST,
        PAGE
    }

    /** Of what cannot be seen only what can be seen in it is left. */
    private List<View> views(Element told, Bounds area, Inside inside) {
        if (OF_THE_PHONE.contains(told.name()) || isScrollBar(told)) {
            return List.of();
        }
        Bounds seen = bounds(told).common(area);
        boolean cuts = SCROLLING.contains(told.name()) || told.name().equals(PAGE);
        Inside within = within(told, inside);
        List<View> below = below(told, cuts ? seen : area, within);
        List<View> children = within == Inside.PAGE ? listed(below) : below;
        return isVisible(told) && !seen.isEmpty() ? List.of(view(told, seen, inside, hinted(children))) : children;
    }

    private static Inside within(Element told, Inside inside) {
        if (inside == Inside.PAGE || told.name().equals(PAGE)) {
            return Inside.PAGE;
        }
        return SCROLLING.contains(told.name()) ? Inside.LIST : inside;
    }

    private static boolean isVisible(Element told) {
        return !told.says("visible").equals("false");
    }

    private static boolean isScrollBar(Element told) {
        return told.children().isEmpty()
                && SCROLL_BAR.matcher(told.says("label")).matches();
    }

    /** Where a field has no place for what it shows while it is empty, apps lay a text over it. */
    private static List<View> hinted(List<View> views) {
        List<View> left = new ArrayList<>(views);
        for (View field : views) {
            if (field.edits() && field.text().isEmpty() && field.hint().isEmpty()) {
                left.stream()
                        .filter(view -> view.type().equals(STATIC_TEXT)
                                && field.bounds().holds(view.bounds()))
                        .findFirst()
                        .ifPresent(laidOver -> {
                            left.remove(laidOver);
                            left.set(left.indexOf(field), field.hinting(laidOver.words()));
                        });
            }
        }
        return left;
    }

    /** Of a page no lists are told: what stands above a field is taken for one. */
    private List<View> listed(List<View> views) {
        Optional<View> field = views.stream()
                .filter(view -> view.all().anyMatch(View::edits))
                .filter(view -> view.all().noneMatch(View::lists))
                .findFirst();
        List<View> above = views.stream()
                .filter(view -> field.isPresent() && isAbove(view, field.get()))
                .toList();
        if (above.isEmpty()) {
            return views;
        }
        List<View> left = new ArrayList<>(views);
        left.removeAll(above);
        left.add(0, list(above, field.get().bounds().top()));
        return left;
    }

    private static boolean isAbove(View view, View field) {
        return view.bounds().bottom() <= field.bounds().top() && view.all().noneMatch(View::edits);
    }

    private View list(List<View> holds, int until) {
        Bounds all = holds.stream().map(View::bounds).reduce(Bounds::with).orElse(Bounds.NONE);
        Bounds bounds = new Bounds(all.left(), all.top(), all.right(), until);
        return new View(
                Role.LIST, PREFIX + "Other", app, "", "", "", "", true, false, true, false, false, bounds, holds);
    }

    private View view(Element told, Bounds seen, Inside inside, List<View> children) {
        Role role = role(told, inside);
        String label = told.says("label");
        String value = told.says("value");
        String placeholder = told.says("placeholderValue");
        boolean texts = role == Role.PLAIN
                && (told.name().equals(STATIC_TEXT) || told.name().equals(TEXT_VIEW));
        boolean field = role == Role.FIELD;
        String text = texts ? firstOf(value, label) : role == Role.LINK ? label : "";
        String hint = "";
        if (field) {
            boolean shows = showsPlaceholder(told, value, placeholder);
            text = shows ? "" : value;
            hint = placeholder.isEmpty() ? firstOf(shows ? value : "", laidInside(children)) : placeholder;
        }
        boolean links = texts && children.stream().flatMap(View::all).anyMatch(view -> view.role() == Role.LINK);
        String identifier = told.says("name");
        return new View(
                role,
                told.name(),
                app,
                identifier.equals(label) || identifier.equals(value) ? "" : identifier,
                text,
                label.equals(text) ? "" : label,
                hint,
                !told.says("enabled").equals("false"),
                field || isPressed(told),
                SCROLLING.contains(told.name()),
                told.name().equals(PREFIX + "SecureTextField"),
                links || role == Role.LINK,
                seen,
                field || (!text.isEmpty() && !links) ? List.of() : children);
    }

    /** A field's value is its placeholder while nothing was typed; older agents do not name that apart. */
    private static boolean showsPlaceholder(Element told, String value, String placeholder) {
        return placeholder.isEmpty() ? FIELDS.contains(told.name()) : value.equals(placeholder);
    }

    private static String laidInside(List<View> children) {
        return children.stream()
                .map(View::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static boolean isPressed(Element told) {
        return PRESSED.contains(told.name())
                || told.says("traits").matches(".*\\b(Button|Link)\\b.*")
                || (MADE.contains(told.name()) && told.is("accessible"));
    }

    /** The same kind of view takes a long typing and shows a long text; in a conversation it is the latter. */
    private static Role role(Element told, Inside inside) {
        boolean typed = told.name().equals(TEXT_VIEW) && inside != Inside.LIST;
        if (FIELDS.contains(told.name()) || typed) {
            return Role.FIELD;
        }
        if (told.name().equals(IMAGE)) {
            return Role.PICTURE;
        }
        if (told.name().equals(PAGE)) {
            return Role.PAGE;
        }
        if (told.name().equals(LINK)) {
            return Role.LINK;
        }
        if (told.name().equals(PREFIX + "Cell")) {
            return Role.ROW;
        }
        return SCROLLING.contains(told.name()) ? Role.LIST : Role.PLAIN;
    }

    private static Bounds bounds(Element told) {
        int left = place(told, "x");
        int top = place(told, "y");
        return new Bounds(left, top, left + told.number("width"), top + told.number("height"));
    }

    /** What is scrolled off the screen stands at places below zero. */
    private static int place(Element told, String attribute) {
        String text = told.says(attribute);
        return text.matches("-?\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
