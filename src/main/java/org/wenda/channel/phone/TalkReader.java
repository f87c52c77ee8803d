package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wenda.channel.page.Lexicon;
import org.wenda.channel.phone.Line.Kind;
import org.wenda.channel.phone.Line.Side;

/**
 * Reads the conversation off a list of views: who said what, in the order of the screen. Avatars, clocks and delivery
 * signs are left out. One reader belongs to one conversation: it remembers where each side's messages stand, because a
 * message whose avatar was scrolled away says no longer whose it is.
 */
final class TalkReader {
    /** A row of a conversation is nearly as wide as its list; its message is not. */
    private static final double ROW = 0.85;

    private static final double AVATAR = 0.16;
    private static final double ICON = 0.09;
    private static final double LEAN = 0.04;
    private static final double NOTICE = 0.7;
    private static final int LONGEST_OPTION = 60;

    private static final List<String> CONTROLS = List.of(
            "controls.useful",
            "controls.useless",
            "controls.human",
            "controls.copy",
            "controls.read-aloud",
            "controls.regenerate",
            "controls.stop",
            "controls.share",
            "controls.rating");

    /** What is pressed for these opens a page; every other thing to press is a choice. */
    private static final List<String> LEADS_ON = List.of("landing.service", "landing.guide");

    private final Lexicon words;
    /** Left edges of the chatbot's texts, and right edges of the citizen's, as avatars have told. */
    private final Set<Integer> chatbotsLeft = new HashSet<>();

    private final Set<Integer> citizensRight = new HashSet<>();

    TalkReader(Lexicon words) {
        this.words = words;
    }

    /** @param list the view that holds the conversation, as it stands in the tree that was read */
    Talk read(View list) {
        List<Row> rows = new ArrayList<>();
        list.children().forEach(child -> rows(child, list.bounds(), rows));
        rows.sort(Comparator.comparingInt(row -> row.bounds().top()));
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < rows.size(); number++) {
            lines.addAll(lines(rows.get(number), list.bounds(), number));
        }
        return new Talk(list.bounds(), lines);
    }

    /** One message with its ornaments. */
    private record Row(Bounds bounds, List<View> leaves) {}

    /** A view that spans the list is a row, unless it holds several such one below the other. */
    private void rows(View view, Bounds area, List<Row> rows) {
        List<View> wide = view.children().stream()
                .filter(child -> child.bounds().width() >= area.width() * ROW)
                .filter(child -> !child.bounds().isEmpty())
                .toList();
        if (!wide.isEmpty()) {
            view.children().forEach(child -> rows(child, area, rows));
            return;
        }
        List<View> leaves = new ArrayList<>();
        leaves(view, leaves);
        if (!leaves.isEmpty()) {
            rows.add(new Row(view.bounds(), leaves));
        }
    }

    /** What speaks: a view's own words only where nothing in it has any. */
    private static void leaves(View view, List<View> leaves) {
        int before = leaves.size();
        // The parts of a text that lead somewhere are no texts beside it.
        if (!view.leads() || view.words().isEmpty()) {
            view.children().forEach(child -> leaves(child, leaves));
        }
        boolean spoken = leaves.size() > before;
        if (!spoken && !view.bounds().isEmpty() && (!view.words().isEmpty() || view.isPicture())) {
            leaves.add(view);
        }
        if (view.clickable() && view.role() != View.Role.ROW && leaves.size() == before + 1) {
            leaves.add(leaves.remove(before).pressable());
        }
    }

    private List<Line> lines(Row row, Bounds area, int number) {
        List<View> speaking = row.leaves().stream()
                .filter(leaf -> !isAvatar(leaf, area))
                .filter(leaf -> !words.says("clock", leaf.words()) && !words.says("status", leaf.words()))
                .toList();
        if (speaking.isEmpty()) {
            return List.of();
        }
        Side side = side(row, speaking, area);
        List<Line> lines = new ArrayList<>();
        for (View leaf : speaking) {
            Kind kind = kind(leaf, speaking, area);
            if (kind == Kind.PICTURE
                    && leaf.bounds().width() < area.width() * ICON
                    && leaf.words().isEmpty()) {
                continue; // a drawn ornament
            }
            List<String> parts = kind == Kind.LINK ? leaf.parts() : List.of();
            add(lines, new Line(side, kind, leaf.words(), leaf.bounds(), number, parts));
        }
        return lines;
    }

    private boolean isAvatar(View leaf, Bounds area) {
        int width = leaf.bounds().width();
        boolean small = width <= area.width() * AVATAR && leaf.bounds().height() <= area.width() * AVATAR;
        boolean outside = leaf.bounds().left() - area.left() <= area.width() * LEAN
                || area.right() - leaf.bounds().right() <= area.width() * LEAN;
        return leaf.isPicture() && small && outside && !isControl(leaf.words());
    }

    private boolean isControl(String text) {
        return CONTROLS.stream().anyMatch(control -> words.says(control, text));
    }

    /** An avatar says whose it is; without one, the edges it stands at, and at last the edge that it leans to. */
    private Side side(Row row, List<View> speaking, Bounds area) {
        Bounds said = speaking.stream().map(View::bounds).reduce(Bounds::with).orElse(row.bounds());
        for (View leaf : row.leaves()) {
            if (isAvatar(leaf, area)) {
                return learnt(leaf, said, area);
            }
        }
        if (chatbotsLeft.contains(said.left())) {
            return Side.CHATBOT;
        }
        return citizensRight.contains(said.right()) ? Side.CITIZEN : leaning(speaking, said, area);
    }

    private Side learnt(View avatar, Bounds said, Bounds area) {
        boolean left = avatar.bounds().left() - area.left()
                < area.right() - avatar.bounds().right();
        if (left) {
            chatbotsLeft.add(said.left());
        } else {
            citizensRight.add(said.right());
        }
        return left ? Side.CHATBOT : Side.CITIZEN;
    }

    private static Side leaning(List<View> speaking, Bounds said, Bounds area) {
        int left = said.left() - area.left();
        int right = area.right() - said.right();
        if (Math.abs(left - right) <= area.width() * LEAN) {
            return isNotice(speaking, said, area) ? Side.NOBODY : Side.CHATBOT;
        }
        return right < left ? Side.CITIZEN : Side.CHATBOT;
    }

    private static boolean isNotice(List<View> speaking, Bounds said, Bounds area) {
        // A line of text that is as wide as the list is the same on both sides, so its view tells nothing.
        boolean oneLine = said.height() <= area.width() * AVATAR;
        return speaking.size() == 1
                && oneLine
                && (said.width() <= area.width() * NOTICE || !speaking.get(0).clickable());
    }

    private Kind kind(View leaf, List<View> row, Bounds area) {
        String text = leaf.words();
        if (isControl(text)) {
            return Kind.CONTROL;
        }
        if (leaf.isPicture()) {
            return Kind.PICTURE;
        }
        if (words.says("thinking", text)) {
            return Kind.THINKING;
        }
        if (words.says("busy", text)) {
            return Kind.BUSY;
        }
        if (leaf.leads() || (leaf.clickable() && LEADS_ON.stream().anyMatch(kind -> words.says(kind, text)))) {
            return Kind.LINK;
        }
        // Many apps let a message be touched to copy it, so one that stands alone is no choice.
        boolean choice = leaf.clickable() && text.length() <= LONGEST_OPTION && row.size() > 1;
        return choice && leaf.bounds().width() <= area.width() * ROW ? Kind.OPTION : Kind.TEXT;
    }

    /** Texts side by side are cells of one line. */
    private static void add(List<Line> lines, Line next) {
        Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        boolean beside = last != null
                && last.kind() == Kind.TEXT
                && next.kind() == Kind.TEXT
                && next.bounds().left() >= last.bounds().right() - 1
                && next.bounds().sharedHeight(last.bounds()) * 2
                        > Math.min(next.bounds().height(), last.bounds().height());
        if (last == null || !beside) {
            lines.add(next);
            return;
        }
        lines.set(
                lines.size() - 1,
                new Line(
                        last.side(),
                        Kind.TEXT,
                        last.text() + "\t" + next.text(),
                        last.bounds().with(next.bounds()),
                        last.bubble()));
    }
}
