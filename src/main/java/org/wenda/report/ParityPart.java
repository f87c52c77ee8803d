package org.wenda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wenda.evidence.RunRecord;
import org.wenda.score.Parity;
import org.wenda.transcript.Transcript;

/**
 * How the answers of one app compare with those of its jurisdiction's web chatbot, as a page shows it.
 *
 * @param same turns that were answered the same
 * @param all turns that can be compared
 */
record ParityPart(String web, String app, int same, int all, List<Row> rows) {
    ParityPart {
        rows = List.copyOf(rows);
    }

    /**
     * One turn.
     *
     * @param tone colour of what the answers came to
     * @param one what the web says that decides; empty where nothing single does
     * @param other what the app says instead
     * @param onlyWeb addresses that only the web offers
     */
    record Row(
            String matter,
            String turn,
            String webPage,
            String appPage,
            String answers,
            String tone,
            List<Segment> one,
            List<Segment> other,
            String links,
            List<List<Segment>> onlyWeb,
            List<List<Segment>> onlyApp) {}

    /** Compares every app of a run with the web chatbot of the same jurisdiction; those without one are left out. */
    static List<ParityPart> of(RunRecord record, List<Transcript> transcripts, Naming naming) {
        List<ParityPart> parts = new ArrayList<>();
        for (RunRecord.PlannedTarget app : record.plan().targets()) {
            String web = app.id().replaceFirst("(-native)?-mobile$", "-web");
            if (app.platform().equals("mobile")) {
                List<Row> rows = rows(of(web, transcripts), of(app.id(), transcripts), naming);
                if (!rows.isEmpty()) {
                    parts.add(part(naming.target(web), naming.target(app.id()), rows, naming));
                }
            }
        }
        return List.copyOf(parts);
    }

    private static ParityPart part(String web, String app, List<Row> rows, Naming naming) {
        String same = word(Parity.Answers.SAME, naming);
        String untold = word(Parity.Answers.UNTOLD, naming);
        int alike =
                (int) rows.stream().filter(row -> row.answers().equals(same)).count();
        int all =
                (int) rows.stream().filter(row -> !row.answers().equals(untold)).count();
        return new ParityPart(web, app, alike, all, rows);
    }

    private static List<Transcript> of(String target, List<Transcript> transcripts) {
        return transcripts.stream().filter(one -> one.target().equals(target)).toList();
    }

    private static List<Row> rows(List<Transcript> webs, List<Transcript> apps, Naming naming) {
        List<Row> rows = new ArrayList<>();
        for (Transcript web : webs) {
            for (Transcript app : apps) {
                if (app.scenario().equals(web.scenario())) {
                    Parity.of(web, app).forEach(turn -> rows.add(row(web, app, turn, naming)));
                }
            }
        }
        return rows;
    }

    private static Row row(Transcript web, Transcript app, Parity turn, Naming naming) {
        return new Row(
                naming.scenario(web.scenario()),
                turn.turn(),
                page(web, turn.web()),
                page(app, turn.app()),
                word(turn.answers(), naming),
                tone(turn.answers()),
                Segment.of(turn.one()),
                Segment.of(turn.other()),
                naming.word("parity.links." + turn.links().name().toLowerCase(Locale.ROOT)),
                turn.onlyWeb().stream().map(Segment::of).toList(),
                turn.onlyApp().stream().map(Segment::of).toList());
    }

    private static String page(Transcript transcript, int number) {
        return "bundles/" + transcript.target() + "/data/" + transcript.scenario() + "/transcript.html#turn-" + number;
    }

    private static String word(Parity.Answers answers, Naming naming) {
        return naming.word("parity." + answers.name().toLowerCase(Locale.ROOT));
    }

    private static String tone(Parity.Answers answers) {
        return switch (answers) {
            case SAME -> "ok";
            case FIGURES, NAMES, DENIED -> "bad";
            case ENDED, APART -> "warn";
            case UNTOLD -> "none";
        };
    }
}
