package org.wenda.link;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose chatbot offered a link.
 *
 * @param hosts names of the target's own hosts, without ports; empty if no host is foreign
 * @param loopback whether the target itself lies on loopback, so that its links may lead there too
 */
public record Site(Set<String> hosts, boolean loopback) {
    public Site {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
