package org.wenda.words;

/**
 * One thing that somebody has to correct.
 *
 * @param place where it is, as a reader would look for it: {@code scenarios/standard/id-card.yaml:12}, an option, a key
 * @param message what was found, what is accepted, what to do
 */
public record Problem(String place, Message message) {
    /** Returns the line that a user sees. */
    public String in(Lang lang) {
        return place + ": " + message.in(lang);
    }
}
