package org.wenda.gallery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Link;

/** What stands in one bubble, apart from how a kit wants to have it: as Markdown, as HTML, or read aloud. */
record Content(List<Block> blocks) {
    Content {
        blocks = List.copyOf(blocks);
    }

    static Content of(Block... blocks) {
        return new Content(List.of(blocks));
    }

    static Content text(String... paragraphs) {
        return new Content(Stream.of(paragraphs).<Block>map(Paragraph::of).toList());
    }

    /** One part of a bubble. */
    sealed interface Block {
        String markdown();

        String html();

        /** Returns what a reader sees: one line per item, tabs between cells, nothing for a picture or a source. */
        String plain();
    }

    /** Text with or without a link. */
    record Run(String text, @Nullable String href) {
        String markdown() {
            return href == null ? text : "[" + text + "](" + href + ")";
        }

        String html() {
            return href == null ? escape(text) : "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
        }
    }

    /** Text in one line. */
    record Paragraph(List<Run> runs) implements Block {
        Paragraph {
            runs = List.copyOf(runs);
        }

        static Paragraph of(String text) {
            return new Paragraph(List.of(new Run(text, null)));
        }

        @Override
        public String markdown() {
            return joined(runs, Run::markdown, "");
        }

        @Override
        public String html() {
            return "<p>" + joined(runs, Run::html, "") + "</p>";
        }

        @Override
        public String plain() {
            return joined(runs, Run::text, "");
        }
    }

    /** One line of a list and what stands under it. */
    record Item(String text, List<String> under) {
        Item {
            under = List.copyOf(under);
        }

        private String html() {
            String inner =
                    under.isEmpty() ? "" : "<ul>" + joined(under, u -> "<li>" + escape(u) + "</li>", "") + "</ul>";
            return "<li>" + escape(text) + inner + "</li>";
        }
    }

    /** A numbered list with lists inside. */
    record Items(List<Item> items) implements Block {
        Items {
            items = List.copyOf(items);
        }

        @Override
        public String markdown() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < items.size(); i++) {
                text.append(i + 1).append(". ").append(items.get(i).text()).append('\n');
                items.get(i)
                        .under()
                        .forEach(u -> text.append("    - ").append(u).append('\n'));
            }
            return text.toString().stripTrailing();
        }

        @Override
        public String html() {
            return "<ol>" + joined(items, Item::html, "") + "</ol>";
        }

        @Override
        public String plain() {
            return items.stream()
                    .flatMap(item -> Stream.concat(Stream.of(item.text()), item.under().stream()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A table; the first row is its head. */
    record Rows(List<List<String>> rows) implements Block {
        Rows {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String markdown() {
            String rule = rows.get(0).stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |"));
            List<String> lines = rows.stream()
                    .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |")))
                    .toList();
            return lines.get(0) + "\n" + rule + "\n" + String.join("\n", lines.subList(1, lines.size()));
        }

        @Override
        public String html() {
            String head = joined(rows.get(0), cell -> "<th>" + escape(cell) + "</th>", "");
            String body = joined(
                    rows.subList(1, rows.size()),
                    row -> "<tr>" + joined(row, cell -> "<td>" + escape(cell) + "</td>", "") + "</tr>",
                    "");
            return "<table><thead><tr>" + head + "</tr></thead><tbody>" + body + "</tbody></table>";
        }

        @Override
        public String plain() {
            return joined(rows, row -> String.join("\t", row), "\n");
        }
    }

    /** Where the answer was taken from: a heading and a numbered list of links, which is no part of what is said. */
    record Sources(String heading, List<Run> runs) implements Block {
        Sources {
            runs = List.copyOf(runs);
        }

        @Override
        public String markdown() {
            StringBuilder text = new StringBuilder(heading).append("\n\n");
            for (int i = 0; i < runs.size(); i++) {
                text.append(i + 1).append(". ").append(runs.get(i).markdown()).append('\n');
            }
            return text.toString().stripTrailing();
        }

        @Override
        public String html() {
            return "<p>" + escape(heading) + "</p><ol>" + joined(runs, run -> "<li>" + run.html() + "</li>", "")
                    + "</ol>";
        }

        @Override
        public String plain() {
            return "";
        }
    }

    /**
     * A card: tabs with a panel each, of which the first is shown, and buttons. Only HTML can have it; in Markdown it
     * is what a reader sees at first.
     *
     * @param tabs the words on each tab and on its panel, in order
     * @param buttons what can be pressed under the panel
     */
    record Card(String heading, Map<String, String> tabs, List<String> buttons) implements Block {
        Card {
            tabs = Collections.unmodifiableMap(new LinkedHashMap<>(tabs));
            buttons = List.copyOf(buttons);
        }

        @Override
        public String markdown() {
            return heading + "\n\n" + shown();
        }

        @Override
        public String html() {
            StringBuilder panels = new StringBuilder();
            tabs.values()
                    .forEach(words -> panels.append("<div role=\"tabpanel\"" + (panels.isEmpty() ? ">" : " hidden>"))
                            .append("<p>" + escape(words) + "</p></div>"));
            String labels =
                    joined(List.copyOf(tabs.keySet()), tab -> "<button role=\"tab\">" + escape(tab) + "</button>", "");
            return "<div class=\"card\"><h4>" + escape(heading) + "</h4><div role=\"tablist\">" + labels + "</div>"
                    + panels + "<div>" + joined(buttons, each -> "<button>" + escape(each) + "</button>", "")
                    + "</div></div>";
        }

        @Override
        public String plain() {
            return heading + "\n" + shown();
        }

        List<String> choices() {
            return Stream.concat(tabs.keySet().stream(), buttons.stream()).toList();
        }

        private String shown() {
            return tabs.values().iterator().next();
        }
    }

    /** Links that look like buttons, one beside the other. */
    record LinkButtons(List<Link> links) implements Block {
        LinkButtons {
            links = List.copyOf(links);
        }

        @Override
        public String markdown() {
            return joined(links, link -> "[" + link.text() + "](" + link.href() + ")", "　");
        }

        @Override
        public String html() {
            String style = "display:inline-block;margin:4px;padding:4px 14px;border-radius:14px;background:#1f6fb5;"
                    + "color:#fff;text-decoration:none";
            return "<div>"
                    + joined(
                            links,
                            link -> "<a role=\"button\" style=\"" + style + "\" href=\"" + escape(link.href()) + "\">"
                                    + escape(link.text()) + "</a>",
                            "")
                    + "</div>";
        }

        @Override
        public String plain() {
            return joined(links, Link::text, " ");
        }
    }

    /** A picture of the site. */
    record Picture(String src, String alt) implements Block {
        @Override
        public String markdown() {
            return "![" + alt + "](" + src + ")";
        }

        @Override
        public String html() {
            String words = alt.isEmpty() ? "" : " alt=\"" + escape(alt) + "\"";
            return "<p><img src=\"" + escape(src) + "\"" + words + "></p>";
        }

        @Override
        public String plain() {
            return "";
        }
    }

    String markdown() {
        return joined(blocks, Block::markdown, "\n\n");
    }

    String html() {
        return joined(blocks, Block::html, "");
    }

    String plain() {
        return blocks.stream().map(Block::plain).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Returns all links in order, those of the sources among them. */
    List<Link> links() {
        return blocks.stream()
                .flatMap(block -> block instanceof Paragraph paragraph
                        ? links(paragraph.runs())
                        : block instanceof Sources sources
                                ? links(sources.runs())
                                : block instanceof LinkButtons buttons ? buttons.links().stream() : Stream.empty())
                .toList();
    }

    /** Returns what can be pressed inside the bubble, in order. */
    List<String> choices() {
        return blocks.stream()
                .flatMap(block -> block instanceof Card card ? card.choices().stream() : Stream.empty())
                .toList();
    }

    List<Link> sources() {
        return blocks.stream()
                .filter(Sources.class::isInstance)
                .flatMap(block -> links(((Sources) block).runs()))
                .toList();
    }

    private static Stream<Link> links(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.href() == null ? Stream.empty() : Stream.of(new Link(run.text(), run.href())));
    }

    List<Picture> pictures() {
        return blocks.stream()
                .filter(Picture.class::isInstance)
                .map(Picture.class::cast)
                .toList();
    }

    Content withoutPictures() {
        return new Content(
                blocks.stream().filter(block -> !(block instanceof Picture)).toList());
    }

    private static <T> String joined(List<T> parts, Function<T, String> text, String between) {
        return parts.stream().map(text).collect(Collectors.joining(between));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
