package org.wenda.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenda.evidence.BagFault;
import org.wenda.evidence.BagReport;
import org.wenda.words.Lang;

/**
 * What is known of bundles, for programs: {@code {"schemaVersion":1,"valid":false,"bundles":[{"bundle":"…",
 * "identifier":"…","sealedAt":"…","complete":true,"valid":false,"files":…,"octets":…,"problems":[{"kind":"changed",
 * "file":"data/…","manifests":["manifest-sha256.txt"],"message":"…"}],"signature":{"algorithm":"Ed25519",
 * "fingerprint":"…","subject":"…"},"timeStamp":{"at":"…","authority":"…","serialNumber":"…"},"unstamped":"…"}]}}; what
 * is not known is absent. Pure.
 */
final class BagJson {
    private BagJson() {}

    static String of(List<BagReport> reports, Lang lang) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("valid", reports.stream().allMatch(BagReport::isValid));
        ArrayNode bundles = document.putArray("bundles");
        reports.forEach(report -> add(report, lang, bundles.addObject()));
        return document.toPrettyString();
    }

    private static void add(BagReport report, Lang lang, ObjectNode node) {
        node.put("bundle", report.bag().toString());
        if (report.identifier() != null) {
            node.put("identifier", report.identifier());
        }
        if (report.sealedAt() != null) {
            node.put("sealedAt", report.sealedAt());
        }
        node.put("complete", report.isComplete())
                .put("valid", report.isValid())
                .put("files", report.files())
                .put("octets", report.octets());
        ArrayNode problems = node.putArray("problems");
        report.faults().forEach(fault -> add(fault, lang, problems.addObject()));
        addVouchers(report, node);
    }

    private static void add(BagFault fault, Lang lang, ObjectNode node) {
        node.put("kind", fault.kind().wire()).put("file", fault.file());
        ArrayNode manifests = node.putArray("manifests");
        fault.manifests().forEach(manifests::add);
        node.put("message", fault.message().in(lang));
    }

    private static void addVouchers(BagReport report, ObjectNode node) {
        BagReport.Signature signature = report.signature();
        if (signature != null) {
            ObjectNode signed = node.putObject("signature")
                    .put("algorithm", signature.algorithm())
                    .put("fingerprint", signature.fingerprint());
            if (signature.subject() != null) {
                signed.put("subject", signature.subject());
            }
        }
        BagReport.Stamp stamp = report.timeStamp();
        if (stamp != null) {
            node.putObject("timeStamp")
                    .put("at", stamp.at().toString())
                    .put("authority", stamp.authority())
                    .put("serialNumber", stamp.serialNumber());
        }
        if (report.unstamped() != null) {
            node.put("unstamped", report.unstamped());
        }
    }
}
