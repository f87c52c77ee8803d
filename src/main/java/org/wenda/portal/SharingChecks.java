package org.wenda.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;

/**
 * What only shows when jurisdictions are seen together: parents that are none, and hosts that several share. A city may
 * share the service site of its province, with a region code of its own; nobody else shares.
 */
final class SharingChecks {
    private final Map<String, Node> all;
    private final Map<String, List<String>> idsByHost;

    /** @param all what could be read, by id */
    SharingChecks(Map<String, Node> all) {
        this.all = all;
        this.idsByHost = new LinkedHashMap<>();
        all.forEach((id, root) -> hosts(root)
                .keySet()
                .forEach(host -> idsByHost
                        .computeIfAbsent(host, any -> new ArrayList<>())
                        .add(id)));
    }

    List<Fault> faults(String id, Node root) {
        List<Fault> faults = new ArrayList<>();
        parent(root).ifPresent(faults::add);
        hosts(root).forEach((host, url) -> foreignHost(id, root, host, url).ifPresent(faults::add));
        regionCode(id, root).ifPresent(faults::add);
        return faults;
    }

    private Optional<Fault> parent(Node root) {
        Optional<Node> parent = root.find("parent").filter(node -> !node.text().isEmpty());
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        String id = parent.get().text();
        Optional<Node> province = Optional.ofNullable(all.get(id));
        if (province.isEmpty()) {
            List<String> near = Nearest.of(id, all.keySet());
            return Optional.of(parent.get()
                    .fault(
                            near.isEmpty()
                                    ? message("parent.unknown", id)
                                    : message("parent.unknown.near", id, near.get(0))));
        }
        return province.get().text("level").equals("省级")
                ? Optional.empty()
                : Optional.of(parent.get().fault(message("parent.noProvince", id)));
    }

    private Optional<Fault> foreignHost(String id, Node root, String host, Node url) {
        return others(host, id).stream()
                .filter(other -> !isFamily(id, root, other))
                .findFirst()
                .map(other -> url.fault(message("host.foreign", host, other)));
    }

    private Optional<Fault> regionCode(String id, Node root) {
        String code = root.find("regionCode").map(region -> region.text("code")).orElse("");
        Set<String> sharing = new HashSet<>();
        hosts(root).keySet().stream()
                .flatMap(host -> others(host, id).stream())
                .filter(other -> isFamily(id, root, other))
                .forEach(sharing::add);
        if (root.text("parent").isEmpty() || sharing.isEmpty()) {
            return Optional.empty();
        }
        if (root.find("regionCode").isEmpty()) {
            String other = sharing.stream().sorted().findFirst().orElseThrow();
            return Optional.of(root.find("web").orElse(root).fault(message("regionCode.missing", other)));
        }
        return sharing.stream()
                .sorted()
                .filter(other -> !code.isEmpty() && code.equals(codeOf(other)))
                .findFirst()
                .map(other -> root.find("regionCode")
                        .flatMap(region -> region.find("code"))
                        .orElse(root)
                        .fault(message("regionCode.taken", code, other)));
    }

    private String codeOf(String id) {
        return Optional.ofNullable(all.get(id))
                .flatMap(root -> root.find("regionCode"))
                .map(region -> region.text("code"))
                .orElse("");
    }

    private boolean isFamily(String id, Node root, String other) {
        String parent = root.text("parent");
        String othersParent = Optional.ofNullable(all.get(other))
                .map(node -> node.text("parent"))
                .orElse("");
        return parent.equals(other) || othersParent.equals(id) || (!parent.isEmpty() && parent.equals(othersParent));
    }

    private List<String> others(String host, String id) {
        return idsByHost.getOrDefault(host, List.of()).stream()
                .filter(other -> !other.equals(id))
                .collect(Collectors.toList());
    }

    /** Returns the hosts of the service sites, each with the address that names it first. */
    private static Map<String, Node> hosts(Node root) {
        return root.list("web").stream()
                .filter(web -> web.text("kind").equals("政务服务网"))
                .flatMap(web -> web.find("url").stream())
                .filter(url -> Facts.host(url.text()).isPresent())
                .collect(Collectors.toMap(
                        url -> Facts.host(url.text()).orElseThrow().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static Message message(String key, Object... args) {
        return Message.of(SharingChecks.class, key, args);
    }
}
