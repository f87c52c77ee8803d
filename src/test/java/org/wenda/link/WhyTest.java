package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.testng.annotations.Test;
import org.wenda.words.Lang;

public final class WhyTest {
    @Test
    public void everyReasonHasItsWords() {
        for (Why why : Why.values()) {
            Reason reason = Reason.of(why, "one", "two");

            assertThat(reason.message().in(Lang.EN)).as(why.wire()).isNotBlank().doesNotContain("{");
            assertThat(reason.message().in(Lang.ZH)).as(why.wire()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    public void everyVerdictHasAReason() {
        assertThat(Arrays.stream(Why.values()).map(Why::verdict).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    public void everyNameIsReadBack() {
        assertThat(Arrays.stream(Why.values()).map(why -> Why.ofWire(why.wire())))
                .containsExactly(Why.values());
        assertThat(Arrays.stream(Verdict.values()).map(verdict -> Verdict.ofWire(verdict.wire())))
                .containsExactly(Verdict.values());
        assertThat(Arrays.stream(LinkKind.values()).map(kind -> LinkKind.ofWire(kind.wire())))
                .containsExactly(LinkKind.values());
    }

    @Test
    public void verdictsBearTheNamesInFiles() {
        assertThat(Arrays.stream(Verdict.values()).map(Verdict::wire))
                .containsExactly(
                        "guide",
                        "service",
                        "matter",
                        "other-page",
                        "home-page",
                        "login-wall",
                        "soft-404",
                        "dead",
                        "blocked-for-robots",
                        "off-domain",
                        "not-followed");
    }
}
