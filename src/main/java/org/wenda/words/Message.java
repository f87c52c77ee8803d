package org.wenda.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;

/**
 * A sentence for people that is not yet in a language.
 *
 * <p>The wording lives in {@code words.properties} (English) and {@code words_zh.properties} beside the package that
 * says it. Patterns are those of {@link MessageFormat}; every argument is shown as its {@code toString()}, so numbers
 * never get separators and a nested message is shown in the same language.
 *
 * @param bundle resource bundle that holds the wording
 * @param key key in that bundle
 * @param args what fills {@code {0}}, {@code {1}} and so on
 */
public record Message(String bundle, String key, List<Object> args) {
    public Message {
        args = List.copyOf(args);
    }

    /**
     * Returns the message {@code key} from the words of the package that {@code owner} lives in.
     *
     * @param args numbers, texts or other messages; never null
     */
    public static Message of(Class<?> owner, String key, Object... args) {
        return new Message(owner.getPackageName() + ".words", key, List.of(args));
    }

    /**
     * Returns the sentence in one language.
     *
     * @throws java.util.MissingResourceException if the key has no wording, which is a fault of ours
     */
    public String in(Lang lang) {
        ResourceBundle words = ResourceBundle.getBundle(
                bundle,
                lang.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] shown = args.stream()
                .map(arg -> arg instanceof Message message ? message.in(lang) : arg.toString())
                .toArray();
        return new MessageFormat(words.getString(key), lang.locale()).format(shown);
    }

    @Override
    public String toString() {
        return in(Lang.EN);
    }
}
