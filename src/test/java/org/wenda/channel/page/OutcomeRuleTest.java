package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;

public final class OutcomeRuleTest {
    private final OutcomeRule rule = new OutcomeRule();

    @DataProvider
    Object[][] replies() {
        return new Object[][] {
            {"您好，请携带户口簿到户籍所在地派出所办理，3个工作日内办结。", List.of(), Outcome.ANSWERED},
            {"抱歉，没有理解您的问题，请换一种说法。", List.of(), Outcome.FALLBACK},
            {"对不起，知识库中没有找到相关内容，您可以拨打12345咨询。", List.of(), Outcome.FALLBACK},
            {"小演还在学习中，暂时无法回答这个问题。", List.of(), Outcome.FALLBACK},
            {"Sorry, I didn't understand that. Could you rephrase?", List.of(), Outcome.FALLBACK},
            {"系统繁忙，请稍后再试。", List.of(), Outcome.FALLBACK},
            {"抱歉，网络异常，请检查后重试", List.of(), Outcome.FALLBACK},
            {"如遇系统繁忙，请稍后再试；材料可到窗口提交。", List.of(), Outcome.ANSWERED},
            {"请登录政务服务网查询，系统繁忙时可以到窗口办理。", List.of(), Outcome.ANSWERED},
            {"您想咨询的是：", List.of("社保卡申领", "社保卡挂失"), Outcome.OPTIONS},
            {"请选择您要办理的事项", List.of("居住证", "身份证"), Outcome.OPTIONS},
            {"居住证由派出所受理。", List.of("需要什么材料？", "多久办好？"), Outcome.ANSWERED},
            {"正在为您转接人工客服，请稍候。", List.of(), Outcome.HANDOVER},
            {"当前排队人数3人，请耐心等待。", List.of(), Outcome.HANDOVER},
            {"请先登录后再咨询。", List.of(), Outcome.BLOCKED_LOGIN},
            {"可以网上办理：请登录政务服务网，搜索“二手房过户”，按提示填报。", List.of(), Outcome.ANSWERED},
            {"登录后才能提交申请，材料齐全的当场办结。", List.of(), Outcome.ANSWERED},
            {"如需人工服务，请点击“转人工”按钮，也可以拨打12345。", List.of(), Outcome.ANSWERED},
        };
    }

    @Test(dataProvider = "replies")
    public void readsTheOutcomeFromTheReply(String text, List<String> options, Outcome outcome) {
        assertThat(rule.of(reply(text, options))).isEqualTo(outcome);
    }

    @Test
    public void aLongAnswerIsNoFallbackWhateverItsLastSentence() {
        String answer = "办理条件：具有本市户籍。所需材料：居民户口簿、身份证。办理流程：到派出所申请，民警审核，领取证件。".repeat(6);

        assertThat(rule.of(reply(answer + "如果没有找到您要的答案，请换一种说法。", List.of()))).isEqualTo(Outcome.ANSWERED);
    }

    private static Reply reply(String text, List<String> options) {
        return new Reply(List.of(Bubble.of(text)), options, List.of(), List.of(), "", List.of());
    }
}
