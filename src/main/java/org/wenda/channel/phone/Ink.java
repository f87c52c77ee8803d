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

    /** Of a display no larger than this the picture is read. */
    private static final int MOST_PIXELS = 40_000_000;

    private Ink() {}

    /**
     * Returns the coloured parts of a text in the order in which they are read; empty if there is none, or the picture
     * cannot be read.
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
        for (int[] rows : runs(area.top(), area.bottom(), GAP_DOWN, y -> hasInk(picture, area, y, ground))) {
            Bounds line = new Bounds(area.left(), rows[0], area.right(), rows[1]);
            int gap = (int) (line.height() * GAP_ACROSS);
            runs(line.left(), line.right(), gap, x -> isInk(picture, line, x, ground))
                    .forEach(columns -> parts.add(new Bounds(columns[0], rows[0], columns[1], rows[1])));
        }
        return parts.stream()
                .filter(part -> part.width() >= LEAST && part.height() >= LEAST)
                .toList();
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
        int apart = Math.abs(red - ((ground >> 16) & 0xFF))
                + Math.abs(green - ((ground >> 8) & 0xFF))
                + Math.abs(blue - (ground & 0xFF));
        return strength >= COLOURED && apart >= APART;
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
