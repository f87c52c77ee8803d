package org.wenda.channel.phone;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Profile;

/**
 * The steps of a profile that are still ahead, each known by the words that can be seen, or by id and kind where it has
 * none. A step whose screen does not come, such as a notice that is shown once, is passed over after some looks: until
 * then the screen may be that of the step before.
 */
final class Signposts {
    private static final int PATIENCE = 3;

    private List<Profile.Mark> ahead;
    private int missed;

    Signposts(@Nullable Profile profile) {
        this.ahead = profile == null ? List.of() : profile.steps();
    }

    /**
     * Returns what the next step presses on this screen, and leaves it and those before it behind; empty if the screen
     * does not show it. To be called once a look.
     */
    Optional<View> next(Screen screen, Predicate<View> mayPress) {
        int reach = missed < PATIENCE ? Math.min(1, ahead.size()) : ahead.size();
        for (int step = 0; step < reach; step++) {
            Profile.Mark mark = ahead.get(step);
            Optional<View> shown = touchable(screen.views()
                    .filter(mayPress)
                    .filter(view -> fits(mark, view))
                    .toList());
            if (shown.isPresent()) {
                ahead = ahead.subList(step + 1, ahead.size());
                missed = 0;
                return shown;
            }
        }
        missed++;
        return Optional.empty();
    }

    /** What holds nothing else with words is labelled like it, and may be the whole screen. */
    private static Optional<View> touchable(List<View> fitting) {
        return fitting.stream()
                .filter(View::clickable)
                .findFirst()
                .or(() -> fitting.stream().reduce((outer, inner) -> inner));
    }

    private static boolean fits(Profile.Mark mark, View view) {
        return mark.words().isEmpty()
                ? mark.path().contains(view.id())
                        && !view.id().isEmpty()
                        && mark.tag().equals(view.type())
                : mark.words().equals(view.label());
    }
}
