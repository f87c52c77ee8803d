package org.wenda.evidence;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the numbers of people unreadable: identity numbers, mobile telephones, bank cards, licence plates. Pure, and
 * the length of a text stays as it is, so places in it stay what they were; masking twice changes nothing more. What
 * belongs to an office stays readable: hotlines (12345, 400…), landlines, credit codes, numbers of documents.
 *
 * <p>Addresses of pages are left alone, whatever digits they hold, because links are followed by them; and a number
 * that markup cuts into pieces is not recognised. Pictures cannot be masked at all.
 */
public final class Masking {
    /** Somebody may write a number in groups, and a chatbot may put marks between digits that nobody sees. */
    private static final String GAP = "[ \\-\\u00a0\\u200b-\\u200d\\u2060\\ufeff]?";

    private static final String ALONE = "(?<![0-9A-Za-z])";
    private static final String ENDS = "(?![0-9A-Za-z])";
    private static final String DAY = "(?:0[1-9]|1[0-2])" + GAP + "(?:0[1-9]|[12]\\d|3[01])";
    private static final String REGION = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])(?:" + GAP + "\\d){4}";

    /** What else a long number may be; it stands right before it then. */
    private static final Pattern NO_PERSON =
            Pattern.compile("(?:信用代码|机构代码|注册号|编号|文号|单号|流水号|备案号|案号|序号|代码|流水|订单)" + "(?:号|为|是)?[\\s:：\\-—（(【\\[“\"]*$");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?|ftp)://[^\\s\\u3000-\\u303f\\u4e00-\\u9fff<>\"']+|\\bwww\\.[a-z0-9.-]+"
                    + "[^\\s\\u3000-\\u303f\\u4e00-\\u9fff<>\"']*");

    /** GB 11643-1999: region, birthday, order, check digit. */
    private static final Rule IDENTITY = new Rule(
            Pattern.compile(ALONE + REGION + GAP + "(?:18|19|20)\\d{2}" + GAP + DAY + "(?:" + GAP + "\\d){3}" + GAP
                    + "[0-9Xx]" + ENDS),
            Masking::isIdentity);

    /** The numbers of before 1999, which have no check digit. */
    private static final Rule OLD_IDENTITY =
            new Rule(Pattern.compile(ALONE + REGION + GAP + "\\d{2}" + GAP + DAY + "(?:" + GAP + "\\d){3}" + ENDS));

    private static final Rule BANK_CARD = new Rule(
            Pattern.compile(ALONE + "(?:62|4\\d|5[1-5]|35|60|95)(?:" + GAP + "\\d){14,17}" + ENDS),
            digits -> isLuhn(digits) && !isCreditCode(digits));

    private static final Rule MOBILE = new Rule(Pattern.compile("(?<![0-9A-Za-z.])(?:(?:\\+|00)?86" + GAP
            + ")?1[3-9]\\d" + GAP + "\\d{4}" + GAP + "\\d{4}" + ENDS + "(?!\\.\\d|\\s?[万亿]?元)"));

    /** GA 36-2018: province, office, five or (electric) six characters of which at most two are letters. */
    private static final Rule PLATE = new Rule(
            Pattern.compile("(?!新GB\\d)[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼新][A-HJ-NP-Z][·•. ]?"
                    + "(?:(?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])"
                    + ENDS),
            plate -> plate.chars().filter(Character::isDigit).count() >= 3);

    /** Identity numbers come first: the rest of one could pass for something else. */
    private static final List<Rule> RULES = List.of(IDENTITY, OLD_IDENTITY, BANK_CARD, MOBILE, PLATE);

    private Masking() {}

    /** Returns the text with all but the first characters of each number of a person as {@code *}. */
    public static String mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        StringBuilder plain = withPlainDigits(text);
        BitSet addresses = addresses(text);
        for (Rule rule : RULES) {
            Matcher found = rule.shape.matcher(plain.toString());
            while (found.find()) {
                if (rule.holds.test(withoutGaps(found.group())) && !isSpared(plain, addresses, found.start())) {
                    hide(masked, found.start(), found.end());
                    hide(plain, found.start(), found.end());
                }
            }
        }
        return masked.toString();
    }

    /** Returns whether something was masked in a text, so that it no longer says what it said. */
    public static boolean isMasked(String text) {
        return text.contains("***");
    }

    /**
     * One kind of number.
     *
     * @param shape what it looks like, in ASCII digits
     * @param holds whether what looks like it is one; is given it without gaps
     */
    private record Rule(Pattern shape, Predicate<String> holds) {
        Rule(Pattern shape) {
            this(shape, digits -> true);
        }
    }

    /** What stays readable tells what kind of number stood there, and of whom it does not. */
    private static void hide(StringBuilder text, int from, int to) {
        int kept = Character.isIdeographic(text.charAt(from)) ? 2 : 3;
        for (int i = from + kept; i < to; i++) {
            text.setCharAt(i, '*');
        }
    }

    private static boolean isSpared(StringBuilder text, BitSet addresses, int start) {
        return addresses.get(start)
                || NO_PERSON
                        .matcher(text.substring(Math.max(0, start - 24), start))
                        .find();
    }

    private static BitSet addresses(String text) {
        BitSet inside = new BitSet();
        ADDRESS.matcher(text).results().forEach(address -> inside.set(address.start(), address.end()));
        return inside;
    }

    /** What looks like a digit or an X is one to a reader, whatever its width. Of the same length as the text. */
    private static StringBuilder withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            boolean wide = (letter >= '\uff10' && letter <= '\uff19') || letter == '\uff38' || letter == '\uff58';
            if (wide) {
                plain.setCharAt(i, (char) (letter - '\uff10' + '0'));
            }
        }
        return plain;
    }

    private static String withoutGaps(String number) {
        return number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    /** ISO 7064, MOD 11-2. */
    private static boolean isIdentity(String number) {
        int rest = 0;
        for (int i = 0; i < 17; i++) {
            rest = (rest + Character.digit(number.charAt(i), 10)) * 2 % 11;
        }
        int check = (12 - rest) % 11;
        return number.charAt(17) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10) * (i % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /** GB 32100-2015: a credit code of digits only, MOD 31-3. */
    private static boolean isCreditCode(String digits) {
        if (digits.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(digits.charAt(i), 10) * weight;
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31 == Character.digit(digits.charAt(17), 10);
    }
}
