package org.wenda.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class FactsTest {
    @DataProvider
    Object[][] facts() {
        return new Object[][] {
            {"工本费每证10元", Item.Kind.FEE, "10元"},
            {"不收取任何费用，免费", Item.Kind.FEE, "0元"},
            {"十五个工作日内办结", Item.Kind.TIME_LIMIT, "15工作日"},
            {"自2026年3月1日起", Item.Kind.DATE, "2026-03-01"},
            {"工作日9:00-17:00", Item.Kind.NUMBER, "9:00"},
            {"可拨打12345热线", Item.Kind.PHONE, "12345"},
            {"电话0000-12345602", Item.Kind.PHONE, "000012345602"},
            {"演示区虚构大道1号", Item.Kind.ADDRESS, "虚构大道1号"},
            {"近期照片两张", Item.Kind.NUMBER, "2张"},
            {"带上结婚证", Item.Kind.MATERIAL, "结婚证"},
            {"暂不支持网上办理", Item.Kind.DENIAL, "不能网上"},
            {"无需预约", Item.Kind.DENIAL, "无需预约"},
        };
    }

    @Test(dataProvider = "facts")
    public void readsAFact(String text, Item.Kind kind, String value) {
        assertThat(Facts.of(text)).contains(new Item(kind, value));
    }

    @Test
    public void takesOpeningHoursForNoDate() {
        assertThat(Facts.of("工作日9:00-17:00")).noneMatch(fact -> fact.kind() == Item.Kind.DATE);
    }
}
