package org.wenda.evidence;

import java.util.List;
import java.util.Locale;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * One thing that is wrong with a bag.
 *
 * @param file which file of the bag, parted by slashes as it stands there; hostile, shown by {@link #shownFile}
 * @param manifests names of the manifests that say otherwise, sorted; empty if none is concerned
 */
public record BagFault(Kind kind, String file, List<String> manifests, Message message) {
    public BagFault {
        manifests = List.copyOf(manifests);
    }

    static BagFault of(Kind kind, String file, List<String> manifests, Object... more) {
        Object[] args = new Object[more.length + 1];
        args[0] = String.join(", ", manifests);
        System.arraycopy(more, 0, args, 1, more.length);
        boolean alone = manifests.isEmpty() && (kind == Kind.MISSING || kind == Kind.ESCAPES);
        String key = "bag." + kind.wire() + (alone ? ".alone" : "");
        return new BagFault(kind, file, manifests, Message.of(BagFault.class, key, args));
    }

    /** What is wrong. A closed list that others rely on. */
    public enum Kind {
        /** Sealing was begun and did not come to its end, or the bag was opened to write in it. */
        HALF_SEALED("half-sealed"),
        MISSING("missing"),
        NOT_LISTED("not-listed"),
        /** The file and what a manifest says of it differ. */
        CHANGED("changed"),
        MALFORMED("malformed"),
        /** Would lead out of the bag. It is not followed. */
        ESCAPES("escapes"),
        /** The payload has another size or number of files than {@code bag-info.txt} says. */
        OXUM_DIFFERS("oxum-differs"),
        BAD_SIGNATURE("bad-signature"),
        BAD_TIME_STAMP("bad-time-stamp"),
        UNREADABLE("unreadable");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** Returns the name that stands in files, such as {@code not-listed}. */
        public String wire() {
            return wire;
        }

        /** Returns whether a bag that has it is not complete; else it is not valid (RFC 8493, section 3). */
        boolean isIncomplete() {
            return this != CHANGED && this != BAD_SIGNATURE && this != BAD_TIME_STAMP;
        }
    }

    /** Returns the file's name as it may be shown: what moves a cursor or turns a line around is written out. */
    public String shownFile() {
        return shown(file);
    }

    /** Returns the line that a user sees. */
    public String in(Lang lang) {
        return shownFile() + ": " + message.in(lang);
    }

    static String shown(String hostile) {
        StringBuilder shown = new StringBuilder();
        hostile.codePoints().limit(500).forEach(point -> {
            boolean plain = switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED -> false;
                default -> true;
            };
            if (plain) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
            }
        });
        return shown.toString();
    }
}
