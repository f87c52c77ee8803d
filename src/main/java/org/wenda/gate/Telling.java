package org.wenda.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * What a service is told, in its own format. Holds ids and figures only, no word of a chatbot. The formats and
 * signatures of DingTalk, WeCom and Feishu are as their public manuals have them; no real service has been told
 * anything yet. Pure.
 *
 * @param findings what the gate found; null if none was asked for
 */
record Telling(RunSummary summary, @Nullable List<Gate.Finding> findings, Lang lang) {
    /** WeCom takes 4,096 bytes, the others more. */
    private static final int MOST_BYTES = 3_800;

    private static final int MOST_FINDINGS = 12;

    /**
     * What is sent.
     *
     * @param query what is added to the address
     */
    record Letter(Map<String, String> query, Map<String, String> headers, String body) {}

    /** {@code summary.json} itself; signed with HMAC-SHA256 in a header where there is a key. */
    Letter plain(@Nullable String secret) {
        String body = SummaryFile.of(summary, findings);
        Map<String, String> headers = secret == null
                ? Map.of()
                : Map.of("X-Wenda-Signature", "sha256=" + HexFormat.of().formatHex(hmac(secret, body)));
        return new Letter(Map.of(), headers, body);
    }

    /** Signed in the address: HMAC-SHA256 of time, line break and key, by the key. */
    Letter dingTalk(@Nullable String secret, long millis) {
        ObjectNode body = body().put("msgtype", "markdown");
        body.putObject("markdown").put("title", title()).put("text", markdown());
        if (secret == null) {
            return new Letter(Map.of(), Map.of(), body.toString());
        }
        String sign = Base64.getEncoder().encodeToString(hmac(secret, millis + "\n" + secret));
        return new Letter(
                new TreeMap<>(Map.of("timestamp", String.valueOf(millis), "sign", sign)), Map.of(), body.toString());
    }

    /** Has no signature: the key stands in the address. */
    Letter weCom() {
        ObjectNode body = body().put("msgtype", "markdown");
        body.putObject("markdown").put("content", markdown());
        return new Letter(Map.of(), Map.of(), body.toString());
    }

    /** Signed in the body: HMAC-SHA256 of nothing, by time, line break and key. */
    Letter feishu(@Nullable String secret, long seconds) {
        ObjectNode body = body();
        if (secret != null) {
            String sign = Base64.getEncoder().encodeToString(hmac(seconds + "\n" + secret, ""));
            body.put("timestamp", String.valueOf(seconds)).put("sign", sign);
        }
        body.put("msg_type", "text");
        body.putObject("content").put("text", cut(String.join("\n", lines())));
        return new Letter(Map.of(), Map.of(), body.toString());
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private String title() {
        return words("told.title", summary.run());
    }

    private String markdown() {
        List<String> lines = new ArrayList<>(lines());
        lines.set(0, "### " + lines.get(0));
        return cut(String.join("\n\n", lines));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Totals totals = Totals.of(summary);
        lines.add(title());
        lines.add(verdict());
        lines.add(words(
                "told.totals",
                summary.targets().size(),
                totals.turns(),
                totals.answered(),
                Math.round(100 * totals.coverage())));
        if (summary.against() != null) {
            long worse =
                    summary.shifts().stream().filter(RunSummary.Shift::worse).count();
            lines.add(words(
                    "told.shifts",
                    summary.against(),
                    worse,
                    summary.shifts().size() - worse,
                    summary.newDead().size()));
        }
        failed().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> lines.add("- "
                        + words("told.finding", finding.target(), finding.rule().wire(), finding.reason())));
        return lines;
    }

    private String verdict() {
        if (findings == null) {
            return words("told.ungated");
        }
        return failed().isEmpty() ? words("told.passed") : words("told.failed", failed().size());
    }

    private List<Gate.Finding> failed() {
        return findings == null
                ? List.of()
                : findings.stream().filter(finding -> !finding.kept()).toList();
    }

    private static String cut(String text) {
        String cut = text;
        while (cut.getBytes(UTF_8).length > MOST_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.equals(text) ? text : cut + "…";
    }

    static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256, and it takes any key that is not empty", e);
        }
    }

    private String words(String key, Object... args) {
        return Message.of(Telling.class, key, args).in(lang);
    }
}
