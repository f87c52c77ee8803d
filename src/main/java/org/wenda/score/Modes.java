package org.wenda.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wenda.transcript.Trait;

/** S4: how many ways there are to ask and to hear, besides typing and reading. */
final class Modes implements TargetRule {
    /** Each entry is one way, by whichever of its traits it shows. */
    private static final List<List<Trait>> WAYS = List.of(
            List.of(Trait.VOICE_INPUT),
            List.of(Trait.READ_ALOUD),
            List.of(Trait.INPUT_HINTS),
            List.of(Trait.RECOMMENDED_QUESTIONS, Trait.HOT_QUESTIONS, Trait.RELATED_QUESTIONS),
            List.of(Trait.FILE_OR_PICTURE_INPUT));

    @Override
    public String id() {
        return "modes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds();
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        List<Ground> found = WAYS.stream()
                .flatMap(traits -> traits.stream()
                        .map(trait -> Observed.anywhere(dossier, trait))
                        .flatMap(Optional::stream)
                        .limit(1))
                .toList();
        int low = item.marksBy().mark(found.size());
        int high = dossier.looked() ? low : item.marksBy().mark(WAYS.size());
        return Judged.between(
                low,
                high,
                Abstention.NOT_OBSERVED,
                found,
                says("found", found.size(), String.join(", ", names(found))));
    }

    static List<String> names(List<Ground> found) {
        List<String> names = found.stream()
                .filter(ground -> ground instanceof Ground.Seen)
                .map(ground -> ((Ground.Seen) ground).feature().trait().wire().toLowerCase(Locale.ROOT))
                .toList();
        return names.isEmpty() ? List.of("–") : names;
    }
}
