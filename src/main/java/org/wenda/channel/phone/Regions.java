package org.wenda.channel.phone;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wenda.channel.page.Lexicon;

/** Where an app that serves several places is turned to the one that is asked about. Pure. */
final class Regions {
    /** The place that is chosen stands at the top. */
    private static final double TOP = 0.2;

    private static final int LIST = 3;

    /** A district at the top is a part of the place, not another. */
    private static final Pattern CITY = Pattern.compile("[省市州盟]$");

    private final Lexicon words;
    private final String region;

    /** @param region such as 合肥 or 演示市 */
    Regions(Lexicon words, String region) {
        this.words = words;
        this.region = bare(region);
    }

    /** Returns a place's name as both portals and lists spell it. */
    static String bare(String region) {
        return region.length() > 2 ? region.replaceFirst("[省市]$", "") : region;
    }

    /** Returns what to press: the place in a list of places, or what opens such a list where another is chosen. */
    Optional<View> choice(Screen screen, Predicate<View> mayPress) {
        List<View> places = screen.views()
                .filter(mayPress)
                .filter(view -> isIt(view) || words.says("choice.place.named", view.label()))
                .toList();
        return places.size() >= LIST
                ? places.stream().filter(this::isIt).findFirst()
                : places.stream()
                        .filter(view ->
                                !isIt(view) && CITY.matcher(view.label()).find())
                        .filter(view ->
                                view.bounds().bottom() <= screen.bounds().height() * TOP)
                        .findFirst();
    }

    /** Returns whether this is the place that is asked about. */
    boolean isIt(View view) {
        return bare(view.label()).equals(region);
    }
}
