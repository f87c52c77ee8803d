package org.wenda.channel.browser;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.HasCdp;

/**
 * Writes as a Chinese input method does: a phrase is put in at once. Goes to whatever has the focus, so the caller
 * looks first, and looks afterwards whether it came. A key stroke for each character, which {@link Fingers} can do
 * anywhere, takes the driver a tenth of a second more.
 */
final class InputMethod {
    private final HasCdp devTools;

    private InputMethod(HasCdp devTools) {
        this.devTools = devTools;
    }

    /** Returns the input method of a browser; null if it has none, as on a grid and in other engines. */
    static @Nullable InputMethod of(WebDriver driver) {
        return driver instanceof HasCdp devTools ? new InputMethod(devTools) : null;
    }

    /**
     * Puts a text in where the caret is.
     *
     * @param andKey whether a key shall go up behind it, for pages that wait for one
     * @return false if the browser did not take it
     */
    boolean write(String text, boolean andKey) {
        return sent("Input.insertText", Map.of("text", text))
                && (!andKey
                        || sent(
                                "Input.dispatchKeyEvent",
                                Map.of("type", "keyUp", "key", "Process", "windowsVirtualKeyCode", 229)));
    }

    /** Strikes the Enter key; returns false if it never went down. */
    boolean enter() {
        Map<String, Object> enter = Map.of("key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13);
        Map<String, Object> down = new HashMap<>(enter);
        down.put("type", "keyDown");
        down.put("text", "\r");
        Map<String, Object> up = new HashMap<>(enter);
        up.put("type", "keyUp");
        if (!sent("Input.dispatchKeyEvent", down)) {
            return false;
        }
        // The question is on its way, and a key that stays down stops nobody.
        sent("Input.dispatchKeyEvent", up);
        return true;
    }

    private boolean sent(String command, Map<String, Object> parameters) {
        try {
            devTools.executeCdpCommand(command, parameters);
            return true;
        } catch (WebDriverException unknown) {
            return false; // what follows with classic commands says why, if it was more than that
        }
    }
}
