package org.wenda.channel.phone;

import java.util.List;
import java.util.regex.Pattern;
import org.wenda.channel.phone.View.Role;
import org.wenda.words.MachineException;

/** Reads the tree of a screen as UiAutomator2's server writes it, and as {@code uiautomator dump} does. */
final class ScreenReader {
    private static final Pattern FIELD = Pattern.compile("(?:.*\\.)?(?:EditText|.*EditText|AutoCompleteTextView)");
    private static final Pattern LIST = Pattern.compile(".*(RecyclerView|ListView|ScrollView)");

    private ScreenReader() {}

    /**
     * Reads a tree.
     *
     * @throws MachineException if it is none, or larger or deeper than a screen's
     */
    static Screen read(String xml) {
        Element hierarchy = ElementReader.read(xml);
        if (!hierarchy.name().equals("hierarchy") || hierarchy.children().isEmpty()) {
            throw ElementReader.noScreen();
        }
        View all = view(hierarchy);
        View root = all.children().size() == 1 ? all.children().get(0) : all;
        return new Screen(display(hierarchy, all.children()), root);
    }

    /** The display's size is not in what {@code uiautomator dump} writes; the window covers it then. */
    private static Bounds display(Element hierarchy, List<View> windows) {
        int width = hierarchy.number("width");
        int height = hierarchy.number("height");
        return width > 0 && height > 0
                ? new Bounds(0, 0, width, height)
                : windows.stream().map(View::bounds).reduce(Bounds.NONE, Bounds::with);
    }

    private static View view(Element told) {
        String type = told.says("class").isEmpty() ? told.name() : told.says("class");
        boolean showsHint = told.is("showing-hint");
        String text = told.says("text");
        String hint = told.says("hint");
        return new View(
                role(type),
                type,
                told.says("package"),
                told.says("resource-id"),
                showsHint ? "" : text,
                told.says("content-desc"),
                showsHint && hint.isEmpty() ? text : hint,
                !told.says("enabled").equals("false"),
                told.is("clickable"),
                told.is("scrollable"),
                told.is("password"),
                told.is("text-has-clickable-span"),
                Bounds.of(told.says("bounds")),
                told.children().stream().map(ScreenReader::view).toList());
    }

    private static Role role(String type) {
        if (FIELD.matcher(type).matches()) {
            return Role.FIELD;
        }
        if (type.endsWith("ImageView") || type.equals("android.widget.Image")) {
            return Role.PICTURE;
        }
        if (type.endsWith(".WebView")) {
            return Role.PAGE;
        }
        return LIST.matcher(type).matches() ? Role.LIST : Role.PLAIN;
    }
}
