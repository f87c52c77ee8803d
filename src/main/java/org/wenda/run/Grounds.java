package org.wenda.run;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord;
import org.wenda.link.Matter;
import org.wenda.link.Site;
import org.wenda.portal.Jurisdiction;
import org.wenda.scenario.Scenario;

/** What the links of a conversation are judged against: whose they are, and what was asked about. */
final class Grounds {
    private static final Set<String> ABOUT_NOTHING =
            Set.of(name(Scenario.Kind.VAGUE), name(Scenario.Kind.NONSENSE), name(Scenario.Kind.GREETING));

    private final Function<String, Optional<Jurisdiction>> jurisdictions;

    /** @param jurisdictions finds one by its id */
    Grounds(Function<String, Optional<Jurisdiction>> jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /**
     * Returns the hosts that are the target's own: those of its jurisdiction, of the one above, and where it was met.
     */
    Site site(String target, @Nullable URI address) {
        Set<String> hosts = new HashSet<>();
        addHost(hosts, address);
        Optional<Jurisdiction> own = jurisdictions.apply(target.replaceFirst("-(web|mobile)$", ""));
        own.ifPresent(jurisdiction -> addHosts(hosts, jurisdiction));
        own.map(Jurisdiction::parent).flatMap(jurisdictions).ifPresent(above -> addHosts(hosts, above));
        return new Site(hosts, address != null && Hosts.isLoopback(address));
    }

    Site site(RunRecord.PlannedTarget target) {
        String address = target.address();
        return site(target.id(), address == null ? null : URI.create(address));
    }

    /** Greetings, nonsense and vague questions are about nothing that a page could be compared with. */
    static Matter matter(RunRecord.PlannedScenario scenario) {
        return ABOUT_NOTHING.contains(scenario.kind()) ? Matter.NONE : new Matter(scenario.matter(), List.of());
    }

    private static void addHosts(Set<String> hosts, Jurisdiction jurisdiction) {
        jurisdiction.web().forEach(web -> addHost(hosts, web.url()));
    }

    private static void addHost(Set<String> hosts, @Nullable URI address) {
        String host = address == null ? null : address.getHost();
        if (Objects.requireNonNullElse(host, "").isEmpty()) {
            return;
        }
        hosts.add(Objects.requireNonNull(host).toLowerCase(Locale.ROOT));
    }

    private static String name(Scenario.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
