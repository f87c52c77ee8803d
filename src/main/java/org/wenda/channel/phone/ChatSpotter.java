package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.page.Lexicon;
import org.wenda.words.Message;

/**
 * Finds what could be a chat on a screen, without selectors: by words, kinds and places of views. Pure: presses and
 * types nothing, and says of each candidate what spoke for and against it.
 */
final class ChatSpotter {
    /** Words of a title stand at the top. */
    private static final double TITLE = 0.2;

    private static final double LEAST_LIST = 0.25;
    private static final double LOW = 0.5;
    private static final int LONGEST_LABEL = 12;

    private final Lexicon words;

    ChatSpotter(Lexicon words) {
        this.words = words;
    }

    /** Returns all candidates, best first. */
    List<ChatSpot> spots(Screen screen) {
        return screen.views()
                .filter(view -> view.edits() && !view.bounds().isEmpty())
                .map(input -> spot(input, screen))
                .sorted(Comparator.comparingDouble(ChatSpot::score).reversed())
                .toList();
    }

    private ChatSpot spot(View input, Screen screen) {
        View send = send(input, screen).orElse(null);
        View list = list(input, screen).orElse(null);
        Reasons why = new Reasons();
        judgeInput(input, screen, why);
        judgeSend(send, why);
        judgeList(list, why);
        screen.views()
                .filter(view -> view.bounds().bottom() <= screen.bounds().height() * TITLE)
                .map(View::words)
                .filter(text -> words.says("chat.words", text))
                .findFirst()
                .ifPresent(title -> why.add(2, "spot.title", title));
        return new ChatSpot(input, send, list, why.score, why.said);
    }

    private void judgeInput(View input, Screen screen, Reasons why) {
        String asks = input.hint().isEmpty() ? input.description() : input.hint();
        if (words.says("input.asks", asks)) {
            why.add(4, "spot.asks", asks);
        }
        if (words.says("input.searches", asks)) {
            why.add(-6, "spot.searches", asks);
        }
        if (words.says("input.fields", asks)) {
            why.add(-4, "spot.field", asks);
        }
        if (input.password()) {
            why.add(-8, "spot.password");
        }
        if (!input.enabled()) {
            why.add(-4, "spot.disabled");
        }
        if (input.bounds().top() >= screen.bounds().height() * LOW) {
            why.add(1, "spot.low");
        }
        long others = screen.views().filter(View::edits).count() - 1;
        if (others > 0) {
            why.add(-2, "spot.others", others);
        }
    }

    private void judgeSend(@Nullable View send, Reasons why) {
        if (send == null) {
            why.add(-1, "spot.noSend");
        } else if (words.says("send.words", send.label())) {
            why.add(3, "spot.send", send.label());
        } else {
            why.add(1, "spot.button");
        }
    }

    private void judgeList(@Nullable View list, Reasons why) {
        if (list == null) {
            why.add(-4, "spot.noList");
            return;
        }
        why.add(2, "spot.list");
        list.all()
                .map(View::words)
                .filter(text -> words.says("chat.greets", text))
                .findFirst()
                .ifPresent(greeting -> why.add(2, "spot.greets", shortened(greeting)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "…";
    }

    /** What stands in the input's row and sends: by its words, else whatever is right of the input. */
    private Optional<View> send(View input, Screen screen) {
        List<View> row = screen.views()
                .filter(view -> view.clickable() && !view.edits())
                .filter(view -> view.bounds().sharedHeight(input.bounds()) * 2
                        >= Math.min(view.bounds().height(), input.bounds().height()))
                .filter(view -> view.bounds().height() <= input.bounds().height() * 3)
                .toList();
        Optional<View> named = row.stream()
                .filter(view -> words.says("send.words", view.label()))
                .findFirst();
        return named.isPresent()
                ? named
                : row.stream()
                        .filter(view -> view.bounds().left() >= input.bounds().right() - 1)
                        .filter(view -> !words.says("send.not", view.label() + view.id()))
                        .max(Comparator.comparingInt(view -> view.bounds().right()));
    }

    /** The largest of what can hold a conversation above the input; of equals the innermost. */
    private static Optional<View> list(View input, Screen screen) {
        int least = (int) (screen.bounds().height() * LEAST_LIST);
        Stream<View> above = screen.views()
                .filter(View::lists)
                .filter(view -> view.all().noneMatch(input::equals))
                .filter(view -> view.bounds().top() < input.bounds().top())
                .filter(view -> view.bounds().bottom() <= input.bounds().bottom())
                .filter(view -> view.bounds().sharedWidth(input.bounds()) * 2
                        > input.bounds().width());
        return above.max(Comparator.comparingInt(
                        view -> view.bounds().height() * view.bounds().width()))
                .filter(view -> view.bounds().height() >= least
                        || view.bounds().height() * 2 >= input.bounds().top());
    }

    private static final class Reasons {
        private final List<Message> said = new ArrayList<>();
        private double score;

        void add(double points, String key, Object... args) {
            score += points;
            Message reason = Message.of(ChatSpotter.class, key, args);
            said.add(Message.of(ChatSpotter.class, "spot.points", reason, String.format(Locale.ROOT, "%+.0f", points)));
        }
    }
}
