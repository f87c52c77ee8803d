package org.wenda.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.wenda.channel.browser.Browsers;
import org.wenda.config.SettingsFile;

/**
 * What a competent tester writes by hand for one page: selectors, WebDriverWait every 100 ms, and an answer that is over
 * when it has not changed for a second.
 */
final class PlainScript implements Contestant {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Selectors selectors;
    private final WebDriver driver = Browsers.start(SettingsFile.defaults().browser());

    /**
     * What the script has to know of the page.
     *
     * @param launcher what opens the chat; empty if it stands open
     * @param bubbles all messages, the citizen's own included
     */
    record Selectors(String launcher, String input, String bubbles) {}

    PlainScript(Selectors selectors) {
        this.selectors = selectors;
    }

    @Override
    public String name() {
        return "plain script";
    }

    @Override
    public void open(URI page) {
        driver.get(page.toString());
        if (!selectors.launcher().isEmpty()) {
            patiently()
                    .until(ExpectedConditions.elementToBeClickable(By.cssSelector(selectors.launcher())))
                    .click();
        }
        patiently().until(ExpectedConditions.elementToBeClickable(By.cssSelector(selectors.input())));
    }

    private WebDriverWait patiently() {
        WebDriverWait wait = new WebDriverWait(driver, LONGEST);
        wait.pollingEvery(EVERY);
        return wait;
    }

    @Override
    public Answer ask(String question) {
        int before = bubbles().size();
        driver.findElement(By.cssSelector(selectors.input())).sendKeys(question, Keys.ENTER);
        Instant sent = Instant.now();
        Settling settling = new Settling(before + 1);
        patiently().until(any -> settling.isOver());
        return new Answer(settling.bubbles, sent, settling.first, settling.changed, "quiet");
    }

    private List<WebElement> bubbles() {
        return driver.findElements(By.cssSelector(selectors.bubbles()));
    }

    /** Waits until what stands behind the question has been the same for a while. */
    private final class Settling {
        private final int from;
        private List<String> bubbles = List.of();
        private Instant first = Instant.EPOCH;
        private Instant changed = Instant.now();

        Settling(int from) {
            this.from = from;
        }

        boolean isOver() {
            List<WebElement> all = bubbles();
            List<String> now = all.subList(Math.min(from, all.size()), all.size()).stream()
                    .map(WebElement::getText)
                    .toList();
            Instant at = Instant.now();
            if (!Objects.equals(now, bubbles)) {
                if (bubbles.isEmpty()) {
                    first = at;
                }
                bubbles = List.copyOf(now);
                changed = at;
            }
            return !bubbles.isEmpty()
                    && Duration.between(changed, at).compareTo(QUIET) >= 0;
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
