package org.wenda.channel.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.wenda.channel.page.PageScripts;

/** Reaches documents by classic commands, which any driver has. Leaves the driver at whatever it looked at last. */
final class ClassicReach implements Reach {
    private final WebDriver driver;
    private final PageScripts scripts;

    ClassicReach(WebDriver driver, PageScripts scripts) {
        this.driver = driver;
        this.scripts = scripts;
    }

    @Override
    public boolean watches() {
        return false;
    }

    @Override
    public Set<String> windows() {
        return driver.getWindowHandles();
    }

    @Override
    public Spot spot(String window, Frames.Place place, WebElement element) {
        return new Spot(window, List.copyOf(place.path()));
    }

    @Override
    public Spot frame(Spot spot, int held) {
        List<Object> way = new ArrayList<>(spot.way());
        way.add(element(spot, held));
        return new Spot(spot.window(), way);
    }

    @Override
    public @Nullable Object call(Spot spot, String function, @Nullable Object... arguments) {
        enter(spot);
        return scripts.call(function, arguments);
    }

    private void enter(Spot spot) {
        driver.switchTo().window(spot.window());
        driver.switchTo().defaultContent();
        spot.way().forEach(frame -> driver.switchTo().frame((WebElement) frame));
    }

    private WebElement element(Spot spot, int held) {
        if (call(spot, "walker.held", held) instanceof WebElement element) {
            return element;
        }
        throw new NoSuchElementException("the document that held it has gone");
    }

    @Override
    public void press(Spot spot, int held) {
        new Fingers(driver).press(element(spot, held));
    }

    @Override
    public byte[] picture(String window) {
        driver.switchTo().window(window);
        return ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public String address(String window) {
        driver.switchTo().window(window);
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "");
    }

    @Override
    public void back(String window) {
        driver.switchTo().window(window);
        driver.navigate().back();
    }

    @Override
    public void close(String window) {
        driver.switchTo().window(window);
        driver.close();
    }
}
