package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wenda.transcript.Trait;

/** V6: whether the chatbot lets a citizen say where and who they are, and answers for that place. */
final class Adapts implements TargetRule {
    @Override
    public String id() {
        return "adapts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        List<Ground> choices = Stream.of(Trait.REGION_CHOICE, Trait.IDENTITY_CHOICE)
                .map(trait -> Observed.anywhere(dossier, trait))
                .flatMap(Optional::stream)
                .toList();
        Hit named = Dossier.told(dossier.all(item)).stream()
                .map(said -> said.find(Pattern.quote(dossier.name())))
                .reduce(Hit.NOTHING, Hit::or);
        List<Ground> grounds = new ArrayList<>(choices);
        grounds.addAll(Hit.grounds(named));
        int low = mark(!choices.isEmpty(), named.fits());
        int high = dossier.looked() ? low : mark(true, named.fits());
        return Judged.between(
                low,
                high,
                Abstention.NOT_OBSERVED,
                grounds,
                says("mark" + low, String.join(", ", Modes.names(choices)), dossier.name()));
    }

    private static int mark(boolean choice, boolean named) {
        return (choice ? 2 : 0) + (named ? 1 : 0);
    }
}
