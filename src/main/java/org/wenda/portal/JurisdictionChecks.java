package org.wenda.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;

/** What a schema cannot see in one jurisdiction. Pure; works on what is there, however much is missing. */
final class JurisdictionChecks {
    private static final String CITY = "重点城市";
    private static final String DEMO = "演示";
    private static final String DEMO_ADDRESS = "demo:/";

    private final List<Fault> faults = new ArrayList<>();

    private JurisdictionChecks() {}

    /** @param fileId what the file's name says the id is */
    static List<Fault> faults(Node root, String fileId) {
        JurisdictionChecks checks = new JurisdictionChecks();
        checks.id(root, fileId);
        checks.level(root);
        checks.addresses(root);
        root.find("regionCode").ifPresent(checks::checkedDay);
        root.find("chatbot").ifPresent(checks::checkedDay);
        root.list("apps").forEach(checks::checkedDay);
        return checks.faults;
    }

    private void id(Node root, String fileId) {
        root.find("id")
                .filter(id -> !id.text().isEmpty() && !id.text().equals(fileId))
                .ifPresent(id -> add(id, "id.file", id.text(), fileId));
    }

    private void level(Node root) {
        Optional<Node> level = root.find("level").filter(node -> Labels.LEVELS.containsKey(node.text()));
        if (level.isEmpty()) {
            return;
        }
        boolean isCity = level.get().text().equals(CITY);
        Optional<Node> parent = root.find("parent");
        if (isCity && parent.isEmpty()) {
            add(level.get(), "parent.missing");
        }
        if (!isCity && parent.isPresent()) {
            add(parent.get(), "parent.foreign", level.get().text());
        }
        root.find("region")
                .filter(region -> Labels.REGIONS.containsKey(region.text()))
                .filter(region ->
                        region.text().equals(DEMO) != level.get().text().equals(DEMO))
                .ifPresent(region -> add(region, "region.demo", level.get().text(), region.text()));
    }

    private void addresses(Node root) {
        boolean isDemo = root.text("level").equals(DEMO);
        Set<String> seen = new HashSet<>();
        for (Node web : root.list("web")) {
            checkedDay(web);
            faults.addAll(Facts.address(web, "url"));
            String url = web.text("url");
            web.find("url")
                    .filter(node -> !url.isEmpty() && !seen.add(url))
                    .ifPresent(node -> add(node, "address.duplicate", url));
            web.find("url")
                    .filter(node -> url.equals(DEMO_ADDRESS) && !isDemo)
                    .ifPresent(node -> add(node, "address.demo"));
        }
    }

    private void checkedDay(Node fact) {
        faults.addAll(Facts.day(fact, "checked"));
    }

    private void add(Node node, String key, Object... args) {
        faults.add(node.fault(Message.of(JurisdictionChecks.class, key, args)));
    }
}
