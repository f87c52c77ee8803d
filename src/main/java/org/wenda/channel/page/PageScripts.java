package org.wenda.channel.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.portal.Vendor;

/**
 * The scripts that see, find and hear inside a page, called in the document that the runner looks at. They are put in
 * at the first call and stay until the document goes.
 */
public final class PageScripts {
    private static final String HOME = "window[Symbol.for('org.wenda.page')]";

    private final ScriptRunner runner;
    private final String install;
    private final Map<String, Object> words;

    /** @param vendors whose chatbots the scripts shall know */
    public PageScripts(ScriptRunner runner, List<Vendor> vendors) {
        this.runner = runner;
        this.install = "return (%s)(arguments[0], %s, %s, %s, %s, %s, %s, %s)"
                .formatted(
                        read("install.js"),
                        read("eyes.js"),
                        read("recorder.js"),
                        read("survey.js"),
                        read("transport.js"),
                        read("walker.js"),
                        read("features.js"),
                        read("replay.js"));
        this.words = new HashMap<>(lexicon());
        words.put("vendors", vendors.stream().map(PageScripts::signs).toList());
    }

    private PageScripts(ScriptRunner runner, PageScripts same) {
        this.runner = runner;
        this.install = same.install;
        this.words = same.words;
    }

    /** Returns the same scripts, run by another. */
    public PageScripts over(ScriptRunner other) {
        return new PageScripts(other, this);
    }

    /** As {@code survey.js} reads them. */
    private static Map<String, Object> signs(Vendor vendor) {
        return Map.of(
                "name", vendor.name(),
                "scripts", vendor.scripts(),
                "chats", vendor.chats(),
                "globals", vendor.globals(),
                "launchers", vendor.launchers(),
                "inputs", vendor.inputs(),
                "sends", vendor.sends());
    }

    /** Returns the words and patterns that the scripts go by. */
    static Map<String, Object> lexicon() {
        try {
            return new ObjectMapper().readValue(read("lexicon.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls one function of the scripts.
     *
     * @param function its path, such as {@code survey.look}
     */
    public @Nullable Object call(String function, @Nullable Object... arguments) {
        String script = "const at = %s; return at ? at.%s(...arguments) : 'absent'".formatted(HOME, function);
        Object answer = runner.run(script, arguments);
        if (!"absent".equals(answer)) {
            return answer;
        }
        install();
        return runner.run(script, arguments);
    }

    /** Calls one function that returns a promise, and waits for it. A promise that is broken becomes an exception. */
    public @Nullable Object await(String function, @Nullable Object... arguments) {
        String script = "const done = arguments[arguments.length - 1];"
                + " %s.%s(...Array.from(arguments).slice(0, -1)).then(done, fault => done({fault: String(fault)}))"
                        .formatted(HOME, function);
        return runner.runAsync(script, arguments);
    }

    /**
     * Checks the accessibility of the window that an input belongs to, and waits for the report.
     *
     * @return as {@link AxeReport} reads it
     */
    public @Nullable Object accessCheck(Object input) {
        // The text of axe is part of the script: a page may forbid scripts to make others of texts.
        String script = "const done = arguments[arguments.length - 1];"
                + " (%s)(%s.features.windowOf(arguments[0]), () => { (function (define, module, exports) { %s })(); })"
                        .formatted(read("axe.js"), HOME, read("/axe.min.js"))
                + ".then(done, fault => done({fault: String(fault)}))";
        return runner.runAsync(script, input);
    }

    private void install() {
        runner.run(install, words);
    }

    private static String read(String name) {
        try (InputStream in = PageScripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource missing beside PageScripts: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
