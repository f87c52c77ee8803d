package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Landing.Where;

public final class ClickSignsTest {
    private static final ClickSigns NOTHING = new ClickSigns(0, false, false, false, false, 0, false);

    @DataProvider
    Object[][] signs() {
        return new Object[][] {
            // windows, left, frame left, frame, route, refused, download; at once, at last
            {new ClickSigns(1, false, false, false, false, 0, false), Where.NEW_TAB, Where.NEW_TAB},
            {new ClickSigns(0, true, false, false, false, 0, false), Where.SAME_TAB, Where.SAME_TAB},
            {new ClickSigns(0, false, true, false, false, 0, false), Where.IN_WIDGET, Where.IN_WIDGET},
            {new ClickSigns(0, false, false, true, false, 0, false), Where.IN_WIDGET, Where.IN_WIDGET},
            {new ClickSigns(0, false, false, false, true, 0, false), null, Where.IN_WIDGET},
            {new ClickSigns(0, false, false, false, false, 1, false), null, Where.POPUP_BLOCKED},
            {new ClickSigns(0, false, false, false, true, 1, false), null, Where.POPUP_BLOCKED},
            {new ClickSigns(1, false, false, false, false, 1, false), Where.NEW_TAB, Where.NEW_TAB},
            {new ClickSigns(1, true, false, false, false, 0, true), Where.DOWNLOAD, Where.DOWNLOAD},
            {NOTHING, null, null},
        };
    }

    @Test(dataProvider = "signs")
    public void waitsForMoreWhereASignIsWeak(ClickSigns signs, Where atOnce, Where atLast) {
        assertThat(signs.strong()).isEqualTo(atOnce);
        assertThat(signs.weak()).isEqualTo(atLast);
    }
}
