package org.wenda.channel.phone;

import io.appium.java_client.AppiumDriver;
import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.remote.SupportsContextSwitching;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An Android phone, by UiAutomator2. */
record AndroidHandset(AndroidDriver android) implements Handset {
    @Override
    public AppiumDriver driver() {
        return android;
    }

    @Override
    public SupportsContextSwitching contexts() {
        return android;
    }

    @Override
    public Screen screen(String source) {
        return ScreenReader.read(source);
    }

    @Override
    public void touch(int x, int y) {
        run("mobile: clickGesture", Map.of("x", x, "y", y));
    }

    @Override
    public void pressSend() {
        run("mobile: performEditorAction", Map.of("action", "send"));
    }

    @Override
    public void back() {
        android.navigate().back();
    }

    @Override
    public boolean scroll(Bounds list, String direction, double part) {
        Object more = run(
                "mobile: scrollGesture",
                Map.of(
                        "left", list.left(),
                        "top", list.top(),
                        "width", list.width(),
                        "height", list.height(),
                        "direction", direction,
                        "percent", part));
        return Boolean.TRUE.equals(more);
    }

    @Override
    public String app() {
        return String.valueOf(run("mobile: getCurrentPackage", Map.of()));
    }

    @Override
    public void activate(String app) {
        run("mobile: activateApp", Map.of("appId", app));
    }

    @Override
    public Optional<String> webContext() {
        List<String> pages = android.getContextHandles().stream()
                .filter(context -> context.startsWith("WEBVIEW_") && !context.equals("WEBVIEW_chrome"))
                .toList();
        String own = "WEBVIEW_" + app();
        return pages.contains(own) ? Optional.of(own) : pages.stream().findFirst();
    }

    @Override
    public String system() {
        return "Android " + capability("platformVersion");
    }

    @Override
    public String model() {
        return capability("deviceModel");
    }
}
