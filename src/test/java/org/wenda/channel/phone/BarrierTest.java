package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.Test;
import org.wenda.channel.page.Lexicon;
import org.wenda.transcript.Outcome;

public final class BarrierTest {
    private final Barrier barrier = new Barrier(new Lexicon());

    @Test
    public void knowsAScreenThatAsksWhoOneIs() {
        Screen login =
                new MadeScreen().field("请输入手机号").field("请输入短信验证码").button("登录").screen();

        assertThat(barrier.of(login)).hasValueSatisfying(shut -> {
            assertThat(shut.outcome()).isEqualTo(Outcome.BLOCKED_LOGIN);
            assertThat(shut.reason()).hasToString("the app wants to know who one is: “登录”");
        });
    }

    @Test
    public void knowsANoticeThatWantsALogIn() {
        Screen notice = new MadeScreen().says("请先登录后再使用").button("去登录").screen();

        assertThat(barrier.of(notice)).map(shut -> shut.outcome()).contains(Outcome.BLOCKED_LOGIN);
    }

    @Test
    public void knowsACheckThatWantsToBePassed() {
        Screen check = new MadeScreen().says("拖动滑块完成拼图").screen();

        assertThat(barrier.of(check)).map(shut -> shut.outcome()).contains(Outcome.BLOCKED_CAPTCHA);
    }

    @Test
    public void takesNoEntryForAWall() {
        Screen mine = new MadeScreen().button("登录/注册").button("智能客服").screen();

        assertThat(barrier.of(mine)).isEmpty();
    }

    @Test
    public void takesNoSearchForAWall() {
        Screen home = new MadeScreen().field("搜索事项、政策").button("登录").screen();

        assertThat(barrier.of(home)).isEmpty();
    }

    @Test
    public void findsTheWayAroundALogIn() {
        Screen login =
                new MadeScreen().field("请输入手机号").button("登录").button("暂不登录").screen();

        assertThat(barrier.around(login, View::clickable)).map(View::text).contains("暂不登录");
    }
}
