package org.wenda.channel.phone;

import io.appium.java_client.AppiumDriver;
import io.appium.java_client.ios.IOSDriver;
import io.appium.java_client.remote.SupportsContextSwitching;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An iPhone, by XCUITest. It has no back key, and does not say whether a list can be scrolled further: the one is found
 * on the screen, the other seen by what has moved.
 */
record IosHandset(IOSDriver ios) implements Handset {
    /** What stands at the top left of a screen that was come to, and what closes one that was laid over another. */
    private static final Pattern BACK =
            Pattern.compile("^(返回.{0,12}|后退|上一页|关闭|完成|取消|back|close|done|cancel|‹|<)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern DISMISSES = Pattern.compile(
            "^(取消|关闭|以后再说|稍后|暂不.{0,6}|不允许|好|知道了|cancel|close|not now|don.t allow|ok)$", Pattern.CASE_INSENSITIVE);

    private static final String BAR = "XCUIElementTypeNavigationBar";
    private static final double TOP = 0.15;
    private static final double LEFT = 0.35;

    /** Seconds: a finger that rests before it is lifted flings nothing; one that rests before it moves presses. */
    private static final double REST = 0.2;

    private static final double PRESS = 0.05;
    /** Points a second. */
    private static final int SPEED = 800;

    private static final double EDGE_SWIPE = 0.8;

    @Override
    public AppiumDriver driver() {
        return ios;
    }

    @Override
    public SupportsContextSwitching contexts() {
        return ios;
    }

    @Override
    public Screen screen(String source) {
        return IosScreenReader.read(source, this::app);
    }

    private Screen screen() {
        return screen(Objects.requireNonNull(ios.getPageSource()));
    }

    @Override
    public void touch(int x, int y) {
        run("mobile: tap", Map.of("x", x, "y", y));
    }

    /** The key that says "send" types a line break, and the app makes of it what it does. */
    @Override
    public void pressSend() {
        ios.switchTo().activeElement().sendKeys("\n");
    }

    @Override
    public void back() {
        Screen screen = screen();
        Optional<Bounds> shown = wayBack(screen).map(View::bounds);
        if (shown.isPresent()) {
            touch(shown.get().left() + shown.get().width() / 2, shown.get().middle());
        } else {
            Bounds display = screen.bounds();
            drag(1, display.middle(), (int) (display.width() * EDGE_SWIPE), display.middle());
        }
    }

    private static Optional<View> wayBack(Screen screen) {
        List<View> buttons = screen.views().filter(View::clickable).toList();
        Optional<View> dismisses = screen.root().type().matches("XCUIElementType(Alert|Sheet)")
                ? buttons.stream()
                        .filter(view -> DISMISSES.matcher(view.label()).find())
                        .findFirst()
                : Optional.empty();
        return dismisses
                .or(() -> leftmost(screen.views()
                        .filter(view -> view.type().equals(BAR))
                        .flatMap(View::all)
                        .filter(View::clickable)
                        .filter(view -> view.bounds().left() < screen.bounds().width() * LEFT)))
                .or(() -> leftmost(buttons.stream()
                        .filter(view -> BACK.matcher(view.label()).find())
                        .filter(view ->
                                view.bounds().bottom() <= screen.bounds().height() * TOP)));
    }

    private static Optional<View> leftmost(Stream<View> views) {
        return views.min(Comparator.comparingInt(view -> view.bounds().left()));
    }

    @Override
    public boolean scroll(Bounds list, String direction, double part) {
        List<String> before = places(screen());
        int middle = list.left() + list.width() / 2;
        int half = (int) (list.height() * part / 2);
        int from = direction.equals("up") ? list.middle() - half : list.middle() + half;
        int to = direction.equals("up") ? list.middle() + half : list.middle() - half;
        drag(middle, from, middle, to);
        return !before.equals(places(screen()));
    }

    private void drag(int fromX, int fromY, int toX, int toY) {
        run(
                "mobile: dragFromToWithVelocity",
                Map.of(
                        "pressDuration", PRESS,
                        "holdDuration", REST,
                        "velocity", SPEED,
                        "fromX", fromX,
                        "fromY", fromY,
                        "toX", toX,
                        "toY", toY));
    }

    private static List<String> places(Screen screen) {
        return screen.views()
                .filter(view -> !view.words().isEmpty() || view.isPicture())
                .map(view -> view.words() + view.bounds())
                .toList();
    }

    @Override
    public String app() {
        return run("mobile: activeAppInfo", Map.of()) instanceof Map<?, ?> told
                ? String.valueOf(told.get("bundleId"))
                : "";
    }

    @Override
    public void activate(String app) {
        run("mobile: activateApp", Map.of("bundleId", app));
    }

    /** Contexts are named by a process and a number; which app's they are is told beside. */
    @Override
    public Optional<String> webContext() {
        String front = app();
        return run("mobile: getContexts", Map.of()) instanceof List<?> contexts
                ? contexts.stream()
                        .filter(Map.class::isInstance)
                        .map(context -> (Map<?, ?>) context)
                        .filter(context -> String.valueOf(context.get("id")).startsWith("WEBVIEW_"))
                        .filter(context -> front.equals(context.get("bundleId")))
                        .map(context -> String.valueOf(context.get("id")))
                        .reduce((first, last) -> last)
                : Optional.empty();
    }

    @Override
    public String system() {
        return "iOS " + capability("platformVersion");
    }

    @Override
    public String model() {
        return capability("deviceName");
    }
}
