package org.wenda.history;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenda.score.Figures;

/**
 * The facts and figures of an answer, so written that the same fact reads the same in whatever words it came. Finds
 * what an office states: it is no understanding of the text. Pure.
 */
final class Facts {
    private static final Pattern DATE = Pattern.compile(
            "(?:(\\d{4})\\s*[年/.-]\\s*)?(?<![\\d.])(1[0-2]|0?[1-9])\\s*(?:月|[/.-](?=\\d{1,2}日?(?![\\d.])))"
                    + "\\s*(3[01]|[12]\\d|0?[1-9])\\s*日?(?![\\d.%])");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d-])(?:0\\d{2,3}-?\\d{7,8}|400-?\\d{3}-?\\d{4}|1[3-9]\\d{9}|1\\d{4}|9\\d{4})(?![\\d-]|\\s*[元个年天])");
    private static final Pattern ADDRESS = Pattern.compile("(\\p{IsHan}{2}(?:路|街|大道|巷|胡同|道))\\s*(\\d{1,5})\\s*号(?!线)");
    private static final Pattern HOUR = Pattern.compile("(?<!\\d)(\\d{1,2})\\s*[:：](\\d{2})(?!\\d)");
    private static final Pattern COUNTED =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,2})?|[一二两三四五六七八九十]{1,3})\\s*(份|张|寸|次|楼|层|平方米|公里|级|人|号窗口|个月)");
    private static final Pattern MATERIAL =
            Pattern.compile("身份证|户口簿|居住证|结婚证|离婚证|出生医学证明|死亡证明|营业执照|不动产权证|房产证|驾驶证|行驶证|护照|社保卡|医保卡|银行卡|存折"
                    + "|照片|委托书|承诺书|合同|协议书|发票|公证书|毕业证|学位证|残疾人?证|病历|介绍信|复印件|原件|保险单|回执|通行证"
                    + "|\\p{IsHan}{2}(?:证明|执照|申请书|登记表|申请表|申报表|审批表|许可证|批准书|体检表)");
    private static final Pattern DENIAL =
            Pattern.compile("(不能|不可以|不可|无法|不予|不支持|暂不支持|不提供|暂不提供|不得|无需|无须|不需要?|不用|不必|不收取?)\\s*(\\p{IsHan}{2})");
    private static final Set<String> NOT_NEEDED = Set.of("无需", "无须", "不需", "不需要", "不用", "不必");
    private static final List<String> LIMITS = List.of("工作日", "小时", "分钟", "日", "月", "年");

    private Facts() {}

    /** @param text without its noise */
    static Set<Item> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Set<Item> facts = new LinkedHashSet<>();
        plain = take(plain, PHONE, Item.Kind.PHONE, found -> found.group().replace("-", ""), facts);
        plain = take(plain, ADDRESS, Item.Kind.ADDRESS, found -> found.group(1) + found.group(2) + "号", facts);
        plain = take(plain, HOUR, Item.Kind.NUMBER, found -> number(found.group(1)) + ":" + found.group(2), facts);
        plain = take(plain, DATE, Item.Kind.DATE, Facts::day, facts);
        plain = take(plain, COUNTED, Item.Kind.NUMBER, found -> counted(found.group(1)) + found.group(2), facts);
        addFigures(plain, facts);
        take(plain, MATERIAL, Item.Kind.MATERIAL, MatchResult::group, facts);
        take(plain, DENIAL, Item.Kind.DENIAL, Facts::denial, facts);
        return facts;
    }

    private interface Reading {
        String of(MatchResult found);
    }

    /** What was read as one thing is not read as another. */
    private static String take(String text, Pattern pattern, Item.Kind kind, Reading reading, Set<Item> facts) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder left = new StringBuilder();
        while (matcher.find()) {
            facts.add(new Item(kind, reading.of(matcher)));
            matcher.appendReplacement(left, " ");
        }
        return matcher.appendTail(left).toString();
    }

    private static String day(MatchResult found) {
        String year = found.group(1) == null ? "" : found.group(1) + "-";
        return year + String.format(Locale.ROOT, "%02d-%02d", number(found.group(2)), number(found.group(3)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Returns 两 as 2, as figures with a unit are read. */
    private static String counted(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return number;
        }
        return Figures.of(number + "元").values().stream()
                .flatMap(Set::stream)
                .findFirst()
                .map(value -> value.toPlainString())
                .orElse(number);
    }

    private static void addFigures(String text, Set<Item> facts) {
        for (Map.Entry<String, Set<BigDecimal>> unit : Figures.of(text).entrySet()) {
            Item.Kind kind = unit.getKey().equals("元")
                    ? Item.Kind.FEE
                    : LIMITS.contains(unit.getKey()) ? Item.Kind.TIME_LIMIT : Item.Kind.NUMBER;
            unit.getValue().forEach(value -> facts.add(new Item(kind, value.toPlainString() + unit.getKey())));
        }
    }

    private static String denial(MatchResult found) {
        return (NOT_NEEDED.contains(found.group(1)) ? "无需" : "不能") + found.group(2);
    }
}
