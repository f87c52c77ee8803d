package org.wenda.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wenda.words.Message;

/**
 * The text of a file, or why it is none.
 *
 * @param text empty if there is a fault
 */
record Decoded(String text, Optional<Fault> fault) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Editors on Chinese Windows still save as GBK now and then; such a file is told what it is. */
    private static final String GBK = "GB18030";

    static Decoded of(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new Decoded("", Optional.of(looksLike(Fault.Spot.START, "UTF-16")));
        }
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        boolean whole = !decoder.decode(rest, text, true).isError();
        String read = text.flip().toString();
        if (!whole) {
            return new Decoded("", Optional.of(notUtf8(bytes, read)));
        }
        return new Decoded(withoutMark(read), Optional.empty());
    }

    private static Fault notUtf8(byte[] bytes, String readSoFar) {
        Fault.Spot spot = after(readSoFar);
        return decodes(bytes, Charset.forName(GBK))
                ? looksLike(spot, GBK)
                : new Fault(spot, Message.of(Decoded.class, "encoding.unknown"));
    }

    private static Fault looksLike(Fault.Spot spot, String charset) {
        return new Fault(spot, Message.of(Decoded.class, "encoding.looksLike", charset));
    }

    private static Fault.Spot after(String text) {
        int lineStart = text.lastIndexOf('\n') + 1;
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Fault.Spot(line, text.codePointCount(lineStart, text.length()) + 1);
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            strict(charset).decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
