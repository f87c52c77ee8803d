package org.wenda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * Asks an app on a phone or emulator that somebody names: {@code mvn verify -Dit.test=RealPhoneIT
 * -Dwenda.phone=http://127.0.0.1:4723 -Dwenda.phone.app=com.example.app}. Further settings go into
 * {@code wenda.phone.settings}, parted by semicolons.
 */
public final class RealPhoneIT {
    @Test
    public void getsAnAnswerFromTheAppThatIsNamed() throws IOException {
        String server = System.getProperty("wenda.phone", "");
        if (server.isEmpty()) {
            throw new SkipException("no phone is named; docs/phone.md says how");
        }
        List<String> words = new ArrayList<>(List.of("ask", System.getProperty("wenda.phone.app", ""), "你好"));
        words.addAll(List.of("--format", "jsonl", "--platform", "mobile", "--set", "appium.server=" + server));
        for (String setting : System.getProperty("wenda.phone.settings", "").split(";", -1)) {
            if (!setting.isBlank()) {
                words.addAll(List.of("--set", setting.strip()));
            }
        }

        Terminal.Typed typed = Terminal.open().type(words.toArray(String[]::new));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("\"question\":\"你好\"").doesNotContain("\"reply\":\"\"");
    }
}
