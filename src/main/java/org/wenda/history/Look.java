package org.wenda.history;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;

/** One answer, taken apart into what is compared. Noise is left out of everything but the exchange itself. */
final class Look {
    private static final Pattern ENUMERATED =
            Pattern.compile("(?m)^\\s*(?:\\d{1,2}[.、．)）]|[一二三四五六七八九十]{1,2}、|[①-⑩•·*-]\\s?)");
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:\\d{1,2}[.、．)）]|[①-⑩•·*-])\\s*");
    private static final int A_LIST = 2;

    private final Exchange exchange;
    private final String text;
    private final Map<Aspect, Set<Item>> items = new EnumMap<>(Aspect.class);

    /** @param text what is said, without its noise */
    Look(Exchange exchange, Noise noise, String text) {
        this.exchange = exchange;
        this.text = text;
        add(Aspect.OUTCOME, new Item(Item.Kind.OUTCOME, outcome().wire()));
        // The numbers of a list count nothing.
        Facts.of(BULLET.matcher(text).replaceAll("")).forEach(fact -> {
            add(Aspect.of(fact.kind()), fact);
            add(Aspect.ANY_FACT, fact);
        });
        for (Link link : exchange.reply().links()) {
            // An app's own view tells no address; what it reads stands in the text.
            if (!link.href().isEmpty()) {
                add(Aspect.LINKS, new Item(Item.Kind.LINK, noise.link(link.href())));
            }
        }
        addInOrder(
                Aspect.OPTIONS,
                Item.Kind.OPTION,
                exchange.reply().options().stream().map(noise::option).toList(),
                noise.anyOrder().contains("options"));
        exchange.reply().controls().forEach(control -> add(Aspect.CONTROLS, new Item(Item.Kind.CONTROL, control)));
        shapes();
    }

    private void addInOrder(Aspect aspect, Item.Kind kind, List<String> values, boolean anyOrder) {
        for (int i = 0; i < values.size(); i++) {
            add(aspect, new Item(kind, anyOrder ? values.get(i) : (i + 1) + ". " + values.get(i)));
        }
    }

    private void shapes() {
        List<Bubble> bubbles = exchange.reply().bubbles();
        if (bubbles.isEmpty()) {
            return;
        }
        shape(Aspect.BUBBLES, bubbles.size() == 1 ? "one bubble" : bubbles.size() + " bubbles");
        String said = exchange.reply().text();
        if (ENUMERATED.matcher(said).results().count() >= A_LIST) {
            shape(Aspect.LISTS, "list");
        }
        if (said.indexOf('\t') >= 0) {
            shape(Aspect.TABLES, "table");
        }
        long pictures =
                bubbles.stream().mapToLong(bubble -> bubble.pictures().size()).sum();
        if (pictures > 0) {
            shape(Aspect.PICTURES, pictures == 1 ? "one picture" : pictures + " pictures");
        }
        if (!exchange.reply().sources().isEmpty()) {
            shape(Aspect.SOURCES, "sources");
        }
    }

    private void shape(Aspect aspect, String what) {
        add(aspect, new Item(Item.Kind.SHAPE, what));
    }

    private void add(Aspect aspect, Item item) {
        items.computeIfAbsent(aspect, unseen -> new LinkedHashSet<>()).add(item);
    }

    Exchange exchange() {
        return exchange;
    }

    Outcome outcome() {
        return exchange.outcome();
    }

    String text() {
        return text;
    }

    /** Returns what is said, offered or seen of one side; nothing for the text, which is compared by its distance. */
    Set<Item> items(Aspect aspect) {
        return items.getOrDefault(aspect, Set.of());
    }

    /** Returns whether the answer is worth comparing: of a refused or broken visit nothing is known. */
    static boolean tells(Exchange exchange) {
        Outcome outcome = exchange.outcome();
        return outcome.heard() || outcome == Outcome.SILENT;
    }

    @Override
    public String toString() {
        return items.entrySet().stream()
                .filter(aspect -> !aspect.getValue().isEmpty())
                .map(aspect -> aspect.getKey() + "=" + aspect.getValue())
                .collect(Collectors.joining(", "));
    }
}
