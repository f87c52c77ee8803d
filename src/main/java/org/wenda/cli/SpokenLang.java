package org.wenda.cli;

import java.util.List;
import java.util.Locale;
import org.wenda.words.Lang;

/** Which language to speak, found before the arguments are parsed, because their problems are told in it. */
final class SpokenLang {
    private static final String OPTION = "--lang";

    private SpokenLang() {}

    static Lang in(String[] args, Locale locale) {
        String asked = asked(List.of(args));
        return switch (asked) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> Lang.of(locale);
        };
    }

    private static String asked(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith(OPTION + "=")) {
                return args.get(i).substring(OPTION.length() + 1);
            }
            if (args.get(i).equals(OPTION) && i + 1 < args.size()) {
                return args.get(i + 1);
            }
        }
        return "";
    }
}
