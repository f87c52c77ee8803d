package org.wenda.score;

import java.util.List;
import org.wenda.transcript.Exchange;

/** S3: in which share of turns the chatbot says anything at all. */
final class Steadiness implements TargetRule {
    private static final int SHOWN = 10;

    @Override
    public String id() {
        return "steadiness";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.ofBounds("fewestTurns");
    }

    @Override
    public Judged judgeAll(Index.Item item, Dossier dossier) {
        List<Said> told = Dossier.told(dossier.all(item));
        List<Ground> silent = told.stream()
                .flatMap(said -> said.exchanges().stream()
                        .filter(exchange -> exchange.timing() != null && !exchange.heard())
                        .<Ground>map(exchange -> new Ground.Ended(said.place(exchange), exchange.outcome())))
                .toList();
        int asked = told.stream().mapToInt(Steadiness::asked).sum();
        if (asked < item.number("fewestTurns")) {
            return Judged.none(
                    Abstention.TOO_FEW_TURNS, List.of(), says("few", asked, (int) item.number("fewestTurns")));
        }
        double share = (double) (asked - silent.size()) / asked;
        return Judged.mark(
                item.marksBy().mark(share),
                silent.stream().limit(SHOWN).toList(),
                says("share", asked - silent.size(), asked));
    }

    private static int asked(Said said) {
        return (int) said.exchanges().stream()
                .map(Exchange::timing)
                .filter(timing -> timing != null)
                .count();
    }
}
