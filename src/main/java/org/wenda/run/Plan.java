package org.wenda.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.scenario.Scenario;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.words.Problem;

/**
 * Which conversations are to be held, in this order. Made without asking anybody anything.
 *
 * @param errands those of one target stand together
 */
public record Plan(List<Errand> errands) {
    /** The id of the demonstration city, which has no address before it is opened. */
    public static final String DEMO = "demo";

    public Plan {
        errands = List.copyOf(errands);
    }

    /**
     * Makes a plan of a wish.
     *
     * @param demo where the demonstration city is open; null if nobody asked for it
     * @throws InputException with everything about the wish that cannot be fulfilled
     */
    public static Plan of(Wish wish, List<Jurisdiction> jurisdictions, List<Scenario> scenarios, @Nullable URI demo) {
        Planner planner = new Planner(jurisdictions, scenarios, demo);
        Plan plan = planner.plan(wish);
        if (!planner.problems.isEmpty()) {
            throw new InputException(planner.problems);
        }
        return plan;
    }

    /** Returns the plan by hosts, which take turns with nobody: errands of one host are done one after the other. */
    Map<String, List<Errand>> byHost() {
        return errands.stream()
                .collect(Collectors.groupingBy(
                        errand -> hostOf(errand.target()), LinkedHashMap::new, Collectors.toList()));
    }

    List<Target> targets() {
        return errands.stream().map(Errand::target).distinct().toList();
    }

    List<Scenario> scenarios() {
        return errands.stream().map(Errand::scenario).distinct().toList();
    }

    private static String hostOf(Target target) {
        URI address = target.address();
        return address == null ? target.id() : Hosts.of(address);
    }

    /**
     * Reads an address typed by hand.
     *
     * @throws InputException if it is none
     */
    public static URI address(String typed) {
        return parse(typed).orElseThrow(() -> new InputException(List.of(malformed(typed))));
    }

    private static Optional<URI> parse(String typed) {
        try {
            URI address = new URI(typed.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Problem malformed(String typed) {
        return new Problem(typed, Message.of(Plan.class, "address-malformed"));
    }

    /** Makes one plan and gathers what is wrong with the wish. */
    private static final class Planner {
        private final Map<String, Jurisdiction> jurisdictions;
        private final Map<String, Scenario> scenarios;
        private final @Nullable URI demo;
        private final List<Problem> problems = new ArrayList<>();

        Planner(List<Jurisdiction> jurisdictions, List<Scenario> scenarios, @Nullable URI demo) {
            this.jurisdictions = byId(jurisdictions, Jurisdiction::id);
            this.scenarios = byId(scenarios, Scenario::id);
            this.demo = demo;
        }

        Plan plan(Wish wish) {
            checkPlatforms(wish.platforms());
            List<Target> targets = targets(wish);
            List<Scenario> wanted = scenarios(wish.scenarios());
            if (targets.isEmpty() && problems.isEmpty()) {
                problems.add(problem("run", "nobody-named"));
            }
            return new Plan(targets.stream()
                    .flatMap(target -> wanted.stream().map(scenario -> new Errand(target, scenario)))
                    .toList());
        }

        private void checkPlatforms(List<Platform> platforms) {
            if (platforms.contains(Platform.MOBILE)) {
                problems.add(problem("--platform mobile", "no-mobile"));
            }
        }

        private List<Target> targets(Wish wish) {
            Map<String, Target> targets = new LinkedHashMap<>();
            if (wish.all()) {
                jurisdictions.values().stream()
                        .filter(jurisdiction -> jurisdiction.level() != Level.DEMO)
                        .map(this::target)
                        .forEach(target -> targets.put(target.id(), target));
            }
            wish.whom().forEach(name -> named(name).ifPresent(target -> targets.put(target.id(), target)));
            return List.copyOf(targets.values());
        }

        private Optional<Target> named(String name) {
            Jurisdiction jurisdiction = jurisdictions.get(name);
            if (jurisdiction != null) {
                return Optional.of(target(jurisdiction));
            }
            boolean looksLikeAddress = name.contains(":") || name.contains("/") || name.contains(".");
            if (!looksLikeAddress) {
                problems.add(unknown(name, "jurisdiction-unknown", jurisdictions.keySet()));
                return Optional.empty();
            }
            Optional<URI> address = parse(name);
            if (address.isEmpty()) {
                problems.add(malformed(name));
            }
            return address.map(Planner::target);
        }

        private Target target(Jurisdiction jurisdiction) {
            URI known = jurisdiction.web().isEmpty()
                    ? null
                    : jurisdiction.web().get(0).url();
            URI address = jurisdiction.id().equals(DEMO) && demo != null ? demo : known;
            return new Target(
                    jurisdiction.id() + "-" + Platform.WEB.id(),
                    jurisdiction.name(),
                    Platform.WEB,
                    address,
                    jurisdiction);
        }

        private static Target target(URI address) {
            String place = address.getAuthority() + address.getPath();
            String slug =
                    place.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            String shortSlug = slug.substring(0, Math.min(slug.length(), 60)).replaceAll("-$", "");
            // Two addresses may look alike once reduced to letters; the number keeps their files apart.
            String mark = Integer.toHexString(address.toString().hashCode());
            return new Target(
                    shortSlug + "-" + mark + "-" + Platform.WEB.id(), address.getHost(), Platform.WEB, address, null);
        }

        private List<Scenario> scenarios(List<String> ids) {
            if (ids.isEmpty()) {
                return List.copyOf(scenarios.values());
            }
            List<Scenario> wanted = new ArrayList<>();
            for (String id : ids.stream().distinct().toList()) {
                Scenario scenario = scenarios.get(id);
                if (scenario == null) {
                    problems.add(unknown(id, "scenario-unknown", scenarios.keySet()));
                } else {
                    wanted.add(scenario);
                }
            }
            return wanted;
        }

        private static Problem unknown(String name, String key, Collection<String> known) {
            List<String> nearest = Nearest.of(name, known);
            List<String> offered = nearest.isEmpty() ? List.copyOf(known) : nearest;
            return problem(name, key, String.join(", ", offered));
        }

        private static Problem problem(String place, String key, Object... args) {
            return new Problem(place, Message.of(Plan.class, key, args));
        }

        private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
            return all.stream()
                    .collect(Collectors.toMap(id, thing -> thing, (first, second) -> first, LinkedHashMap::new));
        }
    }
}
