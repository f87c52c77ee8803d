package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;
import org.wenda.config.PhoneSettings;
import org.wenda.config.SettingsFile;
import org.wenda.portal.App;
import org.wenda.portal.Platform;
import org.wenda.portal.Provenance;
import org.wenda.portal.Target;
import org.wenda.words.InputException;

/** What a session is asked for, by the settings and by what is known of the app. */
public final class NamedPhoneTest {
    private static final URI KNOWN = URI.create("android-app://com.example.app/");

    @Test
    public void startsAnAndroidAppByItsPackage() {
        assertThat(phone(app("com.example.city"), "appium.device=123").capabilities(KNOWN))
                .isEqualTo(Map.of(
                        "platformName", "Android",
                        "appium:automationName", "UiAutomator2",
                        "appium:udid", "123",
                        "appium:appPackage", "com.example.app",
                        "appium:appActivity", ".Main"));
    }

    @Test
    public void startsAnIphoneAppByItsBundle() {
        assertThat(phone(app("com.example.city"), "appium.automation=XCUITest").capabilities(KNOWN))
                .isEqualTo(Map.of(
                        "platformName", "iOS",
                        "appium:automationName", "XCUITest",
                        "appium:udid", "auto",
                        "appium:settings[respectSystemAlerts]", true,
                        "appium:bundleId", "com.example.city"));
    }

    @Test
    public void asksForThePhoneThatIsNamed() {
        assertThat(phone(
                                app(null),
                                "appium.automation=XCUITest",
                                "appium.device=00008030-001A",
                                "appium.platform-version=17.4")
                        .capabilities(KNOWN))
                .containsEntry("appium:udid", "00008030-001A")
                .containsEntry("appium:platformVersion", "17.4");
    }

    @Test
    public void letsFurtherCapabilitiesBeStronger() {
        assertThat(phone(
                                app("com.example.city"),
                                "appium.automation=XCUITest",
                                "appium.capabilities=settings[respectSystemAlerts]=false")
                        .capabilities(KNOWN))
                .containsEntry("appium:settings[respectSystemAlerts]", false);
    }

    @Test
    public void callsAnIphoneAppByItsOwnAddress() {
        App app = app("com.example.city");

        assertThat(phone(app, "appium.automation=XCUITest").address(KNOWN))
                .isEqualTo(URI.create("ios-app://com.example.city/"));
        assertThat(phone(app).address(KNOWN)).isEqualTo(KNOWN);
    }

    @Test
    public void namesEveryAppThatAnIphoneCannotStart() {
        List<Target> targets = List.of(target("a", "id910260096"), target("b", "com.example.b"), target("c", null));
        PhoneSettings iphone = settings("appium.server=http://127.0.0.1:1", "appium.automation=XCUITest");

        assertThatThrownBy(() -> Channels.requirePhone(targets, iphone))
                .isInstanceOf(InputException.class)
                .hasMessage(problem("a-mobile") + "\n" + problem("c-mobile"));
    }

    private static String problem(String target) {
        return target
                + ": The phone is an iPhone (appium.automation = XCUITest), and no bundle id of this app is known;"
                + " a store id (id123…) starts nothing. Write it as 'ios:' into the jurisdiction's file, such as"
                + " ios: com.example.app; docs/phone.md says how to find it.";
    }

    @Test
    public void takesAnyAppOnAndroid() {
        Channels.requirePhone(List.of(target("a", null)), settings("appium.server=http://127.0.0.1:1"));
    }

    private static Target target(String id, @Nullable String ios) {
        return new Target(id + "-mobile", id, Platform.MOBILE, KNOWN, null, app(ios));
    }

    private static App app(@Nullable String ios) {
        return new App("小城", "com.example.app", ".Main", ios, new Provenance("made up", null), null, null);
    }

    private static PhoneSettings settings(String... set) {
        return Objects.requireNonNull(
                SettingsFile.read(Path.of("none"), List.of(set)).phone());
    }

    private static NamedPhone phone(App app, String... set) {
        return new NamedPhone(settings(set), app, new Semaphore(1));
    }
}
