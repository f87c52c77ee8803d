package org.wenda.channel.browser;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.HasBiDi;
import org.openqa.selenium.bidi.protocol.browsingcontext.CaptureScreenshotParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.CloseParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.GetTreeParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.Info;
import org.openqa.selenium.bidi.protocol.browsingcontext.TraverseHistoryParameters;
import org.openqa.selenium.bidi.protocol.module.BrowsingContext;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.RemoteWebElement;
import org.wenda.channel.page.PageScripts;
import org.wenda.channel.page.ScriptRunner;

/**
 * Reaches documents by WebDriver BiDi. Classic commands must not run while a {@link Gate} is shut: they wait for pages
 * to load, and behind them waits the word that lets the page load.
 */
final class EventReach implements Reach {
    /** A page that is busy for longer lets nobody look. */
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(8);

    /** How ChromeDriver names an element; the first part is the frame, which is a context too. */
    private static final Pattern ELEMENT_ID = Pattern.compile("f\\.([0-9A-Za-z]+)\\.d\\..*");

    private static final Json JSON = new Json();

    private final BiDi bidi;
    private final BrowsingContext contexts;
    private final PageScripts scripts;

    @SuppressWarnings("removal") // modules, which take its place, know no time limits of their own
    EventReach(WebDriver driver, PageScripts scripts) {
        this.bidi = ((HasBiDi) driver).getBiDi();
        this.contexts = new BrowsingContext(driver);
        this.scripts = scripts;
    }

    @Override
    public boolean watches() {
        return true;
    }

    @Override
    public Set<String> windows() {
        Set<String> windows = new LinkedHashSet<>();
        for (Info one :
                contexts.getTree(new GetTreeParameters().setMaxDepth(0L)).getContexts()) {
            windows.add(one.getContext());
        }
        return windows;
    }

    @Override
    public Spot spot(String window, Frames.Place place, WebElement element) {
        if (place.path().isEmpty()) {
            return Spot.of(window);
        }
        Matcher id = ELEMENT_ID.matcher(element instanceof RemoteWebElement remote ? remote.getId() : "");
        if (!id.matches()) {
            throw new NoSuchElementException("the driver does not say in which frame an element lies");
        }
        return new Spot(window, List.of(id.group(1)));
    }

    @Override
    public Spot frame(Spot spot, int held) {
        Map<?, ?> window = held(spot, held, ".contentWindow");
        if (window.get("value") instanceof Map<?, ?> value && value.get("context") instanceof String context) {
            return new Spot(spot.window(), List.of(context));
        }
        throw new NoSuchElementException("the frame has gone");
    }

    private static String context(Spot spot) {
        return spot.way().isEmpty() ? spot.window() : String.valueOf(spot.way().get(0));
    }

    @Override
    public @Nullable Object call(Spot spot, String function, @Nullable Object... arguments) {
        return scripts.over(new InContext(context(spot))).call(function, arguments);
    }

    /** Runs scripts in one document; what goes in and comes out is JSON. */
    private final class InContext implements ScriptRunner {
        private final String context;

        InContext(String context) {
            this.context = context;
        }

        @Override
        public @Nullable Object run(String script, @Nullable Object... arguments) {
            String function = "function(given) { const said = (function() { " + script
                    + " }).apply(null, JSON.parse(given)); return said === undefined ? 'null' : JSON.stringify(said); }";
            Object said = value(function, context, JSON.toJson(Arrays.asList(arguments)))
                    .get("value");
            return said instanceof String json ? JSON.toType(json, Object.class) : null;
        }

        @Override
        public @Nullable Object runAsync(String script, @Nullable Object... arguments) {
            throw new UnsupportedOperationException("nothing is awaited inside a strange page");
        }
    }

    private Map<?, ?> held(Spot spot, int held, String property) {
        String function = "function(held) { return window[Symbol.for('org.wenda.page')].walker.held(Number(held))"
                + property + "; }";
        return value(function, context(spot), String.valueOf(held));
    }

    /** Returns what a function in a document returns, as the protocol tells it. */
    private Map<?, ?> value(String function, String context, String argument) {
        Map<String, Object> call = Map.of(
                "functionDeclaration",
                function,
                "awaitPromise",
                false,
                "target",
                Map.of("context", context),
                "arguments",
                List.of(Map.of("type", "string", "value", argument)));
        Map<String, Object> answer = bidi.send(new Command<>("script.callFunction", call, Map.class), LOOK_WITHIN);
        if (answer.get("result") instanceof Map<?, ?> value) {
            return value;
        }
        throw new JavascriptException(String.valueOf(answer.get("exceptionDetails")));
    }

    @Override
    public void press(Spot spot, int held) {
        Object id = held(spot, held, "").get("sharedId");
        if (id == null) {
            throw new NoSuchElementException("the document that held it has gone");
        }
        Map<String, Object> element = Map.of("type", "element", "element", Map.of("sharedId", id));
        List<Map<String, Object>> steps = List.of(
                Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", element),
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerUp", "button", 0));
        Map<String, Object> mouse = Map.of(
                "type", "pointer", "id", "mouse", "parameters", Map.of("pointerType", "mouse"), "actions", steps);
        bidi.send(
                new Command<>("input.performActions", Map.of("context", context(spot), "actions", List.of(mouse))),
                LOOK_WITHIN);
    }

    @Override
    public byte[] picture(String window) {
        return Base64.getDecoder()
                .decode(contexts.captureScreenshot(new CaptureScreenshotParameters(window))
                        .getData());
    }

    @Override
    public String address(String window) {
        return contexts.getTree(new GetTreeParameters().setRoot(window).setMaxDepth(0L)).getContexts().stream()
                .map(Info::getUrl)
                .findFirst()
                .orElse("");
    }

    @Override
    public void back(String window) {
        contexts.traverseHistory(new TraverseHistoryParameters(window, -1));
    }

    @Override
    public void close(String window) {
        contexts.close(new CloseParameters(window));
    }
}
