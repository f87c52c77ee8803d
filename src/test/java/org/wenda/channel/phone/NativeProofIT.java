package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.channel.Arrival;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.channel.Hints;
import org.wenda.config.PhoneSettings.Ear;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.demo.DemoPhone;
import org.wenda.demo.Truth;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Timing;
import org.wenda.words.MachineException;

/**
 * Hearing natively over many turns, with everything that goes wrong on a phone put in on purpose: nothing cut, doubled,
 * mixed or lost. 300 turns in {@code ./wenda test --full}, or as many as {@code wenda.turns} says; none otherwise.
 */
@SuppressWarnings("NullAway.Init")
public final class NativeProofIT {
    private static final int TURNS = Integer.getInteger("wenda.turns", Boolean.getBoolean("wenda.full") ? 300 : 0);

    /** Questions of one session; its fault comes with the one in the middle. */
    private static final int SESSION = 10;

    private static final int FAULTY = 3;

    private static final Settings SETTINGS = SettingsFile.read(
            Path.of("none"), List.of("limits.reply=60s", "limits.silence=20s", "limits.discovery=60s"));

    /** Long, streamed, in several bubbles, reasoned, with a placeholder, a table, options; and the same again. */
    private static final List<String> QUESTIONS = List.of(
            "临时居民身份证怎么申领？",
            "社保怎么转移到外地？",
            "你好",
            "购买自住住房怎么申请贷款？",
            "个体户营业执照丢了怎么补办？",
            "个体户营业执照丢了怎么补办？",
            "公司名称变更怎么登记？",
            "社保",
            "你好",
            "开具户籍证明怎么办？",
            "社会保障卡怎么办理？");

    private static final List<Map<String, Object>> FAULTS = List.of(
            Map.of("kind", "dialog", "afterMs", 200),
            Map.of("kind", "dump-timeout", "timeoutMs", 300, "times", 2),
            Map.of("kind", "stale", "times", 1),
            Map.of("kind", "webview-hidden"),
            Map.of("kind", "app-crashes", "afterMs", 300),
            Map.of("kind", "session-dies", "afterMs", 300));

    private static final Channel.Moments NONE = new Unwatched();

    private final List<String> wrong = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();
    private int heard;
    private int told;
    private DemoCity city;
    private DemoPhone phone;

    /** How far off one turn was, and how far it says that it may be. */
    private record Measured(Duration first, Duration complete, Duration bound) {
        Duration worst() {
            return first.compareTo(complete) > 0 ? first : complete;
        }
    }

    @BeforeClass
    void start() {
        if (TURNS == 0) {
            throw new SkipException("takes half an hour; ./wenda test --full runs it");
        }
        city = DemoCity.start(DemoBehaviour.standard().withPace(0.2));
        phone = DemoPhone.start(Path.of(""));
    }

    @AfterClass(alwaysRun = true)
    void close() {
        if (phone != null) {
            phone.close();
        }
        if (city != null) {
            city.close();
        }
    }

    @Test
    public void hearsEveryReplyWholeWhateverGoesWrong() {
        for (int session = 0; heard + told < TURNS; session++) {
            talk(session, Math.min(SESSION, TURNS - heard - told));
        }
        print();

        assertThat(wrong).isEmpty();
        assertThat(measured).allSatisfy(turn -> assertThat(turn.worst()).isLessThanOrEqualTo(turn.bound()));
    }

    private void talk(int session, int turns) {
        Map<String, Object> fault = new HashMap<>(FAULTS.get(session % FAULTS.size()));
        fault.put("question", FAULTY);
        Map<String, Object> more = Map.of("dumpDelayMs", 200, "noReset", true, "faults", List.of(fault));
        try (PhoneChannel channel =
                new PhoneChannel(new BorrowedPhone(phone, more), Ear.NATIVE, SETTINGS, List.of(), Clock.systemUTC())) {
            assertThat(channel.open(city.address(), Hints.NONE)).isInstanceOf(Arrival.Open.class);
            for (int turn = 0; turn < turns; turn++) {
                String question = QUESTIONS.get((session * SESSION + turn) % QUESTIONS.size());
                if (!ask(channel, question, String.valueOf(fault.get("kind")), turn + 1 == FAULTY)) {
                    return;
                }
            }
        }
    }

    /** Returns whether the conversation goes on. */
    private boolean ask(PhoneChannel channel, String question, String fault, boolean strikes) {
        int before = city.truths().size();
        try {
            check(question, channel.ask(question, NONE), city.truths().get(before));
            heard++;
            return true;
        } catch (MachineException said) {
            told++;
            boolean fatal = fault.equals("app-crashes") || fault.equals("session-dies");
            if (!(strikes && fatal)) {
                wrong.add(question + " (" + fault + "): " + said.getMessage());
            }
            return false;
        }
    }

    private void check(String question, Heard heard, Truth truth) {
        List<String> bubbles =
                heard.reply().bubbles().stream().map(Bubble::text).toList();
        if (!truth.question().equals(question)
                || !bubbles.equals(truth.bubbles())
                || !heard.reply().options().equals(truth.options())) {
            wrong.add(question + ": heard " + bubbles + ", shown " + truth.bubbles());
        }
        Timing timing = heard.timing();
        if (timing == null || timing.firstReply() == null || timing.complete() == null) {
            wrong.add(question + ": " + heard.outcome() + " without a time, " + heard.reason() + ", ended by "
                    + heard.endedBy());
            return;
        }
        measured.add(new Measured(
                off(timing, timing.firstReply(), truth, truth.firstTextMs()),
                off(timing, timing.complete(), truth, truth.completeMs()),
                timing.error()));
    }

    private static Duration off(Timing timing, @Nullable Duration heard, Truth truth, double millis) {
        Instant shown = truth.sentAt().plusNanos(Math.round(millis * 1e6));
        return Duration.between(shown, timing.sentAt().plus(Objects.requireNonNull(heard)))
                .abs();
    }

    private void print() {
        List<Duration> errors = measured.stream().map(Measured::worst).sorted().toList();
        List<Duration> bounds = measured.stream().map(Measured::bound).sorted().toList();
        Reporter.log(
                String.format(
                        Locale.ROOT,
                        "native: %d turns heard, %d ended by a fault that was told, %d wrong;"
                                + " error ms p50 %d, p95 %d, max %d; bound ms p50 %d, p95 %d, max %d",
                        heard,
                        told,
                        wrong.size(),
                        at(errors, 0.5),
                        at(errors, 0.95),
                        at(errors, 1),
                        at(bounds, 0.5),
                        at(bounds, 0.95),
                        at(bounds, 1)),
                true);
    }

    private static long at(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toMillis();
    }
}
