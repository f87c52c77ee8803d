package org.wenda.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Transcript;

/** The answers of one night by question: the ordinary one first, then those to the same words asked again. */
final class Answers {
    private final Map<Question, List<Look>> byQuestion = new LinkedHashMap<>();

    /** @param quiet texts whose noise was left out before, as most chatbots say most things again; is added to */
    Answers(Night night, Noise noise, Map<String, String> quiet) {
        for (Transcript transcript : night.transcripts()) {
            for (Exchange exchange : transcript.exchanges()) {
                if (isCompared(exchange)) {
                    byQuestion
                            .computeIfAbsent(Question.of(exchange), unseen -> new ArrayList<>())
                            .add(new Look(
                                    exchange,
                                    noise,
                                    quiet.computeIfAbsent(exchange.reply().text(), noise::text)));
                }
            }
        }
    }

    /**
     * Other wordings of a question are other questions, and are asked by lot. What was asked in a fresh conversation,
     * after the run was cut, says nothing either: the chatbot did not know what went before.
     */
    static boolean isCompared(Exchange exchange) {
        return exchange.trial().variant() == null && !exchange.takenUp() && Look.tells(exchange);
    }

    List<Question> questions() {
        return List.copyOf(byQuestion.keySet());
    }

    List<Look> to(Question question) {
        return byQuestion.getOrDefault(question, List.of());
    }
}
