package org.wenda.link;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a body, and the character set that it was read by.
 *
 * <p>A byte order mark decides; then what the header says, then what the page says, each only if the bytes bear it out:
 * many portals declare one and send another. GB18030 stands for all its forerunners. Pure.
 */
record TextDecoding(String text, Charset charset) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile("<meta\\b[^>]{0,400}", Pattern.CASE_INSENSITIVE);

    /** As far as browsers look for a declaration, and a little further. */
    private static final int HEAD = 4_096;

    /** So few characters beyond ASCII may happen to be right in a character set that they were not written in. */
    private static final int TELLING = 8;

    static TextDecoding of(byte[] bytes, String contentType) {
        Optional<TextDecoding> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Charset charset = named(contentType)
                .or(() -> declared(bytes))
                .map(said -> borneOut(said, bytes))
                .orElseGet(() -> guessed(bytes));
        return new TextDecoding(new String(bytes, charset), charset);
    }

    private static Optional<TextDecoding> marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(after(3, bytes, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return Optional.of(after(4, bytes, GB18030));
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(after(2, bytes, StandardCharsets.UTF_16BE));
        }
        return startsWith(bytes, 0xff, 0xfe)
                ? Optional.of(after(2, bytes, StandardCharsets.UTF_16LE))
                : Optional.empty();
    }

    private static TextDecoding after(int mark, byte[] bytes, Charset charset) {
        return new TextDecoding(new String(bytes, mark, bytes.length - mark, charset), charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return META.matcher(head)
                .results()
                .map(meta -> named(meta.group()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Charset> named(String declaration) {
        Matcher named = CHARSET.matcher(declaration);
        if (!named.find()) {
            return Optional.empty();
        }
        String name = named.group(1).toLowerCase(Locale.ROOT);
        if (List.of("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb18030").contains(name)) {
            return Optional.of(GB18030);
        }
        try {
            return Optional.of(Charset.forName(name)).filter(Charset::canEncode);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A name that means nothing is no declaration.
            return Optional.empty();
        }
    }

    private static Charset borneOut(Charset said, byte[] bytes) {
        boolean utf8 = fits(bytes, StandardCharsets.UTF_8);
        if (utf8 && beyondAscii(bytes) >= TELLING) {
            return StandardCharsets.UTF_8;
        }
        return fits(bytes, said) ? said : guessed(bytes);
    }

    private static Charset guessed(byte[] bytes) {
        return !fits(bytes, StandardCharsets.UTF_8) && fits(bytes, GB18030) ? GB18030 : StandardCharsets.UTF_8;
    }

    private static int beyondAscii(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }

    /** A few wrong bytes happen in every large page; a character that the end cuts is not wrong. */
    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8_192);
        int wrong = 0;
        int bearable = beyondAscii(bytes) / 500;
        while (wrong <= bearable) {
            CoderResult result = decoder.decode(in, out, false);
            if (result.isError()) {
                wrong++;
                in.position(Math.min(in.limit(), in.position() + result.length()));
            } else if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
        return false;
    }
}
