package org.wenda.channel.browser;

import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.MoveTargetOutOfBoundsException;

/**
 * Real clicks and key strokes by the driver. Where the driver will not type into an element it cannot see into
 * (ChromeDriver and closed shadow roots), the element is clicked where it stands and the keys go to whatever has the
 * focus.
 */
final class Fingers {
    private final WebDriver driver;

    Fingers(WebDriver driver) {
        this.driver = driver;
    }

    void type(WebElement input, CharSequence... keys) {
        try {
            input.sendKeys(keys);
        } catch (ElementNotInteractableException e) {
            typeWhereItStands(input, keys);
        }
    }

    private void typeWhereItStands(WebElement input, CharSequence... keys) {
        try {
            new Actions(driver).moveToElement(input).click().sendKeys(keys).perform();
        } catch (MoveTargetOutOfBoundsException outside) {
            // Where the window is smaller than the page takes it to be, the input still has the focus it was given.
            new Actions(driver).sendKeys(keys).perform();
        }
    }

    void clear(WebElement input) {
        type(input, Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    }

    void press(WebElement element) {
        try {
            element.click();
        } catch (ElementNotInteractableException e) {
            new Actions(driver).moveToElement(element).click().perform();
        }
    }
}
