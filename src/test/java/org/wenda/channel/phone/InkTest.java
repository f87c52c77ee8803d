package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.testng.annotations.Test;

public final class InkTest {
    private static final Color LINK = new Color(0x1765C8);
    /** As the edge of a stroke is drawn. */
    private static final Color PALE = new Color(0xC5D8F1);

    private static final Color TEXT = new Color(0x333333);
    private static final Bounds ALL = new Bounds(0, 0, 400, 100);

    private final BufferedImage picture = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = picture.createGraphics();

    private byte[] png(Color ground, Object[]... strokes) throws IOException {
        pen.setColor(ground);
        pen.fillRect(0, 0, 400, 100);
        for (Object[] stroke : strokes) {
            pen.setColor((Color) stroke[0]);
            pen.fillRect((int) stroke[1], (int) stroke[2], 18, 20);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static Object[] stroke(Color colour, int left, int top) {
        return new Object[] {colour, left, top};
    }

    @Test
    public void findsTheCharactersThatAreColoured() throws IOException {
        byte[] png = png(
                Color.WHITE,
                stroke(TEXT, 10, 10),
                stroke(TEXT, 30, 10),
                stroke(LINK, 60, 10),
                stroke(LINK, 82, 10),
                stroke(TEXT, 110, 10),
                stroke(LINK, 200, 10),
                stroke(LINK, 10, 60));

        assertThat(Ink.of(png, ALL, ALL))
                .containsExactly(new Bounds(60, 10, 100, 30), new Bounds(200, 10, 218, 30), new Bounds(10, 60, 28, 80));
    }

    /** The line is full behind the first piece, and nothing stands before the second. */
    @Test
    public void takesALinkThatGoesOnInTheNextLineForOne() throws IOException {
        byte[] png = png(
                Color.WHITE,
                stroke(TEXT, 10, 10),
                stroke(PALE, 354, 10),
                stroke(PALE, 376, 10),
                stroke(LINK, 352, 10),
                stroke(LINK, 374, 10),
                stroke(PALE, 8, 40),
                stroke(LINK, 10, 40),
                stroke(TEXT, 32, 40),
                stroke(LINK, 120, 40));

        assertThat(Ink.of(png, ALL, ALL)).containsExactly(new Bounds(352, 10, 392, 30), new Bounds(120, 40, 138, 60));
    }

    @Test
    public void partsLinksThatStandOneBelowTheOther() throws IOException {
        byte[] png = png(Color.WHITE, stroke(LINK, 10, 10), stroke(LINK, 32, 10), stroke(LINK, 10, 40));

        assertThat(Ink.of(png, ALL, ALL)).hasSize(2);
    }

    @Test
    public void partsLinksWithWordsInBetween() throws IOException {
        byte[] before = png(Color.WHITE, stroke(LINK, 374, 10), stroke(TEXT, 10, 40), stroke(LINK, 60, 40));
        assertThat(Ink.of(before, ALL, ALL)).hasSize(2);

        byte[] lineBetween = png(Color.WHITE, stroke(LINK, 374, 10), stroke(TEXT, 10, 40), stroke(LINK, 10, 70));
        assertThat(Ink.of(lineBetween, ALL, ALL)).hasSize(2);
    }

    /** A narrow bubble is as wide as its longest line. */
    @Test
    public void partsLinksOfANarrowText() throws IOException {
        byte[] png = png(Color.WHITE, stroke(LINK, 10, 10), stroke(LINK, 10, 40));

        assertThat(Ink.of(png, new Bounds(0, 0, 40, 100), ALL)).hasSize(2);
    }

    @Test
    public void looksAtTheTextAlone() throws IOException {
        byte[] png = png(Color.WHITE, stroke(LINK, 60, 10), stroke(LINK, 60, 60));

        assertThat(Ink.of(png, new Bounds(0, 50, 400, 100), ALL)).containsExactly(new Bounds(60, 60, 78, 80));
    }

    /** A picture has more pixels than an iPhone counts points. */
    @Test
    public void answersAsTheScreenCounts() throws IOException {
        byte[] png = png(Color.WHITE, stroke(LINK, 60, 10), stroke(LINK, 60, 60));
        Bounds screen = new Bounds(0, 0, 200, 50);

        assertThat(Ink.of(png, new Bounds(0, 25, 200, 50), screen)).containsExactly(new Bounds(30, 30, 39, 40));
    }

    @Test
    public void findsNothingInPlainText() throws IOException {
        assertThat(Ink.of(png(Color.WHITE, stroke(TEXT, 10, 10)), ALL, ALL)).isEmpty();
    }

    @Test
    public void findsNothingOnColouredGround() throws IOException {
        assertThat(Ink.of(png(LINK, stroke(Color.WHITE, 10, 10)), ALL, ALL)).isEmpty();
    }

    @Test
    public void findsNothingOutsideThePicture() throws IOException {
        assertThat(Ink.of(png(Color.WHITE), new Bounds(500, 0, 600, 100), ALL)).isEmpty();
    }

    @Test
    public void findsNothingInWhatIsNoPicture() {
        assertThat(Ink.of("no picture".getBytes(StandardCharsets.UTF_8), ALL, ALL))
                .isEmpty();
    }
}
