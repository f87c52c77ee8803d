package org.wenda.channel.phone;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Where a text on a picture of the screen is drawn in a colour, as links are: the tree tells that a part of a text
 * opens something, and not which. Reads no text, and finds nothing where the text lies on a colour itself. Pure.
 */
final class Ink {
    /** How far apart the strongest and the weakest of a pixel's three colours are, of 255; grey has none. */
    private static final int COLOURED = 64;

    private static final int APART = 96;

    /** Between the strokes of one line, and of one word, in pixels or parts of the line's height. */
    private static final int GAP_DOWN = 4;

    private static final double GAP_ACROSS = 0.9;
    private static final int LEAST = 8;

    /** The edge of a stroke is drawn in paler colours, in pixels. */
    private static final int FRINGE = 3;

    /** Behind a part that goes on in the next line the next word had no room, in parts of the line's height. */
    private static final double NO_ROOM = 2;

    /** Below it, in the same: more is a line without a link. */
    private static final double NEXT_LINE = 1.2;

    /** A text that is narrower than this part of the screen fills no line. */
    private static final double FILLS = 0.5;

    /** Of a display no larger than this the picture is read. */
    private static final int MOST_PIXELS = 40_000_000;

    private Ink() {}

    /**
     * Returns the coloured parts of a text in the order in which they are read; empty if there is none, or the picture
     * cannot be read. Of a part that goes on in the next line, the widest piece.
     *
     * @param png picture of the whole screen, in pixels
     * @param text where the text stands on the screen
     * @param screen all of it; where it counts in points, a picture has several pixels to each
     */
    static List<Bounds> of(byte[] png, Bounds text, Bounds screen) {
        BufferedImage picture = read(png);
        if (picture == null || screen.isEmpty()) {
            return List.of();
        }
        double scale = (double) picture.getWidth() / screen.width();
        return parts(picture, clipped(text.times(scale), picture)).stream()
                .map(part -> part.times(1 / scale))
                .toList();
    }

    private static @Nullable BufferedImage read(byte[] png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            boolean fits = picture != null && (long) picture.getWidth() * picture.getHeight() <= MOST_PIXELS;
            return fits ? picture : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static Bounds clipped(Bounds text, BufferedImage picture) {
        return new Bounds(
                Math.max(0, text.left()),
                Math.max(0, text.top()),
                Math.min(picture.getWidth(), text.right()),
                Math.min(picture.getHeight(), text.bottom()));
    }

    private static List<Bounds> parts(BufferedImage picture, Bounds area) {
        if (area.isEmpty()) {
            return List.of();
        }
        int ground = ground(picture, area);
        List<Bounds> parts = new ArrayList<>();
        Bounds before = null;
        for (int[] rows : runs(area.top(), area.bottom(), GAP_DOWN, y -> hasInk(picture, area, y, ground))) {
            Bounds line = new Bounds(area.left(), rows[0], area.right(), rows[1]);
            for (Bounds part : partsOf(line, picture, ground)) {
                boolean goesOn = before != null
                        && before.top() < line.top()
                        && line.top() - before.bottom() <= NEXT_LINE * line.height()
                        && endsItsLine(before, area, picture, ground)
                        && !hasText(
                                picture,
                                new Bounds(line.left(), line.top(), part.left() - FRINGE, line.bottom()),
                                ground);
                if (!goesOn) {
                    parts.add(part);
                } else if (part.width() > parts.get(parts.size() - 1).width()) {
                    parts.set(parts.size() - 1, part);
                }
                before = part;
            }
        }
        return parts;
    }

    private static List<Bounds> partsOf(Bounds line, BufferedImage picture, int ground) {
        int gap = (int) (line.height() * GAP_ACROSS);
        return runs(line.left(), line.right(), gap, x -> isInk(picture, line, x, ground)).stream()
                .map(columns -> new Bounds(columns[0], line.top(), columns[1], line.bottom()))
                .filter(part -> part.width() >= LEAST && part.height() >= LEAST)
                .toList();
    }

    /** Whether a part stands where a line is full, so that what belongs to it stands in the next one. */
    private static boolean endsItsLine(Bounds part, Bounds area, BufferedImage picture, int ground) {
        Bounds rest = new Bounds(part.right() + FRINGE, part.top(), area.right(), part.bottom());
        return area.width() >= FILLS * picture.getWidth()
                && rest.width() <= NO_ROOM * part.height()
                && !hasText(picture, rest, ground);
    }

    /** Whether anything is drawn there, of whatever colour. */
    private static boolean hasText(BufferedImage picture, Bounds area, int ground) {
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                if (apart(picture.getRGB(x, y), ground) >= APART) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The colour that most of the area has. */
    private static int ground(BufferedImage picture, Bounds area) {
        Map<Integer, Integer> counts = new HashMap<>();
        int most = 0;
        int ground = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                int colour = picture.getRGB(x, y) & 0xFFFFFF;
                int count = counts.merge(colour, 1, Integer::sum);
                if (count > most) {
                    most = count;
                    ground = colour;
                }
            }
        }
        return ground;
    }

    private static boolean hasInk(BufferedImage picture, Bounds area, int y, int ground) {
        for (int x = area.left(); x < area.right(); x++) {
            if (isInk(picture.getRGB(x, y), ground)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInk(BufferedImage picture, Bounds line, int x, int ground) {
        for (int y = line.top(); y < line.bottom(); y++) {
            if (isInk(picture.getRGB(x, y), ground)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInk(int colour, int ground) {
        int red = (colour >> 16) & 0xFF;
        int green = (colour >> 8) & 0xFF;
        int blue = colour & 0xFF;
        int strength = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        return strength >= COLOURED && apart(colour, ground) >= APART;
    }

    private static int apart(int colour, int other) {
        return Math.abs(((colour >> 16) & 0xFF) - ((other >> 16) & 0xFF))
                + Math.abs(((colour >> 8) & 0xFF) - ((other >> 8) & 0xFF))
                + Math.abs((colour & 0xFF) - (other & 0xFF));
    }

    private interface Drawn {
        boolean at(int place);
    }

    /** Returns where something is drawn, from the first place to behind the last; gaps as small as that are within. */
    private static List<int[]> runs(int from, int until, int gap, Drawn drawn) {
        List<int[]> runs = new ArrayList<>();
        for (int place = from; place < until; place++) {
            if (!drawn.at(place)) {
                continue;
            }
            int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && place - last[1] <= gap) {
                last[1] = place + 1;
            } else {
                runs.add(new int[] {place, place + 1});
            }
        }
        return runs;
    }
}
