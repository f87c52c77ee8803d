package org.wenda.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wenda.link.Verdict;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.transcript.Trial;

/** Small nights of one chatbot that is steady but for its answer to the first of its questions. */
final class Nights {
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");
    private static final int OTHERS = 35;

    private Nights() {}

    /** @param answers to the question in question, the first time and when it was asked again */
    static Night of(String run, String... answers) {
        return of(run, Outcome.ANSWERED, answers);
    }

    static Night of(String run, Outcome outcome, String... answers) {
        List<Transcript> transcripts = new ArrayList<>();
        transcripts.add(transcript(
                run,
                "id-card",
                IntStream.range(0, answers.length)
                        .mapToObj(i -> exchange(run, "id-card", i + 1, outcome, answers[i]))
                        .toList()));
        for (int i = 1; i <= OTHERS; i++) {
            String scenario = "other-" + i;
            String answer = "第" + i + "项请到政务服务中心办理，工作日受理。";
            transcripts.add(transcript(run, scenario, List.of(exchange(run, scenario, 1, Outcome.ANSWERED, answer))));
        }
        return new Night(run, List.of("city-web"), transcripts, List.of());
    }

    /** A night in which each of some answers ended as it did, and said the same otherwise. */
    static Night ended(String run, Outcome... outcomes) {
        List<Transcript> transcripts = new ArrayList<>(of(run, "").transcripts());
        transcripts.set(
                0,
                transcript(
                        run,
                        "id-card",
                        IntStream.range(0, outcomes.length)
                                .mapToObj(i -> exchange(run, "id-card", i + 1, outcomes[i], "请到政务服务中心办理。"))
                                .toList()));
        return new Night(run, List.of("city-web"), transcripts, List.of());
    }

    /** A night in which every answer has a link of its own, and these links of the first led there. */
    static Night led(String run, Verdict... verdicts) {
        List<Link> links = IntStream.range(0, verdicts.length)
                .mapToObj(i -> new Link("办事指南", "https://city.example.gov.cn/guide/" + i))
                .toList();
        Exchange one = exchange(run, "id-card", 1, Outcome.ANSWERED, "请看办事指南。");
        Reply reply = new Reply(List.of(Bubble.of("请看办事指南。")), List.of(), links, List.of(), "", List.of());
        List<Transcript> transcripts = new ArrayList<>(of(run, "").transcripts());
        transcripts.set(0, transcript(run, "id-card", List.of(with(one, reply))));
        List<Night.Followed> followed = IntStream.range(0, verdicts.length)
                .mapToObj(i -> new Night.Followed(
                        "city-web", "id-card", 1, links.get(i).href(), verdicts[i]))
                .toList();
        return new Night(run, List.of("city-web"), transcripts, followed);
    }

    /** The same night, which was cut before the question in question and then resumed. */
    static Night takenUp(Night night) {
        List<Transcript> transcripts = new ArrayList<>(night.transcripts());
        List<Exchange> asked = transcripts.get(0).exchanges().stream()
                .map(one -> with(one, one.reply(), true))
                .toList();
        transcripts.set(0, transcript(night.run(), "id-card", asked));
        return new Night(night.run(), night.targets(), transcripts, List.of());
    }

    private static Exchange with(Exchange one, Reply reply) {
        return with(one, reply, one.takenUp());
    }

    private static Exchange with(Exchange one, Reply reply, boolean takenUp) {
        return new Exchange(
                one.run(),
                one.target(),
                one.scenario(),
                one.turn(),
                one.number(),
                one.critical(),
                one.question(),
                null,
                one.trial(),
                takenUp,
                one.outcome(),
                null,
                reply,
                one.timing(),
                one.endedBy(),
                Map.of(),
                List.of());
    }

    private static Transcript transcript(String run, String scenario, List<Exchange> exchanges) {
        return new Transcript(run, "city-web", scenario, SENT, null, null, exchanges, List.of(), List.of());
    }

    private static Exchange exchange(String run, String scenario, int time, Outcome outcome, String answer) {
        Duration took = Duration.ofMillis(300);
        return new Exchange(
                run,
                "city-web",
                scenario,
                "opening",
                time,
                true,
                "怎么办？",
                null,
                new Trial(null, time),
                false,
                outcome,
                null,
                new Reply(List.of(Bubble.of(answer)), List.of(), List.of(), List.of(), "", List.of()),
                new Timing(SENT, took, took, took, null, Duration.ofMillis(20)),
                "quiet",
                Map.of(),
                List.of());
    }
}
