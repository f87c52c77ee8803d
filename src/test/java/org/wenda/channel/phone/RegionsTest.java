package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.page.Lexicon;

public final class RegionsTest {
    private static final Screen LIST =
            new MadeScreen().button("杭州市").button("宁波市").button("温州市").screen();
    private static final Screen HOME =
            new MadeScreen().button("杭州市").at(1200).button("宁波市").screen();

    private static final Screen DISTRICT = new MadeScreen().button("浦东新区").screen();

    @DataProvider
    Object[][] regions() {
        return new Object[][] {
            // screen, place that is asked about, what is pressed
            {LIST, "宁波", "宁波市"},
            {LIST, "绍兴", ""},
            {HOME, "宁波", "杭州市"},
            {HOME, "杭州", ""},
            {DISTRICT, "上海", ""},
        };
    }

    @Test(dataProvider = "regions")
    public void turnsTheAppToThePlace(Screen screen, String region, String pressed) {
        assertThat(new Regions(new Lexicon(), region)
                        .choice(screen, View::clickable)
                        .map(View::text)
                        .orElse(""))
                .isEqualTo(pressed);
    }
}
