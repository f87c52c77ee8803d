package org.wenda.score;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a text by what they count: {@code 元} to {10}, {@code 工作日} to {3, 15}. Pure. */
public final class Figures {
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,4})?|[零〇一二两三四五六七八九十百千]{1,8})";
    private static final Pattern COUNTED = Pattern.compile(NUMBER + "\\s*个?\\s*(工作日|自然日|小时|分钟|万元|周岁|[日天月年元%岁])");
    private static final Pattern DATE = Pattern.compile("\\d{2,4}\\s*年\\s*\\d{1,2}\\s*月(\\s*\\d{1,2}\\s*日)?");
    private static final Pattern FREE = Pattern.compile("免费|不收(取)?(任何)?费|无需缴费|零收费");

    private static final Map<String, String> SAME_UNITS = Map.of("天", "日", "自然日", "日", "周岁", "岁");
    private static final String DIGITS = "零一二三四五六七八九";

    private Figures() {}

    /** Returns the values of each unit; 免费 counts as 0 元, and dates count nothing. */
    public static Map<String, Set<BigDecimal>> of(String text) {
        String plain =
                DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
        Map<String, Set<BigDecimal>> figures = new TreeMap<>();
        Matcher counted = COUNTED.matcher(plain);
        while (counted.find()) {
            add(figures, counted.toMatchResult());
        }
        if (FREE.matcher(plain).find()) {
            figures.computeIfAbsent("元", unit -> new TreeSet<>()).add(BigDecimal.ZERO);
        }
        return figures;
    }

    private static void add(Map<String, Set<BigDecimal>> figures, MatchResult counted) {
        String unit = counted.group(2);
        BigDecimal value = value(counted.group(1));
        if (unit.equals("万元")) {
            unit = "元";
            value = value.movePointRight(4);
        }
        figures.computeIfAbsent(SAME_UNITS.getOrDefault(unit, unit), key -> new TreeSet<>())
                .add(value.stripTrailingZeros());
    }

    private static BigDecimal value(String number) {
        return Character.isDigit(number.charAt(0)) ? new BigDecimal(number) : BigDecimal.valueOf(chinese(number));
    }

    /** Returns what 二十五 or 一百零三 counts. */
    private static long chinese(String number) {
        long sum = 0;
        long digit = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            long weight = weight(c);
            if (weight == 0) {
                digit = Math.max(0, DIGITS.indexOf(c == '两' ? '二' : c == '〇' ? '零' : c));
            } else {
                sum += weight * (digit == 0 ? 1 : digit);
                digit = 0;
            }
        }
        return sum + digit;
    }

    private static long weight(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
