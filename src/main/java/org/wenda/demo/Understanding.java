package org.wenda.demo;

import static java.util.Comparator.comparingDouble;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses what a question means, from words and shared character pairs. Pure: same question, same meaning. */
final class Understanding {
    /** A longer question that names no known matter is not about a side of the last one. */
    private static final int LONGEST_FOLLOW_UP = 18;

    /** Whoever says more beside "how much is it" means something that is not known here. */
    private static final int LONGEST_REST = 3;

    private static final int FEWEST_SHARED_PAIRS = 3;
    private static final double LEAST_SHARED = 0.45;

    private final City city;

    Understanding(City city) {
        this.city = city;
    }

    /**
     * Returns what a question means.
     *
     * @param last the matter this visitor talked about before; null if there is none
     */
    Understood of(String question, City.@Nullable Matter last) {
        String said = normal(question);
        Optional<City.Choice> list = listed(said);
        if (list.isPresent()) {
            return new Understood.Vague(list.get());
        }
        Optional<City.Matter> named = named(said);
        if (named.isPresent()) {
            return new Understood.About(named.get());
        }
        Optional<City.Topic> topic = topic(said);
        if (topic.isPresent() && last != null && !last.side(topic.get()).isEmpty()) {
            return new Understood.Side(topic.get(), last);
        }
        Optional<City.Choice> vague = vague(said);
        if (vague.isPresent()) {
            return new Understood.Vague(vague.get());
        }
        if (topic.isPresent() && saysLittleBeside(topic.get(), said)) {
            return new Understood.SideOfWhat();
        }
        return similar(said).<Understood>map(Understood.About::new).orElseGet(() -> smallTalk(said));
    }

    private Optional<City.Matter> named(String said) {
        return city.matters().stream()
                .filter(matter -> covered(said, matter) > 0)
                .max(comparingDouble(matter -> covered(said, matter) + similarity(said, matter)));
    }

    /** How many characters of the question belong to words of the matter. */
    private static int covered(String said, City.Matter matter) {
        if (said.equals(normal(matter.title()))) {
            return Integer.MAX_VALUE / 2;
        }
        BitSet covered = new BitSet();
        for (String entry : matter.words()) {
            cover(said, List.of(entry.split("\\+")), covered);
        }
        return covered.cardinality();
    }

    private static void cover(String said, List<String> parts, BitSet covered) {
        if (!parts.stream().allMatch(part -> said.contains(normal(part)))) {
            return;
        }
        for (String part : parts) {
            int at = said.indexOf(normal(part));
            covered.set(at, at + normal(part).length());
        }
    }

    /** An option that leads to another list. */
    private Optional<City.Choice> listed(String said) {
        return city.choices().stream()
                .filter(choice -> !choice.title().isEmpty() && said.equals(normal(choice.title())))
                .findFirst();
    }

    private Optional<City.Choice> vague(String said) {
        return city.choices().stream()
                .filter(choice -> said.length() <= choice.longest() && holdsAny(said, choice.words()))
                .findFirst();
    }

    private Optional<City.Topic> topic(String said) {
        if (said.length() > LONGEST_FOLLOW_UP) {
            return Optional.empty();
        }
        return city.topics().stream()
                .filter(topic -> holdsAny(said, topic.words()))
                .findFirst();
    }

    private boolean saysLittleBeside(City.Topic topic, String said) {
        String rest = without(city.filler(), without(topic.words(), said));
        return rest.replace(" ", "").length() <= LONGEST_REST;
    }

    private Understood smallTalk(String said) {
        return city.smallTalk().stream()
                .filter(talk -> holdsAny(said, talk.words()))
                .<Understood>map(Understood.Chat::new)
                .findFirst()
                .orElseGet(Understood.Nothing::new);
    }

    private Optional<City.Matter> similar(String said) {
        return city.matters().stream()
                .filter(matter -> similarity(said, matter) >= LEAST_SHARED)
                .max(comparingDouble(matter -> similarity(said, matter)));
    }

    /** Which part of the question's character pairs stands in the nearest wording of the matter, 0 to 1. */
    private double similarity(String said, City.Matter matter) {
        Set<String> asked = pairs(said);
        return matter.wordings().stream()
                .mapToDouble(wording -> shared(asked, pairs(normal(wording))))
                .max()
                .orElse(0);
    }

    private static double shared(Set<String> asked, Set<String> known) {
        Set<String> both = new HashSet<>(asked);
        both.retainAll(known);
        return both.size() < FEWEST_SHARED_PAIRS ? 0 : (double) both.size() / asked.size();
    }

    private Set<String> pairs(String text) {
        String bare = without(city.filler(), text);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= bare.length(); i++) {
            if (bare.substring(i, i + 2).indexOf(' ') < 0) {
                pairs.add(bare.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static String without(List<String> words, String text) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, " ");
        }
        return rest;
    }

    private static boolean holdsAny(String said, List<String> words) {
        return words.stream().anyMatch(word -> said.contains(normal(word)));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}\\p{Z}\\p{C}]", "");
    }
}
