package org.wenda.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.transcript.Evidence;

/** Small pictures of the kept ones, so that a page can be read and passed on by itself. */
record PngThumbnails(RunDirectory directory) implements ConversationPage.Pictures {
    private static final int WIDTH = 320;
    private static final long MOST_PIXELS = 50_000_000;

    @Override
    public @Nullable String of(String target, Evidence evidence) {
        return directory.file(target, evidence).map(PngThumbnails::small).orElse(null);
    }

    private static @Nullable String small(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return dataAddress(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return null; // A picture that cannot be drawn is still linked.
        }
    }

    private static @Nullable String dataAddress(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return null;
        }
        ImageReadParam whole = reader.getDefaultReadParam();
        BufferedImage picture = reader.read(0, whole);
        double scale = Math.min(1, (double) WIDTH / width);
        BufferedImage small = new BufferedImage(
                Math.max(1, (int) (width * scale)), Math.max(1, (int) (height * scale)), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, small.getWidth(), small.getHeight(), null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpg", out);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
