package org.wenda.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A body without its content encoding, bounded: a small body may unpack to a thousand times its size.
 *
 * @param whole whether all of it was unpacked
 */
@SuppressWarnings("ArrayRecordComponent")
record Unpacking(byte[] bytes, boolean whole) {
    private static final int MOST_LAYERS = 2;

    /** Unpacks {@code body}; what cannot be unpacked comes back empty, what is cut comes back as far as it goes. */
    static Unpacking of(byte[] body, String encodings, long limit) {
        List<String> layers = layers(encodings);
        if (layers.size() > MOST_LAYERS) {
            return new Unpacking(new byte[0], false);
        }
        Unpacking unpacked = new Unpacking(body, true);
        for (String layer : layers) {
            Unpacking next = unpacked.without(layer, limit);
            unpacked = new Unpacking(next.bytes, next.whole && unpacked.whole);
        }
        return unpacked;
    }

    /** Returns the encodings in the order in which they are taken off. */
    private static List<String> layers(String encodings) {
        List<String> layers = new ArrayList<>();
        for (String layer : encodings.split(",", -1)) {
            String name = layer.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("identity")) {
                layers.add(name);
            }
        }
        Collections.reverse(layers);
        return layers;
    }

    private Unpacking without(String layer, long limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = stream(layer)) {
            boolean toItsEnd = copy(in, out, limit);
            return new Unpacking(out.toByteArray(), toItsEnd);
        } catch (IOException e) {
            // Cut on the way, or not packed as it says; the part before that is readable.
            return new Unpacking(out.toByteArray(), false);
        }
    }

    private InputStream stream(String layer) throws IOException {
        InputStream packed = new ByteArrayInputStream(bytes);
        return switch (layer) {
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> new InflaterInputStream(packed, new Inflater(!hasZlibHead()));
            default -> throw new IOException("unknown content encoding");
        };
    }

    /** Servers disagree about what "deflate" is: with the head of RFC 1950, or without. */
    private boolean hasZlibHead() {
        return bytes.length > 1 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    }

    private static boolean copy(InputStream in, ByteArrayOutputStream out, long limit) throws IOException {
        byte[] piece = new byte[16_384];
        while (out.size() < limit) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, limit - out.size()));
            if (read < 0) {
                return true;
            }
            out.write(piece, 0, read);
        }
        return in.read() < 0;
    }
}
