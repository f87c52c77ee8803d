package org.wenda.channel.phone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenda.channel.page.Lexicon;
import org.wenda.channel.phone.Line.Kind;
import org.wenda.channel.phone.Line.Side;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Link;
import org.wenda.transcript.Picture;

/**
 * What stands below the citizen's last question. Pure.
 *
 * @param lines all of it, from the top down
 */
record Answer(List<Line> lines) {
    private static final Pattern GOING_ON = Pattern.compile("中|正在|…|\\.\\.\\.");

    /** As {@link org.wenda.transcript.Reply#controls()} names them. */
    private static final List<String> KEPT =
            List.of("useful", "useless", "human", "copy", "read-aloud", "regenerate", "stop");

    Answer {
        lines = List.copyOf(lines);
    }

    /**
     * Returns what stands below a question; empty if the question cannot be seen. Where it was asked more than once the
     * last one counts.
     */
    static Optional<Answer> to(String question, List<Line> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            Line line = lines.get(at);
            if (line.side() == Side.CITIZEN && bare(line.text()).equals(bare(question))) {
                return Optional.of(new Answer(lines.subList(at + 1, lines.size())));
            }
        }
        return Optional.empty();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Returns whether a sign says that more is to come. */
    boolean isBusy() {
        return said().stream().anyMatch(line -> line.kind() == Kind.BUSY);
    }

    /**
     * Returns the lines of reasoning that is still going on: they stand under its heading in a message of their own.
     */
    List<String> thinking() {
        return messages().stream()
                .filter(Answer::isThinking)
                .flatMap(List::stream)
                .filter(Line::reads)
                .map(Line::text)
                .toList();
    }

    private static boolean isThinking(List<Line> message) {
        return message.stream()
                .anyMatch(line -> line.kind() == Kind.THINKING
                        && GOING_ON.matcher(line.text()).find());
    }

    /** Returns this without lines that read as one of these: reasoning that stays when the answer has come. */
    Answer without(Collection<String> texts) {
        return new Answer(lines.stream()
                .filter(line -> !line.reads() || !texts.contains(line.text()))
                .toList());
    }

    private Collection<List<Line>> messages() {
        Map<Integer, List<Line>> byBubble =
                said().stream().collect(Collectors.groupingBy(Line::bubble, LinkedHashMap::new, Collectors.toList()));
        return byBubble.values();
    }

    /** Returns the messages of the chatbot, the lines of each as a reader sees them; reasoning is none. */
    List<Bubble> bubbles() {
        return messages().stream()
                .filter(message -> !isThinking(message))
                .map(Answer::bubble)
                .filter(bubble -> !bubble.text().isEmpty()
                        || !bubble.pictures().isEmpty()
                        || !bubble.options().isEmpty())
                .toList();
    }

    /** Returns what stands under the messages to rate, copy or take them elsewhere, each once. */
    List<String> controls(Lexicon words) {
        return said().stream()
                .filter(line -> line.kind() == Kind.CONTROL)
                .flatMap(line -> KEPT.stream().filter(kind -> words.says("controls." + kind, line.text())))
                .distinct()
                .toList();
    }

    private List<Line> said() {
        return lines.stream().filter(line -> line.side() == Side.CHATBOT).toList();
    }

    private static Bubble bubble(List<Line> lines) {
        List<String> texts = new ArrayList<>();
        List<String> options = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Line line : lines) {
            switch (line.kind()) {
                case TEXT -> texts.add(line.text());
                case LINK -> {
                    texts.add(line.text());
                    line.links().forEach(text -> links.add(new Link(text, "")));
                }
                case OPTION -> options.add(line.text());
                // An app tells no address of its pictures; the screenshot shows them.
                case PICTURE -> pictures.add(new Picture(line.text(), ""));
                case CONTROL, BUSY, THINKING -> {}
            }
        }
        return new Bubble(String.join("\n", texts), links, options, pictures, null);
    }
}
