package org.wenda.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import org.wenda.link.Hop;
import org.wenda.link.LandingPage;
import org.wenda.link.LinkTrace;
import org.wenda.words.Lang;

/** Where an address typed by hand led, as one line; the names are those of {@code links.jsonl}. Pure. */
final class TraceLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceLine() {}

    /** Returns a line of JSON without its end. Where nothing was read, {@code title} is null. */
    static String of(URI address, LinkTrace trace, Lang lang) {
        LandingPage page = trace.page();
        ObjectNode line = JSON.createObjectNode();
        line.put("address", address.toString());
        line.put("verdict", trace.verdict().wire());
        line.put("reason", trace.reason().message().in(lang));
        line.put("status", status(trace));
        line.put("finalAddress", trace.finalAddress());
        ArrayNode hops = line.putArray("hops");
        trace.hops().forEach(hop -> put(hops.addObject(), hop));
        line.put("title", page == null ? null : page.title());
        line.put("elapsedMs", Math.round(trace.elapsed().toNanos() / 1e6));
        line.put("heading", page == null ? null : page.heading());
        line.put("contentType", page == null ? null : page.contentType());
        line.put("bytes", page == null ? null : page.bytes());
        line.put("shell", page == null ? null : page.shell());
        ArrayNode evidence = line.putArray("evidence");
        trace.evidence().forEach(evidence::add);
        return text(line);
    }

    private static void put(ObjectNode node, Hop hop) {
        node.put("address", hop.address().toString());
        node.put("status", hop.status());
        if (hop.location() != null) {
            node.put("location", hop.location());
        }
        node.put("elapsedMs", Math.round(hop.elapsed().toNanos() / 1e6));
        node.put("how", hop.how().wire());
    }

    /** Returns a line for people. */
    static String text(URI address, LinkTrace trace, Lang lang) {
        String end = trace.finalAddress().equals(address.toString()) ? "" : " → " + trace.finalAddress();
        String status = status(trace) == 0 ? "–" : String.valueOf(status(trace));
        LandingPage page = trace.page();
        String title = page == null || page.title().isBlank() ? "" : " 「" + page.title() + "」";
        String line = String.format(
                Locale.ROOT,
                "%s %s %s%s%s: %s",
                trace.verdict().wire(),
                status,
                address,
                end,
                title,
                trace.reason().message().in(lang));
        return AnswerText.harmless(line.replaceAll("\\s+", " "));
    }

    /** Returns the last status that a host answered; 0 if none did. */
    static int status(LinkTrace trace) {
        return trace.hops().stream()
                .map(Hop::status)
                .filter(status -> status > 0)
                .reduce((earlier, later) -> later)
                .orElse(0);
    }

    private static String text(ObjectNode line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
