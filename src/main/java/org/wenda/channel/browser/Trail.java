package org.wenda.channel.browser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Profile;
import org.wenda.words.Message;

/** What was clicked so far and is needed to come to the chatbot again; wrong turns are taken back. */
final class Trail {
    /** How a launcher opened what it opened. */
    enum Way {
        OPEN,
        LAUNCHER,
        WINDOW
    }

    /**
     * One click.
     *
     * @param launcher key of the candidate if this click was on a launcher; null otherwise
     */
    private record Step(
            Profile.Mark mark, Message said, @Nullable String launcher) {}

    private final List<Step> steps = new ArrayList<>();
    private Way way = Way.OPEN;

    void add(Profile.Mark mark, Message said) {
        steps.add(new Step(mark, said, null));
    }

    void launch(Profile.Mark mark, Message said, String launcher) {
        steps.add(new Step(mark, said, launcher));
        way = Way.LAUNCHER;
    }

    void newWindow() {
        way = Way.WINDOW;
    }

    /** Takes back the last launcher and what followed, down to a place; what came before it is still needed. */
    void takeBack(int place) {
        for (int i = steps.size() - 1; i >= place; i--) {
            if (steps.get(i).launcher() != null) {
                steps.subList(i, steps.size()).clear();
            }
        }
        way = launchers().isEmpty() ? Way.OPEN : Way.LAUNCHER;
    }

    int place() {
        return steps.size();
    }

    Way way() {
        return way;
    }

    Set<String> launchers() {
        Set<String> keys = new HashSet<>();
        steps.stream().map(Step::launcher).filter(Objects::nonNull).forEach(keys::add);
        return keys;
    }

    List<Profile.Mark> marks() {
        return steps.stream().map(Step::mark).toList();
    }

    List<Message> said() {
        return steps.stream().map(Step::said).toList();
    }
}
