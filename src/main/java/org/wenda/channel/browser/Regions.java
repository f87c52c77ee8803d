package org.wenda.channel.browser;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.page.Look;
import org.wenda.words.Message;

/** Chooses among the regions that a page offers. Pure. */
final class Regions {
    private static final Pattern LEVEL = Pattern.compile("(省|市|区|县|州|盟|旗|地区|自治区|自治州|特别行政区)$");
    private static final Pattern GENERAL = Pattern.compile("^(全国|全省|全市|全区|全部|省级|市级|省直|市直)$|本级$");

    private Regions() {}

    /**
     * What is chosen and why.
     *
     * @param option the element and its words
     */
    record Choice(Look.Option option, Message why) {}

    /**
     * Returns the region that is wanted, or else the most general one, or else the first.
     *
     * @param wanted such as 合肥; null if any will do
     */
    static Optional<Choice> choose(List<Look.Option> options, @Nullable String wanted) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        if (wanted != null && !wanted.isBlank()) {
            String name = bare(wanted.strip());
            Optional<Look.Option> its = first(options, words -> bare(words).equals(name))
                    .or(() -> first(options, words -> words.startsWith(name)))
                    .or(() -> first(options, words -> words.contains(name)));
            if (its.isPresent()) {
                return its.map(option -> new Choice(option, message("region.wanted", option.words())));
            }
        }
        Optional<Look.Option> general =
                first(options, words -> GENERAL.matcher(words).find());
        Look.Option chosen = general.orElse(options.get(0));
        String key = general.isPresent() ? "region.general" : "region.first";
        return Optional.of(new Choice(
                chosen,
                wanted == null
                        ? message(key, chosen.words())
                        : message("region.instead", message(key, chosen.words()), wanted)));
    }

    private static Optional<Look.Option> first(List<Look.Option> options, Predicate<String> fits) {
        return options.stream().filter(option -> fits.test(option.words())).findFirst();
    }

    private static String bare(String name) {
        String bare = LEVEL.matcher(name).replaceFirst("");
        return bare.length() < 2 ? name : bare;
    }

    private static Message message(String key, Object... args) {
        return Message.of(Regions.class, key, args);
    }
}
