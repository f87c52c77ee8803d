package org.wenda.history;

import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * What may differ between two answers without anything having changed, as testers wrote it down. Pure; patterns take
 * time in proportion to the text, whatever a chatbot says.
 *
 * @param rules what is left out, in this order
 * @param anyOrder {@code options} if the order of buttons counts nothing; that of links and sentences never does
 * @param same groups of words that mean the same; the first stands for all
 */
public record Noise(List<Rule> rules, Set<String> anyOrder, List<List<String>> same) {
    /** Nothing is noise. */
    public static final Noise NONE = new Noise(List.of(), Set.of(), List.of());

    public Noise {
        rules = List.copyOf(rules);
        anyOrder = Set.copyOf(anyOrder);
        same = same.stream().map(List::copyOf).toList();
    }

    /** Where a rule holds. */
    enum Where {
        TEXT,
        OPTIONS,
        LINKS
    }

    /** One thing that is left out. */
    record Rule(String id, Where where, Pattern pattern) {}

    /**
     * Returns the noise of a home directory; the one that comes with Wenda if it has none of its own.
     *
     * @throws org.wenda.words.InputException with all problems of the file
     */
    public static Noise in(Path home) {
        return NoiseFile.in(home);
    }

    /** Returns what is left of an answer, in which words that mean the same are the same. */
    String text(String text) {
        return unified(without(text, Where.TEXT));
    }

    String option(String option) {
        return unified(without(option.strip(), Where.OPTIONS)).strip();
    }

    String link(String href) {
        String left = without(href, Where.LINKS);
        int fragment = left.indexOf('#');
        // What is left of a query may have lost its beginning.
        return left.indexOf('?') < 0 && left.indexOf('&') >= 0 && (fragment < 0 || left.indexOf('&') < fragment)
                ? left.replaceFirst("&", "?")
                : left;
    }

    private String without(String text, Where where) {
        String left = where == Where.LINKS ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (Rule rule : rules) {
            if (rule.where() == where) {
                left = rule.pattern().matcher(left).replaceAll("");
            }
        }
        return left;
    }

    private String unified(String text) {
        String one = text;
        for (List<String> group : same) {
            for (String other : group.subList(1, group.size())) {
                one = one.replace(other, group.get(0));
            }
        }
        return one;
    }
}
