package org.wenda.score;

import java.util.List;
import org.wenda.scenario.Search;
import org.wenda.transcript.Outcome;

/** I3: whether an answer is set so that it reads easily: in parts, and of bearable length. */
final class Readability implements ScenarioRule {
    private static final int LINES = 500;

    @Override
    public String id() {
        return "readability";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING
                .andNumbers("longest", "longestParagraph", "short", "fewestParts")
                .andPatterns("part");
    }

    @Override
    public Judged judge(Index.Item item, Said opening, Dossier dossier) {
        if (opening.outcome() != Outcome.ANSWERED) {
            return Judged.none(Abstention.NOT_APPLICABLE, opening);
        }
        String text = opening.last().reply().text();
        List<String> lines = text.lines().limit(LINES).toList();
        int longest =
                lines.stream().mapToInt(line -> line.strip().length()).max().orElse(0);
        long parts = lines.stream()
                .filter(line -> Search.first(item.pattern("part"), line) instanceof Search.Found.Match)
                .count();
        boolean tooLong = text.length() > item.number("longest");
        boolean block = longest > item.number("longestParagraph");
        boolean unparted = text.length() > item.number("short") && parts < item.number("fewestParts");
        int mark = 3 - (tooLong ? 1 : 0) - (block ? 1 : 0) - (unparted ? 1 : 0);
        return Judged.mark(mark, opening.endedWithPicture(), says("measured", text.length(), longest, parts));
    }
}
