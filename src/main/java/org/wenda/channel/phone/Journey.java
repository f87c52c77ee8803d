package org.wenda.channel.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.page.Lexicon;
import org.wenda.portal.Profile;
import org.wenda.words.Message;

/**
 * The way from an app's start to its chat: closes notices, agrees to be served, lets the app have no permission, opens
 * what reads like a chatbot, then looks behind the tabs. Never says who it is, never calls a person, types nothing.
 */
final class Journey {
    private static final Pattern DENY = Pattern.compile("^(不允许|拒绝|禁止|don.t allow|deny)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAY = Pattern.compile("^(不切换|暂不切换|留在.{1,12}|保持.{1,8}|取消)$");
    private static final Pattern TAB = Pattern.compile("^(我的|个人中心|消息|服务|客服)$");

    /** A notice is a small window; the same words elsewhere are buttons of the app. */
    private static final int NOTICE_VIEWS = 20;

    private final Phone phone;
    private final Lexicon words;
    private final boolean pagesOnly;
    private final ChatSpotter spotter;
    private final Set<String> tried = new HashSet<>();
    private final List<Message> steps = new ArrayList<>();
    private final List<Profile.Mark> marks = new ArrayList<>();

    /** @param pagesOnly whether a chat counts only where a page of the web holds it */
    Journey(Phone phone, Lexicon words, boolean pagesOnly) {
        this.phone = phone;
        this.words = words;
        this.pagesOnly = pagesOnly;
        this.spotter = new ChatSpotter(words);
    }

    /** A chat, and whether a page of the web holds it. */
    record Goal(ChatSpot spot, boolean inPage) {}

    /**
     * Returns the chat that was come to; null if none was found in time.
     *
     * @param atMost how long to search
     */
    @Nullable
    Goal search(Duration atMost) {
        Instant end = phone.now().plus(atMost);
        while (phone.now().isBefore(end)) {
            Screen screen = phone.look().screen();
            Optional<ChatSpot> spot =
                    spotter.spots(screen).stream().filter(ChatSpot::isEnough).findFirst();
            if (spot.isEmpty()) {
                step(screen);
            } else if (screen.holdsPage() || !pagesOnly) {
                return new Goal(spot.get(), screen.holdsPage());
            } else {
                steps.add(Message.of(Journey.class, "journey.aside"));
                phone.back();
            }
        }
        return null;
    }

    /** Adds something that was met at the end of the way. */
    void note(Message met) {
        steps.add(met);
    }

    /** Returns what was pressed and met on the way. */
    List<Message> steps() {
        return List.copyOf(steps);
    }

    List<Profile.Mark> marks() {
        return List.copyOf(marks);
    }

    private void step(Screen screen) {
        Stream<Optional<View>> ways = Stream.of(notice(screen), launcher(screen), tab(screen), mascot(screen));
        ways.flatMap(Optional::stream).findFirst().ifPresent(view -> {
            tried.add(key(view));
            String label = view.label().isEmpty() ? view.description() : view.label();
            steps.add(Message.of(Journey.class, "journey.pressed", label));
            marks.add(new Profile.Mark(List.of(view.app()), List.of(view.id()), label, view.type()));
            phone.touch(view);
        });
    }

    private Optional<View> notice(Screen screen) {
        List<View> pressable = pressable(screen).toList();
        boolean small = screen.views().count() <= NOTICE_VIEWS;
        return pressable.stream()
                .filter(view -> small)
                .filter(view -> DENY.matcher(view.label()).find()
                        || STAY.matcher(view.label()).find()
                        || (words.says("notice.close", view.label()) && !words.says("notice.not", view.label())))
                .findFirst();
    }

    private Optional<View> launcher(Screen screen) {
        List<View> named = pressable(screen)
                .filter(view -> !words.says("launcher.not", view.label()))
                .toList();
        return Stream.of("launcher.strong", "launcher.fair")
                .flatMap(kind -> named.stream().filter(view -> words.says(kind, view.label())))
                .findFirst();
    }

    private Optional<View> tab(Screen screen) {
        return pressable(screen)
                .filter(view -> TAB.matcher(view.label()).find())
                .max(Comparator.comparingInt(view -> view.label().equals("我的") ? 1 : 0));
    }

    /** A picture in the corner that says nothing: many apps' chatbots are a drawn figure. */
    private Optional<View> mascot(Screen screen) {
        return pressable(screen)
                .filter(view -> view.isPicture() && view.words().isEmpty())
                .filter(view -> view.bounds().left() > screen.bounds().width() / 2
                        && view.bounds().top() > screen.bounds().height() / 2)
                .findFirst();
    }

    private Stream<View> pressable(Screen screen) {
        return screen.views()
                .filter(view ->
                        view.clickable() && view.enabled() && !view.bounds().isEmpty())
                .filter(view -> !view.edits() && !tried.contains(key(view)));
    }

    private static String key(View view) {
        return view.app() + "|" + view.id() + "|" + view.label() + "|"
                + view.bounds().left();
    }
}
