package org.wenda.transcript;

import java.util.List;

/**
 * That a chatbot was not where its saved profile says, and was found anew.
 *
 * @param was where the profile says that it is
 * @param now where it was found
 */
public record Move(Spot was, Spot now) {
    /**
     * Where a question is typed.
     *
     * @param pressed what has to be pressed before, by its words, in order
     * @param words what the input reads or is labelled; empty if nothing
     * @param tag its tag name in lower case
     * @param path CSS selectors from the document down, one for each shadow root on the way
     * @param frames addresses of the frames it lies in, outermost first; empty on the page itself
     */
    public record Spot(List<String> pressed, String words, String tag, List<String> path, List<String> frames) {
        public Spot {
            pressed = List.copyOf(pressed);
            path = List.copyOf(path);
            frames = List.copyOf(frames);
        }

        /**
         * Returns one line for people, the same in every language: {@code [智能客服] → "请输入" textarea (#chat > textarea)}.
         */
        public String line() {
            StringBuilder line = new StringBuilder();
            pressed.forEach(step -> line.append('[').append(step).append("] → "));
            frames.forEach(frame -> line.append(frame).append(" → "));
            if (!words.isEmpty()) {
                line.append('"').append(words).append("\" ");
            }
            return line.append(tag)
                    .append(" (")
                    .append(String.join(" >>> ", path))
                    .append(')')
                    .toString();
        }
    }
}
