package org.wenda.review;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.Journal;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.score.Abstention;
import org.wenda.score.Ground;
import org.wenda.score.Index;
import org.wenda.score.Mark;
import org.wenda.score.Place;
import org.wenda.score.RuleId;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Transcript;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * A marked run as raters get it: some cities, each asked two matters, with items for people, suggested ones and some
 * that only a rule marks. The last matter's chatbot attacks whoever reads it.
 */
public final class ReviewSample {
    public static final String RUN = "2026-11-23T020000Z-cities";

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final List<String> SCENARIOS = List.of("temporary-id-card", "complaint");
    private static final String ATTACK =
            "=HYPERLINK(\"http://canary.invalid\")</script><script>top.name=7</script><img src=x onerror=top.name=7>";

    private ReviewSample() {}

    /** Stores the run below {@code reports}. */
    public static Path store(Path reports, int cities) throws IOException {
        try (RunDirectory directory = RunDirectory.create(reports, RUN)) {
            List<RunRecord.PlannedTarget> targets = new ArrayList<>();
            List<Exchange> all = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            for (int city = 1; city <= cities; city++) {
                String target = "city" + city + "-web";
                targets.add(new RunRecord.PlannedTarget(target, "演示" + city + "市", "City " + city, "web", null));
                for (String scenario : SCENARIOS) {
                    all.add(hold(directory, target, scenario));
                    marks.addAll(marks(target, scenario));
                }
                marks.add(mark(target, null, "S1", Index.MarkedBy.RULE, 3, null, "steadiness"));
                marks.add(mark(target, null, "V6", Index.MarkedBy.SUGGEST, 1, null, "self-consistent"));
            }
            directory.write(record(targets, all));
            try (Journal journal = directory.journal()) {
                all.forEach(journal::add);
            }
            directory.write(Index.in(directory.root()).sha256(), marks);
            return directory.root();
        }
    }

    private static List<Mark> marks(String target, String scenario) {
        return List.of(
                mark(target, scenario, "D11", Index.MarkedBy.SUGGEST, 3, null, "matter-hit"),
                mark(target, scenario, "D12", Index.MarkedBy.SUGGEST, 1, null, "elements-covered"),
                mark(target, scenario, "I1", Index.MarkedBy.HUMAN, null, Abstention.FOR_RATERS, "for-raters"),
                mark(target, scenario, "D13", Index.MarkedBy.SUGGEST, null, Abstention.BLOCKED, "follow-up"),
                mark(target, scenario, "D32", Index.MarkedBy.RULE, 2, null, "person-reachable"));
    }

    private static Mark mark(
            String target,
            @Nullable String scenario,
            String indicator,
            Index.MarkedBy by,
            @Nullable Integer value,
            @Nullable Abstention abstained,
            String rule) {
        Place place = new Place(scenario == null ? SCENARIOS.get(0) : scenario, null, 1, 1);
        return new Mark(
                target,
                scenario,
                indicator,
                by,
                value,
                abstained,
                new RuleId(rule, 1),
                null,
                List.of(new Ground.Words(place, 0, 3, "工本费")),
                Message.of(Mark.class, "for-raters.gathered", "1"));
    }

    private static Exchange hold(RunDirectory directory, String target, String scenario) {
        Evidence kept = directory.keep(target, scenario, 1, "opening", Evidence.Kind.AFTER, picture());
        String said = scenario.equals("complaint") ? ATTACK : "临时居民身份证的工本费是10元。";
        Exchange exchange = new Exchange(
                RUN,
                target,
                scenario,
                "opening",
                1,
                true,
                "临时居民身份证怎么申领？",
                null,
                Outcome.ANSWERED,
                null,
                new Reply(List.of(Bubble.of(said)), List.of(), List.of(), List.of(), "", List.of()),
                new Timing(
                        START,
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        null,
                        Duration.ofMillis(20)),
                "quiet",
                Map.of(),
                List.of(kept));
        directory.write(
                new Transcript(RUN, target, scenario, START, null, null, List.of(exchange), List.of(), List.of()));
        return exchange;
    }

    private static byte[] picture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static RunRecord record(List<RunRecord.PlannedTarget> targets, List<Exchange> all) {
        return new RunRecord(
                RUN,
                "0.1.0",
                START,
                START,
                RunRecord.State.DONE,
                List.of("run", "cities"),
                Lang.EN,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        targets,
                        List.of(
                                new RunRecord.PlannedScenario(
                                        "temporary-id-card",
                                        "临时居民身份证申领",
                                        "Temporary ID card",
                                        "information",
                                        List.of("opening")),
                                new RunRecord.PlannedScenario(
                                        "complaint", "投诉", "Complaint", "complaint", List.of("opening")))),
                RunRecord.Totals.of(all),
                List.of(),
                List.of(),
                false);
    }
}
