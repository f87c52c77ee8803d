package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.testng.annotations.Test;
import org.wenda.config.Settings;
import org.wenda.config.SettingsFile;
import org.wenda.words.MachineException;

/** A browser that begins to start before anybody needs it. */
public final class BrowserAheadIT {
    private final String mark = "--wenda-" + UUID.randomUUID();

    private Settings settings(String... more) {
        return SettingsFile.read(
                Path.of("none"),
                Stream.concat(Stream.of("browser.arguments=" + mark), Stream.of(more))
                        .toList());
    }

    private List<ProcessHandle> browsers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(words -> List.of(words).contains(mark))
                        .isPresent())
                .toList();
    }

    @Test
    public void isTheFirstOnesOnly() {
        try (BrowserAhead ahead = new BrowserAhead(settings())) {
            ahead.begin();
            Begun first = ahead.take();
            Begun second = ahead.take();
            try {
                assertThat(first.driver()).isNotSameAs(second.driver());
                assertThat(first.driver().getWindowHandles()).hasSize(1);
                assertThat(first.tabs().fresh()).isTrue();
                assertThat(first.driver().getWindowHandles()).hasSize(1);
            } finally {
                Farewell.to(first.driver());
                Farewell.to(second.driver());
            }
        }
    }

    @Test(timeOut = 120_000)
    public void endsWhereNobodyTookIt() {
        BrowserAhead ahead = new BrowserAhead(settings());
        ahead.begin();
        while (browsers().isEmpty()) {
            Thread.onSpinWait(); // the system's list of processes is what is waited for
        }

        ahead.close();

        assertThat(browsers()).isEmpty();
    }

    @Test
    public void tellsWhoeverTakesItThatItCannotStart() {
        try (BrowserAhead ahead = new BrowserAhead(settings("browser.driver=/nowhere/chromedriver"))) {
            ahead.begin();

            assertThatThrownBy(ahead::take).isInstanceOf(MachineException.class);
        }
    }
}
