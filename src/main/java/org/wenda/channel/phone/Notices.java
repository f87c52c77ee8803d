package org.wenda.channel.phone;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Hints;
import org.wenda.channel.page.Lexicon;
import org.wenda.portal.Profile;

/**
 * What is pressed on a small window that lies over an app. Without a profile the app may be agreed with, because no app
 * can be used otherwise, and is permitted nothing; with one, only what it declares is agreed to and permitted. Pure.
 */
final class Notices {
    private static final Pattern DENY =
            Pattern.compile("^(不允许|拒绝|禁止|要求app不跟踪|don.t allow|deny|ask app not to track)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANT = Pattern.compile("允许|^allow", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAY = Pattern.compile("^(不切换|暂不切换|留在.{1,12}|保持.{1,8}|取消)$");
    private static final Pattern GO = Pattern.compile("^(立即|确定|确认|仍|就)?(切换|留在|保持|进入|前往|选择|使用)");
    private static final Pattern SWITCH = Pattern.compile("^(立即|确定|确认)?切换(到.{1,12})?$");

    /** The same words on a larger screen are buttons of the app. */
    private static final int MOST_VIEWS = 20;

    private final Lexicon words;
    private final @Nullable Profile profile;
    private final @Nullable String region;

    Notices(Lexicon words, Hints hints) {
        this.words = words;
        this.profile = hints.profile();
        this.region = hints.region();
    }

    /** Returns what to press; empty if there is nothing, or the screen is no notice. */
    Optional<View> choice(Screen screen, Predicate<View> mayPress) {
        if (screen.views().count() > MOST_VIEWS) {
            return Optional.empty();
        }
        List<View> pressable = screen.views().filter(mayPress).toList();
        return first(pressable, view -> isDeclared(view) && (grants(view) || agrees(view, screen)))
                .or(() -> first(pressable, view -> DENY.matcher(view.label()).find()))
                .or(() -> city(screen, pressable))
                .or(() -> first(pressable, view -> closes(view, screen)));
    }

    /** Returns what would agree to something that the profile does not declare; empty if nothing asks for that. */
    Optional<View> undeclared(Screen screen) {
        return profile == null
                ? Optional.empty()
                : screen.views()
                        .filter(View::clickable)
                        .filter(view -> agrees(view, screen) && !isDeclared(view))
                        .findFirst();
    }

    private static Optional<View> first(List<View> views, Predicate<View> wanted) {
        return views.stream().filter(wanted).findFirst();
    }

    private static boolean grants(View view) {
        return GRANT.matcher(view.label()).find();
    }

    private boolean isDeclared(View view) {
        return profile != null
                && profile.steps().stream()
                        .anyMatch(
                                step -> !step.words().isEmpty() && step.words().equals(view.label()));
    }

    /** Shared apps serve many cities: the one that is asked about, else the one that is chosen. */
    private Optional<View> city(Screen screen, List<View> pressable) {
        String name = region == null ? null : Regions.bare(region);
        boolean asksForIt = name != null
                && screen.views()
                        .anyMatch(view -> !view.clickable() && view.words().contains(name));
        return first(pressable, view -> name != null && isAbout(name, view.label()))
                .or(() -> first(
                        pressable,
                        view -> asksForIt && SWITCH.matcher(view.label()).find()))
                .or(() -> first(pressable, view -> STAY.matcher(view.label()).find()));
    }

    /** The name alone says which city is chosen, and stands on the app's own screens. */
    private static boolean isAbout(String name, String label) {
        return label.contains(name) && GO.matcher(label).find();
    }

    private boolean closes(View view, Screen screen) {
        return words.says("notice.close", view.label())
                && !words.says("notice.not", view.label())
                && (profile == null || !agrees(view, screen));
    }

    private boolean agrees(View view, Screen screen) {
        return words.says("choice.consent.agree", view.label())
                && screen.views().count() <= MOST_VIEWS
                && screen.views().anyMatch(one -> words.says("choice.consent.about", one.words()));
    }
}
