package org.wenda.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** Lays records out as pages. Everything a template prints is escaped, and a page may load nothing at all. */
final class Pages {
    private final Lang lang;
    private final PebbleEngine engine;
    private final String style;

    Pages(Lang lang) {
        this.lang = lang;
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("org/wenda/report");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new Words(lang))
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
        style = resource("page.css");
    }

    /** @param page what the template calls {@code page} */
    String lay(String template, Object page) {
        PebbleTemplate laid = engine.getTemplate(template);
        StringWriter out = new StringWriter();
        Map<String, Object> context = Map.of(
                "page", page, "lang", lang == Lang.ZH ? "zh-CN" : "en", "style", style, "styleHash", hash(style));
        try {
            laid.evaluate(out, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String resource(String name) {
        return new String(bytes(name), UTF_8);
    }

    /** Returns a file that comes with the program. */
    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Styles and scripts are let in by their hash, so no other can get in with them. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@code w("key", …)} in a template is a sentence of this package's words. */
    private static final class Words extends AbstractExtension implements Function {
        private final Lang lang;

        Words(Lang lang) {
            this.lang = lang;
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("w", this);
        }

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null; // Pebble numbers the arguments then.
        }

        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            String key = String.valueOf(args.get("0"));
            Object[] rest = args.entrySet().stream()
                    .filter(arg -> !arg.getKey().equals("0"))
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toArray();
            return Message.of(Pages.class, key, rest).in(lang);
        }
    }
}
