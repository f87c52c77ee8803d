package org.wenda.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Move;
import org.wenda.transcript.Outcome;
import org.wenda.words.Lang;

/**
 * What {@code run.json} says of a run.
 *
 * @param run id of the run
 * @param wenda version of Wenda
 * @param endedAt null while it goes on, and for ever after a crash
 * @param commandLine the words after {@code wenda}
 * @param language the language in which people were spoken to
 * @param unverified facts about the targets that nobody has ever seen to hold
 * @param moved chatbots that were not where their saved profiles say
 * @param keepsRaw whether what was said is also kept with the numbers of people unmasked
 */
public record RunRecord(
        String run,
        String wenda,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        List<String> commandLine,
        Lang language,
        Machine machine,
        Plan plan,
        Totals totals,
        List<Unverified> unverified,
        List<Moved> moved,
        boolean keepsRaw) {
    public RunRecord {
        commandLine = List.copyOf(commandLine);
        unverified = List.copyOf(unverified);
        // Runs of earlier versions do not say.
        moved = List.copyOf(Objects.requireNonNullElse(moved, List.of()));
    }

    /** Returns the same run with all chatbots that have moved. */
    public RunRecord withMoved(List<Moved> all) {
        return new RunRecord(
                run,
                wenda,
                startedAt,
                endedAt,
                state,
                commandLine,
                language,
                machine,
                plan,
                totals,
                unverified,
                all,
                keepsRaw);
    }

    /** Returns the same run at its end. */
    public RunRecord ended(State how, Instant when, Totals counted) {
        return new RunRecord(
                run,
                wenda,
                startedAt,
                when,
                how,
                commandLine,
                language,
                machine,
                plan,
                counted,
                unverified,
                moved,
                keepsRaw);
    }

    /** How far a run came. */
    public enum State {
        /** Under way, or killed. */
        RUNNING,
        DONE,
        /** Over, but not all that was planned was asked. */
        PARTIAL,
        /** Somebody stopped it. */
        INTERRUPTED
    }

    /**
     * The machine a run was made on.
     *
     * @param os name and version of the operating system
     * @param java version of the running Java
     * @param cores processors that Java may use
     */
    public record Machine(String os, String java, int cores) {
        /** Returns the machine this program runs on. */
        public static Machine here() {
            return new Machine(
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    Runtime.version().toString(),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * What was to be asked of whom, in this order.
     *
     * @param variants how many other wordings of the opening turns: {@code none}, {@code one}, {@code all} or
     *     {@code auto}, which is all on loopback and one elsewhere
     * @param repeat how often the opening turns' own words, from 1
     * @param twice of how many conversations one was held twice; 0 for none
     */
    public record Plan(
            List<PlannedTarget> targets, List<PlannedScenario> scenarios, String variants, int repeat, int twice) {
        public Plan {
            targets = List.copyOf(targets);
            scenarios = List.copyOf(scenarios);
            // Runs of earlier versions do not say.
            variants = Objects.requireNonNullElse(variants, "none");
            repeat = Math.max(1, repeat);
        }

        /** A plan of ordinary conversations only. */
        public Plan(List<PlannedTarget> targets, List<PlannedScenario> scenarios) {
            this(targets, scenarios, "none", 1, 0);
        }
    }

    /**
     * A target of the plan.
     *
     * @param name its Chinese name
     * @param nameEn its English name
     * @param platform {@code web} or {@code mobile}
     * @param address where the visit begins; null if none is known
     */
    public record PlannedTarget(
            String id,
            String name,
            String nameEn,
            String platform,
            @Nullable String address) {}

    /**
     * A scenario of the plan.
     *
     * @param kind what it tries, in small letters, such as {@code nonsense}
     * @param turns ids of its turns in order
     */
    public record PlannedScenario(String id, String matter, String matterEn, String kind, List<String> turns) {
        public PlannedScenario {
            turns = List.copyOf(turns);
        }
    }

    /**
     * A fact that nobody has seen to hold.
     *
     * @param target id of the target
     * @param fact which one: {@code web}, {@code app} or {@code chatbot}
     * @param value what is believed
     * @param source where it comes from
     */
    public record Unverified(String target, String fact, String value, String source) {}

    /**
     * A chatbot that was not where its saved profile says, and was found anew.
     *
     * @param target id of the target
     * @param was where the profile led
     * @param now where the chatbot was found
     * @param how how it was reached, in short
     * @param healed whether the profile was rewritten, which takes a reply that was heard
     */
    public record Moved(String target, Move.Spot was, Move.Spot now, String how, boolean healed) {}

    /**
     * How much was done, counted where it happened.
     *
     * @param asked exchanges whose question was sent
     * @param heard exchanges in which the chatbot said something
     * @param stored exchanges written to the journal
     * @param steps exchanges that were an option pressed, not a question typed; contained in the others
     * @param late bubbles that came, or were added to, after the end of their reply had been told
     * @param byOutcome exchanges of each outcome; outcomes that did not happen are left out
     */
    public record Totals(int asked, int heard, int stored, int steps, int late, Map<Outcome, Integer> byOutcome) {
        /** Nothing yet. */
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, Map.of());

        public Totals {
            Map<Outcome, Integer> ordered = new EnumMap<>(Outcome.class);
            ordered.putAll(byOutcome);
            byOutcome = Collections.unmodifiableMap(ordered);
        }

        /** Returns these totals and one exchange more, which has just been stored. */
        public Totals plus(Exchange exchange) {
            return with(exchange, 1);
        }

        /** Returns these totals without an exchange that is contained in them. */
        public Totals minus(Exchange exchange) {
            return with(exchange, -1);
        }

        private Totals with(Exchange exchange, int times) {
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            counts.putAll(byOutcome);
            counts.merge(exchange.outcome(), times, (one, other) -> one + other == 0 ? null : one + other);
            return new Totals(
                    asked + (exchange.timing() == null ? 0 : times),
                    heard + (exchange.heard() ? times : 0),
                    stored + times,
                    steps + (exchange.choice() == null ? 0 : times),
                    late + times * exchange.reply().late(),
                    counts);
        }

        /** Returns what these exchanges add up to. */
        public static Totals of(Collection<Exchange> exchanges) {
            Totals totals = NONE;
            for (Exchange exchange : exchanges) {
                totals = totals.plus(exchange);
            }
            return totals;
        }
    }
}
