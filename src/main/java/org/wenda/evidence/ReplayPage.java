package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** A page that plays a {@link Film} from the disk. It holds all it needs; its policy lets nothing else run or load. */
final class ReplayPage {
    private ReplayPage() {}

    /**
     * Makes the page.
     *
     * @param packed the film as {@link Film#packed} makes it
     * @param scenario its id
     */
    static String of(byte[] packed, String scenario, Lang lang) {
        String script = read("replay-player.js");
        String style = read("replay.css");
        return read("replay.html")
                .replace("{{lang}}", lang == Lang.ZH ? "zh-CN" : "en")
                .replace("{{policy}}", "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style))
                .replace("{{title}}", said("replay.title", lang, Ids.checked(scenario)))
                .replace("{{note}}", said("replay.note", lang))
                .replace("{{play}}", said("replay.play", lang))
                .replace("{{pause}}", said("replay.pause", lang))
                .replace("{{old}}", said("replay.old", lang))
                .replace("{{film}}", Base64.getMimeEncoder().encodeToString(packed))
                .replace("{{style}}", style)
                .replace("{{script}}", script);
    }

    private static String said(String key, Lang lang, Object... args) {
        return Message.of(ReplayPage.class, key, args)
                .in(lang)
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (InputStream in = ReplayPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource missing beside ReplayPage: " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
