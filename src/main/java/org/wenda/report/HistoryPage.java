package org.wenda.report;

import java.util.List;

/**
 * All that the page of a target's history shows, as data.
 *
 * @param other the same page in the other language
 * @param charts the target night by night
 */
record HistoryPage(
        String target,
        String name,
        String other,
        List<String> lead,
        List<String> problems,
        List<TrendPart> charts,
        NightsPart nights,
        List<ChangePart> changes,
        List<QuestionPart> questions) {

    /** @param data what {@code history.js} draws, as JSON that holds no mark-up */
    record TrendPart(String id, String label, String data) {}

    record NightsPart(List<String> head, List<List<String>> rows) {}

    /** @param tone in which its trend is coloured */
    record ChangePart(String date, String kind, String tone, String where, List<Segment> what) {}

    /**
     * One question.
     *
     * @param turns what changed in how it ended, one line each
     */
    record QuestionPart(String matter, List<Segment> words, String sum, TrendPart chart, List<TurnPart> turns) {}

    /** @param tone in which the outcome is coloured */
    record TurnPart(String date, String outcome, String tone) {}
}
