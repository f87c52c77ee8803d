package org.wenda.channel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class PageScriptsTest {
    /** A document that loses the scripts, as every navigation does. */
    private static final class ForgetfulPage implements ScriptRunner {
        final List<String> ran = new ArrayList<>();
        boolean installed;

        @Override
        public @Nullable Object run(String script, @Nullable Object... arguments) {
            if (script.startsWith("return (")) {
                ran.add("install");
                installed = true;
                return true;
            }
            ran.add("call");
            return installed ? "answer" : "absent";
        }

        @Override
        public @Nullable Object runAsync(String script, @Nullable Object... arguments) {
            return run(script, arguments);
        }
    }

    @Test
    public void putsTheScriptsInOnceAndAgainAfterANavigation() {
        ForgetfulPage page = new ForgetfulPage();
        PageScripts scripts = new PageScripts(page, List.of());

        scripts.call("survey.look");
        scripts.call("survey.look");
        page.installed = false;
        scripts.call("survey.look");

        assertThat(page.ran).containsExactly("call", "install", "call", "call", "call", "install", "call");
    }

    @DataProvider
    Object[][] lines() {
        return new Object[][] {
            {"clock", "上午10:23", true},
            {"clock", "2026-11-23 10:20:33", true},
            {"clock", "刚刚", true},
            {"clock", "3 minutes ago", true},
            {"clock", "9:00-17:00", false},
            {"status", "已送达", true},
            {"status", "已送达至窗口", false},
            {"busy", "请稍候，正在为您查询…", true},
            {"busy", "思考中", true},
            {"busy", "正在办理身份证的人请到3号窗口", false},
            {"thinking", "已深度思考（用时 3 秒）", true},
            {"thinking", "思考题如何办理", false},
            {"aiLabel", "内容由AI生成，仅供参考", true},
            {"aiLabel", "以上信息仅供参考", false},
            {"sources", "参考资料（3）", true},
            {"sources", "资金来源证明", false},
        };
    }

    @Test(dataProvider = "lines")
    public void tellsOrnamentsFromAnswers(String kind, String line, boolean is) {
        Map<String, Object> words = PageScripts.lexicon();

        assertThat(line.matches("(?i)(?s).*(?:" + words.get(kind) + ").*")).isEqualTo(is);
    }

    @Test
    public void boundsWhatAPageMakesTheScriptsReturn() {
        Facts facts = Facts.of(Map.of("text", "长".repeat(5 << 20), "number", "7", "list", Map.of()));

        assertThat(facts.text("text")).hasSize(4 << 20);
        assertThat(facts.number("number")).isZero();
        assertThat(facts.texts("list")).isEmpty();
        assertThat(Facts.of("no object").flag("any")).isFalse();
    }
}
