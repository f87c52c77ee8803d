package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.testng.annotations.Test;

public final class SignpostsTest {
    private static final Screen MINE =
            new MadeScreen().button("我的办件").button("智能客服").button("我的").screen();

    @Test
    public void passesOverAStepThatDoesNotCome() {
        Signposts signposts = new Signposts(NoticesTest.profile("跳过", "我的", "智能客服"));

        assertThat(Stream.generate(() -> signposts.next(MINE, view -> true).map(View::text))
                        .limit(4))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("我的"));
    }

    @Test
    public void takesTheStepsInTheirOrder() {
        Signposts fresh = new Signposts(NoticesTest.profile("我的", "智能客服"));

        assertThat(fresh.next(MINE, view -> true)).map(View::text).contains("我的");
        assertThat(fresh.next(MINE, view -> true)).map(View::text).contains("智能客服");
        assertThat(fresh.next(MINE, view -> true)).isEmpty();
    }

    @Test
    public void wantsTheWholeWords() {
        Signposts vague = new Signposts(NoticesTest.profile("客服"));

        assertThat(vague.next(MINE, view -> true)).isEmpty();
    }

    @Test
    public void pressesWhatTakesTheTouch() {
        Screen splash = ScreenReader.read("<hierarchy><n class=\"a.Frame\" bounds=\"[0,0][720,1600]\">"
                + "<n class=\"a.TextView\" text=\"跳过\" clickable=\"true\" bounds=\"[600,40][700,90]\"/>"
                + "</n></hierarchy>");

        Signposts signposts = new Signposts(NoticesTest.profile("跳过"));

        assertThat(signposts.next(splash, view -> true)).map(View::type).contains("a.TextView");
    }
}
