package org.wenda.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What kind of file a body is: as declared, corrected by its first bytes where servers are often wrong. */
final class MediaTypes {
    private static final List<String> VAGUE =
            List.of("", "application/octet-stream", "text/plain", "binary/octet-stream");

    private MediaTypes() {}

    static String of(String contentType, byte[] body, String disposition) {
        String declared = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String head = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1).stripLeading();
        if (head.startsWith("%PDF")) {
            return "application/pdf";
        }
        if (declared.equals("application/pdf")) {
            // Says PDF and is none: a page that says why is the usual case.
            return looksLikePage(head) ? "text/html" : "application/octet-stream";
        }
        boolean handedOver = disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
        return VAGUE.contains(declared) && !handedOver && looksLikePage(head)
                ? "text/html"
                : declared.isEmpty() ? "application/octet-stream" : LandingPage.cut(declared, 100);
    }

    static boolean isPage(String type) {
        return type.equals("text/html") || type.equals("application/xhtml+xml") || type.equals("text/plain");
    }

    private static boolean looksLikePage(String head) {
        String start = head.toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<head")
                || start.contains("<body");
    }
}
