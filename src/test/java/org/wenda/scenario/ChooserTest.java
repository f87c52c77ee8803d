package org.wenda.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.scenario.Chooser.Chosen;
import org.wenda.words.Lang;

public final class ChooserTest {
    private static final Scenarios STANDARD = Scenarios.in(Path.of(""));

    @DataProvider
    Object[][] lists() {
        return new Object[][] {
            // scenario, turn, what is offered, what a citizen would press
            {"temporary-id-card", 0, List.of("居民身份证换领", "临时居民身份证申领", "居住证办理"), "临时居民身份证申领"},
            {"temporary-id-card", 0, List.of("1. 居民身份证", "2. 临时身份证", "3. 护照"), "2. 临时身份证"},
            {"temporary-id-card", 0, List.of("临时居民身份证丢失怎么办", "临时居民身份证怎么申领"), "临时居民身份证怎么申领"},
            {"temporary-id-card", 0, List.of("法人办事", "个人办事"), "个人办事"},
            {"temporary-id-card", 1, List.of("办理流程", "所需材料", "收费标准"), "所需材料"},
            {"company-change-registration", 0, List.of("内资有限责任公司注销登记", "内资有限责任公司变更登记"), "内资有限责任公司变更登记"},
            {"company-change-registration", 0, List.of("企业注销登记", "企业变更登记", "企业开办"), "企业变更登记"},
            {"company-change-registration", 0, List.of("个人", "企业"), "企业"},
            {"provident-fund-unsealing", 0, List.of("公积金提取", "公积金账户启封", "公积金贷款"), "公积金账户启封"},
            {"social-security-card", 0, List.of("社保查询", "社保卡申领", "社保卡挂失"), "社保卡申领"},
            {"social-insurance-transfer", 0, List.of("社会保险登记", "养老保险关系转移接续", "社保卡"), "养老保险关系转移接续"},
            {"sole-trader-licence", 0, List.of("设立登记", "个体工商户增、减、补、换发证照手续"), "个体工商户增、减、补、换发证照手续"},
            {"household-certificate", 0, List.of("户籍证明开具", "户口迁移"), "户籍证明开具"},
            {"vague", 1, List.of("公司", "个体工商户"), "个体工商户"},
        };
    }

    @Test(dataProvider = "lists")
    public void choosesWhatACitizenWithThisMatterWouldPress(String id, int turn, List<String> options, String pressed) {
        assertThat(chosen(id, turn, options)).isEqualTo(new Chosen.Option(pressed));
    }

    @DataProvider
    Object[][] others() {
        return new Object[][] {
            {"company-change-registration", List.of("内资有限责任公司注销登记", "内资企业及分支机构设立登记")},
            {"social-insurance-transfer", List.of("社保卡挂失", "社保查询", "工伤认定")},
            {"temporary-id-card", List.of("居民身份证补领", "护照办理", "法人办事")},
            {"temporary-id-card", List.of("转人工", "以上都不是", "换一批", "其他问题")},
            {"complaint", List.of("我要投诉", "满意度评价", "转人工客服")},
            {"home-loan-application", List.of("办理", "怎么办理", "1", "")},
        };
    }

    @Test(dataProvider = "others")
    public void pressesNothingThatIsNotClearlyAboutTheMatter(String id, List<String> options) {
        assertThat(chosen(id, 0, options))
                .asString()
                .contains("None of the " + options.size() + " options is clearly about the matter");
    }

    @DataProvider
    Object[][] content() {
        return new Object[][] {{"nonsense"}, {"greeting"}, {"vague"}};
    }

    @Test(dataProvider = "content")
    public void leavesTheListWhereItIsAllThatIsWanted(String id) {
        assertThat(chosen(id, 0, List.of("临时居民身份证申领", "你好", "我想办证"))).isEqualTo(new Chosen.Nothing(null));
    }

    @Test
    public void doesNotGuessBetweenTwoThatSayTheSame() {
        Chosen chosen = chosen("social-insurance-transfer", 0, List.of("养老保险", "保险关系"));

        assertThat(chosen)
                .isEqualTo(new Chosen.Nothing(org.wenda.words.Message.of(Chooser.class, "option.tie", "养老保险 / 保险关系")));
    }

    @Test
    public void followsTheWordsOfTheTurnBeforeAllElse() {
        Turn turn = new Turn("t", "社保怎么转移？", List.of(), true, false, List.of(), List.of("机关事业", "城乡居民"));
        Scenario scenario = scenario(turn);

        assertThat(Chooser.of(scenario, turn, turn.say(), List.of("社保怎么转移", "城乡居民养老保险", "（3）机关事业养老保险")))
                .isEqualTo(new Chosen.Option("（3）机关事业养老保险"));
    }

    @Test
    public void neverPressesForAPersonEvenIfTold() {
        Turn turn = new Turn("t", "社保怎么转移？", List.of(), true, false, List.of(), List.of("人工"));

        assertThat(Chooser.of(scenario(turn), turn, turn.say(), List.of("转人工", "医保报销")))
                .isInstanceOf(Chosen.Nothing.class);
    }

    @Test
    public void saysWhyInBothLanguages() {
        Chosen.Nothing none = (Chosen.Nothing) chosen("complaint", 0, List.of("我要投诉", "医保"));

        assertThat(none.why()).isNotNull().satisfies(why -> {
            assertThat(why.in(Lang.EN))
                    .isEqualTo("None of the 2 options is clearly about the matter, so none was pressed.");
            assertThat(why.in(Lang.ZH)).isEqualTo("共 2 个选项，没有一个明确属于该事项，因此未点选。");
        });
    }

    private static Chosen chosen(String id, int turn, List<String> options) {
        Scenario scenario = STANDARD.byId(id);
        Turn asked = scenario.turns().get(turn);
        return Chooser.of(scenario, asked, asked.say(), options);
    }

    private static Scenario scenario(Turn turn) {
        return new Scenario(
                "s", "社保转移", "Transfer", Scenario.Kind.INFORMATION, null, null, List.of(turn), List.of(), null);
    }
}
