package org.wenda.channel.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that a script returned. The page can make our scripts return anything, so every value is read with a
 * fall-back and bounded.
 */
public final class Facts {
    private static final int LONGEST = 4 << 20;

    private final Map<?, ?> values;

    private Facts(Map<?, ?> values) {
        this.values = values;
    }

    /** Returns the facts in {@code value}, none if it is no object. */
    public static Facts of(@Nullable Object value) {
        return new Facts(value instanceof Map<?, ?> map ? map : Map.of());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the value as the driver delivered it, such as an element. */
    public @Nullable Object raw(String key) {
        return values.get(key);
    }

    public String text(String key) {
        return values.get(key) instanceof String text ? cut(text) : "";
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public double number(String key) {
        return values.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    /** Returns the number, or null where the script had none. */
    public @Nullable Double numberOrNull(String key) {
        return values.get(key) instanceof Number number ? number.doubleValue() : null;
    }

    /** Returns the number of something that the document holds for us, or null where the script had none. */
    public @Nullable Integer held(String key) {
        Double number = numberOrNull(key);
        return number == null ? null : number.intValue();
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            if (element instanceof String text) {
                texts.add(cut(text));
            }
        }
        return texts;
    }

    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (Object element : list(key)) {
            if (element instanceof Number number) {
                numbers.add(number.doubleValue());
            }
        }
        return numbers;
    }

    public List<Facts> all(String key) {
        return list(key).stream().map(Facts::of).toList();
    }

    private List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
