package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Hints;
import org.wenda.channel.page.Lexicon;
import org.wenda.portal.Profile;

public final class NoticesTest {
    private static final MadeScreen PRIVACY =
            new MadeScreen().says("请您阅读并同意《用户协议》和《隐私政策》").button("不同意并退出").button("同意并继续");
    private static final MadeScreen PERMISSION =
            new MadeScreen().says("允许“演示市”获取此设备的位置信息吗？").button("仅在使用该应用时允许").button("不允许");
    private static final MadeScreen CITY =
            new MadeScreen().says("当前定位城市为虚构市，是否切换？").button("切换").button("留在演示市");
    private static final MadeScreen HOME =
            new MadeScreen().button("演示市").says("演示市政务服务（演示应用，内容均为虚构）").button("我的");
    private static final MadeScreen UPDATE =
            new MadeScreen().says("发现新版本").button("立即更新").button("以后再说");

    @DataProvider
    Object[][] notices() {
        return new Object[][] {
            // notice, words of the profile's steps or none, region, what is pressed
            {PRIVACY, null, null, "同意并继续"},
            {PRIVACY, new String[] {"同意并继续"}, null, "同意并继续"},
            {PRIVACY, new String[] {"我的"}, null, ""},
            {PERMISSION, null, null, "不允许"},
            {PERMISSION, new String[] {"我的"}, null, "不允许"},
            {PERMISSION, new String[] {"仅在使用该应用时允许"}, null, "仅在使用该应用时允许"},
            {CITY, null, null, "留在演示市"},
            {CITY, null, "演示市", "留在演示市"},
            {CITY, null, "虚构", "切换"},
            {HOME, null, "演示", ""},
            {UPDATE, null, null, "以后再说"},
            {UPDATE, new String[] {"我的"}, null, "以后再说"},
        };
    }

    @Test(dataProvider = "notices")
    public void pressesWhatMayBePressed(
            MadeScreen notice, String @Nullable [] steps, @Nullable String region, String pressed) {
        Optional<View> choice = notices(steps, region).choice(notice.screen(), View::clickable);

        assertThat(choice.map(View::text).orElse("")).isEqualTo(pressed);
    }

    @DataProvider
    Object[][] alerts() {
        return new Object[][] {{null, "不允许"}, {new String[] {"我的"}, "不允许"}, {new String[] {"允许一次"}, "允许一次"}};
    }

    @Test(dataProvider = "alerts")
    public void permitsAnIphoneOnlyWhatIsDeclared(String @Nullable [] steps, String pressed) {
        Optional<View> choice = notices(steps, null).choice(Dumps.screen("ios-alert.xml"), View::clickable);

        assertThat(choice.map(View::label)).contains(pressed);
    }

    @Test
    public void namesWhatNobodyDeclared() {
        Notices notices = notices(new String[] {"我的"}, null);

        assertThat(notices.undeclared(PRIVACY.screen())).map(View::text).contains("同意并继续");
        assertThat(notices.undeclared(PERMISSION.screen())).isEmpty();
    }

    @Test
    public void takesNoLargeScreenForANotice() {
        MadeScreen home = new MadeScreen();
        for (int row = 0; row < 30; row++) {
            home.button("取消");
        }

        assertThat(notices(null, null).choice(home.screen(), View::clickable)).isEmpty();
    }

    private static Notices notices(String @Nullable [] steps, @Nullable String region) {
        return new Notices(new Lexicon(), new Hints(steps == null ? null : profile(steps), region));
    }

    /** Returns the profile whose steps read so. */
    static Profile profile(String... steps) {
        return new Profile(
                "demo-mobile",
                URI.create("demo:/"),
                LocalDate.of(2026, 11, 26),
                Arrays.stream(steps).map(NoticesTest::mark).toList(),
                mark("请输入您想咨询的问题"),
                null);
    }

    private static Profile.Mark mark(String words) {
        return new Profile.Mark(List.of(), List.of(), words, "");
    }
}
