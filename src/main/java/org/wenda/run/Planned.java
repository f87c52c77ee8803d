package org.wenda.run;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.config.Variants;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.portal.App;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Platform;
import org.wenda.portal.Provenance;
import org.wenda.portal.Target;
import org.wenda.portal.Targets;
import org.wenda.scenario.Scenario;
import org.wenda.scenario.Turn;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/** How a plan stands in {@code run.json}, and how it is made again from there. Pure. */
public final class Planned {
    private Planned() {}

    /**
     * Returns what {@code run.json} says of a run that begins.
     *
     * @param names what was asked for, in the user's words; they name the directory
     */
    public static RunRecord record(
            Plan plan, List<String> names, Instant startedAt, String version, List<String> commandLine, Lang lang) {
        return record(plan, names, startedAt, version, commandLine, lang, false);
    }

    /** @param keepsRaw whether what was said is also kept with the numbers of people unmasked */
    static RunRecord record(
            Plan plan,
            List<String> names,
            Instant startedAt,
            String version,
            List<String> commandLine,
            Lang lang,
            boolean keepsRaw) {
        return new RunRecord(
                RunDirectory.idOf(startedAt, names),
                version,
                startedAt,
                null,
                RunRecord.State.RUNNING,
                commandLine,
                lang,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        plan.targets().stream().map(Planned::target).toList(),
                        plan.scenarios().stream().map(Planned::scenario).toList(),
                        plan.trials().variants().name().toLowerCase(Locale.ROOT),
                        plan.trials().repeat(),
                        plan.trials().twice()),
                RunRecord.Totals.NONE,
                plan.targets().stream().flatMap(Planned::unverified).toList(),
                List.of(),
                keepsRaw);
    }

    /**
     * Makes the plan again. The demonstration city is to be opened anew.
     *
     * @throws InputException if a scenario is gone or has other turns than when the run began
     */
    public static Plan again(RunRecord record, List<Jurisdiction> jurisdictions, List<Scenario> scenarios) {
        Map<String, Scenario> known =
                scenarios.stream().collect(Collectors.toMap(Scenario::id, Function.identity(), (a, b) -> a));
        List<Problem> problems = new ArrayList<>();
        List<Scenario> same = new ArrayList<>();
        for (RunRecord.PlannedScenario planned : record.plan().scenarios()) {
            Scenario scenario = known.get(planned.id());
            if (scenario == null || !turns(scenario).equals(planned.turns())) {
                problems.add(new Problem(planned.id(), Message.of(Planned.class, "scenario-changed", record.run())));
            } else {
                same.add(scenario);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        List<Target> targets = record.plan().targets().stream()
                .map(planned -> target(planned, jurisdictions))
                .toList();
        Trials trials = new Trials(
                Variants.valueOf(record.plan().variants().toUpperCase(Locale.ROOT)),
                record.plan().repeat());
        return Plan.of(targets, same, trials).heldTwice(record.plan().twice(), record.startedAt());
    }

    private static Target target(RunRecord.PlannedTarget planned, List<Jurisdiction> jurisdictions) {
        Platform platform = Platform.valueOf(planned.platform().toUpperCase(Locale.ROOT));
        Target known = jurisdictions.stream()
                .flatMap(jurisdiction -> Targets.all(jurisdiction, platform).stream())
                .filter(target -> target.id().equals(planned.id()))
                .findFirst()
                .orElse(null);
        if (known != null && known.address() != null && Targets.isDemo(known.address())) {
            // The city of that run is closed; a new one has another port.
            return known;
        }
        String address = planned.address();
        if (known == null && address != null && platform == Platform.MOBILE) {
            return Targets.ofApp(String.valueOf(URI.create(address).getAuthority()));
        }
        return new Target(
                planned.id(),
                planned.name(),
                platform,
                address == null ? null : URI.create(address),
                known == null ? null : known.jurisdiction(),
                known == null ? null : known.app());
    }

    private static RunRecord.PlannedTarget target(Target target) {
        URI address = target.address();
        return new RunRecord.PlannedTarget(
                target.id(),
                target.name(),
                target.nameEn(),
                target.platform().id(),
                address == null ? null : address.toString());
    }

    private static RunRecord.PlannedScenario scenario(Scenario scenario) {
        return new RunRecord.PlannedScenario(
                scenario.id(),
                scenario.matter(),
                scenario.matterEn(),
                scenario.kind().name().toLowerCase(Locale.ROOT),
                turns(scenario));
    }

    private static List<String> turns(Scenario scenario) {
        return scenario.turns().stream().map(Turn::id).toList();
    }

    private static Stream<RunRecord.Unverified> unverified(Target target) {
        Jurisdiction jurisdiction = target.jurisdiction();
        if (jurisdiction == null) {
            return Stream.empty();
        }
        App app = target.app();
        Stream<RunRecord.Unverified> place = target.platform() == Platform.MOBILE
                ? Stream.ofNullable(app).flatMap(known -> unverified(target, "app", known.name(), known.provenance()))
                : jurisdiction.web().stream()
                        .limit(1)
                        .flatMap(known -> unverified(target, "web", known.url().toString(), known.provenance()));
        Jurisdiction.ChatbotName chatbot = jurisdiction.chatbot();
        return chatbot == null
                ? place
                : Stream.concat(place, unverified(target, "chatbot", chatbot.name(), chatbot.provenance()));
    }

    private static Stream<RunRecord.Unverified> unverified(
            Target target, String fact, String value, Provenance provenance) {
        return provenance.isVerified()
                ? Stream.empty()
                : Stream.of(new RunRecord.Unverified(target.id(), fact, value, provenance.source()));
    }
}
