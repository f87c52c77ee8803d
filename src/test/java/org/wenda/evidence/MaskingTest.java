package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** All numbers are made up; those of people carry right check digits, or they would be none. */
public final class MaskingTest {
    @DataProvider
    Object[][] people() {
        return new Object[][] {
            {"身份证号11010519491231002X，请核对", "身份证号110***************，请核对"},
            {"440524188001010014", "440***************"},
            {"身份证110105 19491231 002x。", "身份证110*****************。"},
            {"１１０１０５１９４９１２３１００２Ｘ", "１１０***************"},
            {"１１０１０５１９４９１２３１００２X", "１１０***************"},
            {"旧证号110105491231002", "旧证号110************"},
            {"请联系13812345678（王先生）", "请联系138********（王先生）"},
            {"138 1234 5678", "138**********"},
            {"138-1234-5678", "138**********"},
            {"138\u200b1234\u200b5678", "138**********"},
            {"+86 13812345678", "+86************"},
            {"电话:19912345678,18612345678", "电话:199********,186********"},
            {"卡号6222021234567890128", "卡号622****************"},
            {"6222 0212 3456 7890 128", "622********************"},
            {"4111111111111111", "411*************"},
            {"车牌京A12345已登记", "车牌京A*****已登记"},
            {"粤B·D12345", "粤B*******"},
            {"沪AF12345", "沪A******"},
            {"苏E1234挂", "苏E*****"},
            {"tel:13812345678", "tel:138********"},
        };
    }

    @Test(dataProvider = "people")
    public void masksTheNumbersOfPeople(String said, String kept) {
        assertThat(Masking.mask(said)).isEqualTo(kept).hasSameSizeAs(said);
    }

    @Test(dataProvider = "people")
    public void maskingTwiceChangesNothingMore(String said, String kept) {
        assertThat(Masking.mask(Masking.mask(said))).isEqualTo(kept);
    }

    @DataProvider
    Object[][] offices() {
        return new Object[][] {
            {"请拨打12345或12329"},
            {"热线400-810-1234、95588、12306"},
            {"办公电话010-12345678，0755-12345678转8001"},
            {"（021）63212810"},
            {"统一社会信用代码91110000600037341L"},
            {"统一社会信用代码：123100004250234565"},
            {"521100005000000094"},
            {"信用代码为110105194912310021"},
            {"国发〔2021〕25号，国办发〔2023〕12号"},
            {"2021年11月23日，20211123，2021-11-23 08:30:00"},
            {"工本费20元，保证金1380000.00元，总额13812345678.00元，预算13812345678元"},
            {"办件编号是13812345678"},
            {"办件编号：110105491231002"},
            {"流水号6222021234567890128"},
            {"https://example.gov.cn/guide?id=13812345678&item=11010519491231002X"},
            {"见 www.example.gov.cn/13812345678.html"},
            {"身份证号110105194912310021"},
            {"卡号6222021234567890123"},
            {"京ICP备12345678号-1"},
            {"粤公网安备44030502001234号"},
            {"京B2-20090059"},
            {"青A级景区"},
            {"最新GB18030标准"},
            {"事项编码11100000MB0143028R400201501200001"},
            {"邮编100088，楼号A13812345678"},
            {"110000000000"},
            {"会议号138 1234 567"},
        };
    }

    @Test(dataProvider = "offices")
    public void leavesWhatBelongsToNobody(String said) {
        assertThat(Masking.mask(said)).isEqualTo(said);
    }

    @Test
    public void isQuickOnALongLineOfDigits() {
        String digits = "1".repeat(200_000);

        assertThat(Masking.mask(digits)).isEqualTo(digits);
    }
}
