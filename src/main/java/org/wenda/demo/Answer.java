package org.wenda.demo;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What the chatbot will say, and how it comes.
 *
 * @param about id of the matter, the choice or the small talk; {@code fallback} or {@code unclear} otherwise
 * @param bubbles Markdown, one entry a bubble
 */
record Answer(
        String about,
        City.Delivery delivery,
        String placeholder,
        String thinking,
        List<String> bubbles,
        List<String> options,
        List<String> related,
        List<City.Source> sources) {

    private static final int OPTIONS_WHEN_UNCLEAR = 4;

    static Answer to(Understood understood, City city) {
        if (understood instanceof Understood.About about) {
            return whole(about.matter());
        }
        if (understood instanceof Understood.Side side) {
            String text = side.matter().side(side.topic());
            return plain(side.matter().id(), city.topicDelivery(), text, List.of());
        }
        if (understood instanceof Understood.SideOfWhat) {
            List<String> some = city.matters().stream()
                    .limit(OPTIONS_WHEN_UNCLEAR)
                    .map(City.Matter::title)
                    .collect(Collectors.toList());
            return plain("unclear", city.topicDelivery(), city.topicUnclear(), some);
        }
        if (understood instanceof Understood.Vague vague) {
            City.Choice choice = vague.choice();
            return plain(choice.id(), choice.delivery(), choice.answer(), choice.options());
        }
        if (understood instanceof Understood.Chat chat) {
            return plain(chat.talk().id(), chat.talk().delivery(), chat.talk().answer(), List.of());
        }
        if (understood instanceof Understood.Nothing) {
            return plain("fallback", city.fallbackDelivery(), city.fallback(), List.of());
        }
        throw new IllegalStateException("no answer to " + understood);
    }

    private static Answer whole(City.Matter matter) {
        return new Answer(
                matter.id(),
                matter.delivery(),
                matter.placeholder(),
                matter.thinking().strip(),
                matter.answer().stream().map(text -> matter.fill(text).strip()).toList(),
                List.of(),
                matter.related(),
                matter.sources());
    }

    private static Answer plain(String about, City.Delivery delivery, String text, List<String> options) {
        return new Answer(about, delivery, "", "", List.of(text.strip()), options, List.of(), List.of());
    }

    Answer with(City.Delivery other) {
        return new Answer(about, other, placeholder, thinking, bubbles, options, related, sources);
    }

    /** Returns the same answer in other words; see {@link DemoBehaviour#words()}. */
    Answer in(BinaryOperator<String> words) {
        List<String> said =
                bubbles.stream().map(text -> words.apply(about, text)).toList();
        return new Answer(about, delivery, placeholder, thinking, said, options, related, sources);
    }

    /** Returns an answer of the same delay that only says {@code text}. */
    Answer saying(String text) {
        City.Delivery once = new City.Delivery(City.Manner.DELAYED, delivery.after(), 0, 0, 0);
        return plain(about, once, text, List.of());
    }
}
