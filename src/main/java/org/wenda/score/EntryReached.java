package org.wenda.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Opening;

/** S1: how far from the portal's page the chatbot takes a question. The shortest way that was taken counts. */
final class EntryReached implements TargetRule {
    @Override
    public String id() {
        return "entry-reached";
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
        List<Talk> opened = dossier.own(item).stream()
                .filter(talk -> talk.repeat() == 1 && presses(talk.before()) >= 0)
                .toList();
        if (opened.isEmpty()) {
            return Judged.none(Abstention.NOT_OBSERVED);
        }
        List<Integer> presses =
                opened.stream().map(talk -> presses(talk.before())).toList();
        Spread spread = Spread.of(presses, "presses");
        int least = (int) spread.min();
        Talk nearest = opened.get(presses.indexOf(least));
        return Judged.mark(
                        item.marksBy().mark(least),
                        grounds(nearest),
                        says(
                                "presses",
                                least,
                                Objects.requireNonNull(nearest.before()).entry().how()))
                .with(spread);
    }

    private static int presses(@Nullable Opening opening) {
        Integer presses = opening == null ? null : opening.entry().presses();
        return presses == null ? -1 : presses;
    }

    private static List<Ground> grounds(Talk talk) {
        List<Ground> grounds = new ArrayList<>();
        talk.opening().ifPresent(said -> {
            grounds.add(said.ended());
            said.exchanges().get(0).evidence().stream()
                    .filter(kept -> kept.kind() == Evidence.Kind.BEFORE || kept.kind() == Evidence.Kind.PAGE)
                    .map(kept -> new Ground.Pictured(said.place(said.exchanges().get(0)), kept))
                    .forEach(grounds::add);
        });
        return grounds;
    }
}
