package org.wenda.channel.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.Event;
import org.openqa.selenium.bidi.protocol.browser.DownloadBehavior;
import org.openqa.selenium.bidi.protocol.browser.SetDownloadBehaviorParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.UserPromptOpenedParameters;
import org.openqa.selenium.bidi.protocol.browsingcontext.UserPromptType;
import org.openqa.selenium.bidi.protocol.module.Browser;
import org.openqa.selenium.bidi.protocol.module.BrowsingContext;
import org.openqa.selenium.bidi.protocol.module.Network;
import org.openqa.selenium.bidi.protocol.network.AddInterceptParameters;
import org.openqa.selenium.bidi.protocol.network.ContinueRequestParameters;
import org.openqa.selenium.bidi.protocol.network.FailRequestParameters;
import org.openqa.selenium.bidi.protocol.network.InterceptPhase;
import org.openqa.selenium.bidi.protocol.network.RemoveInterceptParameters;

/**
 * Stands between the browser and the network while a link is followed (WebDriver BiDi): every request of every tab
 * waits until its host was judged, also behind redirects and in frames. Takes no files. WebSockets and what a service
 * worker asks for do not pass here, and the browser resolves a host's name by itself once more.
 */
final class Gate implements AutoCloseable {
    private static final Pattern AUTHORITY = Pattern.compile("^([a-z]+)://([^/?#\\\\]*)", Pattern.CASE_INSENSITIVE);
    /** Read here: Chromium leaves out what Selenium's own reading of this event insists on. */
    private static final Event<Map<String, Object>> FILE_OFFERED =
            new Event<>("browsingContext.downloadWillBegin", Function.identity());

    private static final int MOST_NOTED = 20;
    private static final long LARGEST_PAGE = 20L << 20;

    private final Network network;
    private final BrowsingContext contexts;
    private final Predicate<URI> mayVisit;
    private final Set<String> ours;
    private final Map<String, Boolean> judged = new ConcurrentHashMap<>();
    private final List<String> subscriptions = new ArrayList<>();
    private final List<String> refusedPages = new CopyOnWriteArrayList<>();
    private final List<String> refusedParts = new CopyOnWriteArrayList<>();
    private final List<String> downloads = new CopyOnWriteArrayList<>();
    private final List<String> unloads = new CopyOnWriteArrayList<>();
    private final List<String> tooLarge = new CopyOnWriteArrayList<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> parts = ConcurrentHashMap.newKeySet();
    private @Nullable String intercept;

    private Gate(WebDriver driver, Predicate<URI> mayVisit, Set<String> ours) {
        this.network = new Network(driver);
        this.contexts = new BrowsingContext(driver);
        this.mayVisit = mayVisit;
        this.ours = Set.copyOf(ours);
    }

    /**
     * Closes the way to all hosts but those that are allowed, until the gate is closed itself.
     *
     * @param ours what the conversation needs anyway: its own addresses, and authorities that parts of it come from
     */
    static Gate before(WebDriver driver, Predicate<URI> mayVisit, Set<String> ours) {
        Gate gate = new Gate(driver, mayVisit, ours);
        try {
            gate.shut();
            return gate;
        } catch (WebDriverException e) {
            gate.close();
            throw e;
        }
    }

    /** Takes no files from now on. */
    static void refuseDownloads(WebDriver driver) {
        new Browser(driver)
                .setDownloadBehavior(new SetDownloadBehaviorParameters(new DownloadBehavior.Denied("denied")));
    }

    private void shut() {
        subscriptions.add(network.subscribe(RequestEvent.ASKED, this::asked));
        subscriptions.add(network.subscribe(RequestEvent.BEGINS_TO_ANSWER, this::answered));
        subscriptions.add(network.subscribe(RequestEvent.FAILED, event -> {
            over(event.navigation());
            parts.remove(event.id());
        }));
        subscriptions.add(contexts.subscribe(FILE_OFFERED, this::offered));
        subscriptions.add(contexts.subscribe(BrowsingContext.USER_PROMPT_OPENED, this::prompted));
        intercept = network.addIntercept(new AddInterceptParameters(List.of(InterceptPhase.BEFOREREQUESTSENT)))
                .getIntercept();
    }

    private void asked(RequestEvent event) {
        String navigation = event.navigation();
        if (navigation != null) {
            underWay.add(navigation);
        } else {
            parts.add(event.id());
        }
        if (!event.isBlocked()) {
            return;
        }
        String request = event.id();
        String url = event.url();
        try {
            if (mayPass(url, navigation != null)) {
                network.continueRequest(new ContinueRequestParameters(request));
            } else {
                note(navigation != null ? refusedPages : refusedParts, url);
                over(navigation);
                network.failRequest(new FailRequestParameters(request));
            }
        } catch (WebDriverException gone) {
            // Its document went while it waited, and it with it.
        }
    }

    private boolean mayPass(String url, boolean page) {
        Matcher authority = AUTHORITY.matcher(url);
        if (!authority.find()) {
            return !page || !url.toLowerCase(Locale.ROOT).startsWith("file:"); // data: and blob: come from no host
        }
        String host = authority.group(1).toLowerCase(Locale.ROOT) + "://" + authority.group(2);
        return ours.contains(page ? url : authority.group(2))
                || judged.computeIfAbsent(host, any -> isAllowed(url, host));
    }

    /** Addresses of pages need not be addresses by the letter of the standard; the host decides. */
    private boolean isAllowed(String url, String host) {
        try {
            return mayVisit.test(new URI(url));
        } catch (URISyntaxException looseAddress) {
            try {
                return mayVisit.test(new URI(host + "/"));
            } catch (URISyntaxException noHost) {
                return false;
            }
        }
    }

    private void answered(RequestEvent event) {
        parts.remove(event.id());
        if (event.navigation() == null) {
            return;
        }
        over(event.navigation());
        if (event.headers("content-length").anyMatch(Gate::isTooLarge)) {
            note(tooLarge, event.answeredBy());
        }
    }

    private static boolean isTooLarge(String length) {
        String digits = length.strip();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) > LARGEST_PAGE : digits.matches("\\d+");
    }

    private void offered(Map<String, Object> event) {
        note(downloads, String.valueOf(event.get("url")));
        over(event.get("navigation") instanceof String navigation ? navigation : null);
    }

    private void prompted(UserPromptOpenedParameters event) {
        if (event.getType() == UserPromptType.BEFOREUNLOAD) {
            note(unloads, event.getContext());
        }
    }

    private void over(@Nullable String navigation) {
        if (navigation != null) {
            underWay.remove(navigation);
        }
    }

    private static void note(List<String> notes, String what) {
        if (notes.size() < MOST_NOTED) {
            notes.add(what);
        }
    }

    /** Returns the pages that were refused since the gate was shut, in order. */
    List<String> refusedPages() {
        return List.copyOf(refusedPages);
    }

    /** Returns the parts of pages that were refused, such as pictures and requests by scripts. */
    List<String> refusedParts() {
        return List.copyOf(refusedParts);
    }

    /** Returns the addresses of files that were offered and not taken. */
    List<String> downloads() {
        return List.copyOf(downloads);
    }

    /** Returns whether the browser itself asked whether a page shall be left. */
    boolean askedToLeave() {
        return !unloads.isEmpty();
    }

    /** Returns whether a page said that it is larger than is worth looking at. */
    boolean tooLarge() {
        return !tooLarge.isEmpty();
    }

    /** Returns whether a page was asked for and has not begun to answer. */
    boolean awaitsPage() {
        return !underWay.isEmpty();
    }

    /** Returns whether something else was asked for, and has not begun to answer. */
    boolean awaitsPart() {
        return !parts.isEmpty();
    }

    @Override
    public void close() {
        String shut = intercept;
        intercept = null;
        if (shut != null) {
            quietly(() -> network.removeIntercept(new RemoveInterceptParameters(shut)));
        }
        subscriptions.forEach(one -> quietly(() -> network.unsubscribe(one)));
        subscriptions.clear();
    }

    private static void quietly(Runnable what) {
        try {
            what.run();
        } catch (WebDriverException browserGone) {
            // Then nothing is left that could be undone.
        }
    }
}
