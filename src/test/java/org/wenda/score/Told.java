package org.wenda.score;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.link.LinkKind;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Scenarios;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;

/** A conversation in a few words: what was said to a standard scenario, and what came back. */
final class Told {
    static final String RUN = "2026-11-23T020000Z-demo";
    static final String TARGET = "demo-web";
    private static final Instant SENT = Instant.parse("2026-11-23T02:00:00Z");
    private static final Scenarios STANDARD = Scenarios.in(Path.of(""));

    private final Scenario scenario;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Led> links = new ArrayList<>();
    private final List<Landing> landings = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private @Nullable String variant;
    private int repeat = 1;
    private boolean looked;
    private @Nullable Opening opening;

    private Told(Scenario scenario) {
        this.scenario = scenario;
    }

    static Told about(String scenario) {
        return new Told(STANDARD.byId(scenario));
    }

    Told inOtherWords(String kind) {
        variant = kind;
        return this;
    }

    Told again(int time) {
        repeat = time;
        return this;
    }

    /** Somebody looked for traits; what was seen is said besides. */
    Told looked() {
        looked = true;
        return this;
    }

    Told seen(Trait trait, String where, String words) {
        features.add(new Feature(trait, where, words));
        return looked();
    }

    Told opened(@Nullable Integer presses, String greeting, List<String> suggestions, String... controls) {
        opening = new Opening(
                new Entry("launcher on the page", List.of(), "http://127.0.0.1/", false, presses, null),
                greeting.isEmpty() ? List.of() : List.of(greeting),
                suggestions,
                List.of(controls),
                Duration.ofMillis(900));
        return this;
    }

    /** The first turn. */
    Told says(Outcome outcome, String reply) {
        return says(scenario.turns().get(0).id(), outcome, reply);
    }

    Told says(String turn, Outcome outcome, String reply) {
        return add(turn, null, outcome, reply);
    }

    /** What came back when an option of the last turn was pressed. */
    Told pressed(Outcome outcome, String reply) {
        return add(last().turn(), new Choice(1, "选项"), outcome, reply);
    }

    private Told add(String turn, @Nullable Choice choice, Outcome outcome, String reply) {
        boolean sent = outcome.compareTo(Outcome.SILENT) <= 0;
        int number = exchanges.size() + 1;
        exchanges.add(new Exchange(
                RUN,
                TARGET,
                scenario.id(),
                turn,
                number,
                number == 1,
                question(turn),
                choice,
                outcome,
                null,
                reply.isEmpty()
                        ? Reply.NONE
                        : new Reply(List.of(Bubble.of(reply)), List.of(), List.of(), List.of(), "", List.of()),
                sent ? timing(outcome.heard() ? 500 : -1, 20, -1) : null,
                null,
                Map.of(),
                List.of(new Evidence(Evidence.Kind.AFTER, scenario.id() + "/0" + number + "-after.png"))));
        return this;
    }

    private String question(String turn) {
        return scenario.turns().stream()
                .filter(one -> one.id().equals(turn))
                .map(one -> one.say())
                .findFirst()
                .orElseThrow();
    }

    private static Timing timing(int reply, int error, int thinking) {
        Duration first = reply < 0 ? null : Duration.ofMillis(reply);
        return new Timing(
                SENT, first, first, first, thinking < 0 ? null : Duration.ofMillis(thinking), Duration.ofMillis(error));
    }

    /** How long the last reply took, in ms. */
    Told took(int reply, int error) {
        return with(last().reply(), timing(reply, error, -1));
    }

    Told thought(int thinking, int error) {
        Reply old = last().reply();
        return with(
                new Reply(old.bubbles(), old.options(), old.links(), old.sources(), "先想一想", old.controls()),
                timing(500, error, thinking));
    }

    Told options(String... options) {
        Reply old = last().reply();
        return with(
                new Reply(
                        old.bubbles(),
                        Stream.concat(old.options().stream(), Arrays.stream(options))
                                .toList(),
                        old.links(),
                        old.sources(),
                        old.thinking(),
                        old.controls()),
                last().timing());
    }

    Told controls(String... controls) {
        Reply old = last().reply();
        return with(
                new Reply(old.bubbles(), old.options(), old.links(), old.sources(), old.thinking(), List.of(controls)),
                last().timing());
    }

    Told source(String href, Why why) {
        Reply old = last().reply();
        with(
                new Reply(
                        old.bubbles(),
                        old.options(),
                        old.links(),
                        Stream.concat(old.sources().stream(), Stream.of(new Link("来源", href)))
                                .toList(),
                        old.thinking(),
                        old.controls()),
                last().timing());
        return link(href, why, "来源");
    }

    /** The run was cut before the last question, which was asked in a fresh conversation. */
    Told takenUp() {
        return with(last().reply(), last().timing(), true);
    }

    private Told with(Reply reply, @Nullable Timing timing) {
        return with(reply, timing, last().takenUp());
    }

    private Told with(Reply reply, @Nullable Timing timing, boolean takenUp) {
        Exchange old = exchanges.remove(exchanges.size() - 1);
        exchanges.add(new Exchange(
                old.run(),
                old.target(),
                old.scenario(),
                old.turn(),
                old.number(),
                old.critical(),
                old.question(),
                old.choice(),
                old.trial(),
                takenUp,
                old.outcome(),
                old.reason(),
                reply,
                timing,
                old.endedBy(),
                old.captured(),
                old.evidence()));
        return this;
    }

    /** A link of the last reply, never clicked. */
    Told link(String href, Why why, String title) {
        return led(href, LinkKind.ANCHOR, why, title, null, null);
    }

    Told phone(String number) {
        return led("tel:" + number, LinkKind.PHONE, Why.PHONE_NUMBER, "", null, null);
    }

    /** A link of the last reply that was clicked. */
    Told clicked(String href, Why why, String title, Landing.Where where, @Nullable Integer clicksToService) {
        return led(href, LinkKind.ANCHOR, why, title, where, clicksToService);
    }

    /** What a browser showed of a link of the last reply. */
    Told read(String href, String text) {
        landings.add(new Landing(
                last().number(),
                "办事指南",
                href,
                Landing.Where.NEW_TAB,
                href,
                "",
                "",
                text,
                null,
                null,
                Duration.ZERO,
                null,
                true,
                null,
                null));
        return this;
    }

    private Told led(
            String href,
            LinkKind kind,
            Why why,
            String title,
            Landing.@Nullable Where where,
            @Nullable Integer clicksToService) {
        Verdict verdict = why.verdict();
        links.add(new Led(last().number(), kind, "链接", href, verdict, why, title, where, clicksToService, null));
        return this;
    }

    private Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    Talk talk() {
        Transcript transcript =
                new Transcript(RUN, TARGET, scenario.id(), SENT, null, opening, exchanges, landings, features);
        return new Talk(scenario, variant, repeat, looked, transcript, links);
    }

    static Dossier dossier(Told... told) {
        return dossier(true, told);
    }

    /** A target of a run whose links were never followed. */
    static Dossier untraced(Told... told) {
        return dossier(false, told);
    }

    private static Dossier dossier(boolean traced, Told... told) {
        return new Dossier(
                TARGET, "演示市", traced, Arrays.stream(told).map(Told::talk).toList());
    }
}
