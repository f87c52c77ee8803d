package org.wenda.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far raters agree, and how far they agree with the rules.
 *
 * @param rounds how often the interval's units were drawn again
 * @param seed of those draws
 * @param groups everything together, then by indicator and by who was asked
 * @param rules against people who had not seen their marks; those that agree least come first
 * @param check the marks that stand against those of a spot check; null if there was none
 */
public record RaterAgreement(
        int rounds,
        long seed,
        List<Group> groups,
        List<Versus> rules,
        @Nullable Versus check) {
    public RaterAgreement {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
    }

    /** What the items of a group have in common. */
    public enum Kind {
        ALL,
        CORE,
        SECONDARY,
        INDICATOR,
        PLATFORM,
        /** Provinces, key cities. */
        LEVEL
    }

    /**
     * The agreement on some items.
     *
     * @param id of what they have in common; empty for all
     * @param items how many somebody marked
     * @param paired how many at least two raters marked; only these tell anything
     * @param same share of pairs of marks that are the same, 0–1; null if there are none
     * @param near share of pairs that are at most one apart
     * @param alpha Krippendorff's, for values in an order; null if nothing varies or nothing is paired
     * @param low end of alpha's 95 % interval; null if it cannot be told
     * @param high other end
     * @param pairs of raters, by name
     */
    public record Group(
            Kind kind,
            String id,
            int items,
            int paired,
            @Nullable Double same,
            @Nullable Double near,
            @Nullable Double alpha,
            @Nullable Double low,
            @Nullable Double high,
            List<Pair> pairs) {
        public Group {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * The agreement of two raters.
     *
     * @param both how many items both marked
     * @param same share of these on which they gave the same, 0–1
     * @param kappa Cohen's, weighted by squared distance; null if neither ever varies
     */
    public record Pair(
            String one,
            String other,
            int both,
            double same,
            @Nullable Double kappa) {}

    /**
     * The agreement of people with what is known already.
     *
     * @param known id and version of a rule, such as {@code elements-covered 1}; {@code final} for the marks that stand
     * @param compared how many marks of people were compared
     * @param same share of these that are the same, 0–1
     * @param higher mean of the people's mark less the known one: above 0, a rule is too strict
     * @param kappa Cohen's, weighted by squared distance; null if it is not defined
     */
    public record Versus(
            String known,
            int compared,
            double same,
            double higher,
            @Nullable Double kappa) {}
}
