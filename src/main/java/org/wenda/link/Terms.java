package org.wenda.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The telling parts of a Chinese name: things by their pairs of characters, deeds and kinds by name.
 *
 * @param pairs neighbouring characters of the things that are named, deeds and common words left out
 * @param deeds what is done with them: {@code loss} for 挂失
 * @param kinds what tells one such thing from its neighbour: {@code temporary} for 临时
 * @param lastDeed which of the deeds stands last; in Chinese it is what is done, and those before it qualify
 */
record Terms(Set<String> pairs, Set<String> deeds, Set<String> kinds, Optional<String> lastDeed) {
    /** One name for each thing; the longer spelling first where one holds the other. */
    private static final Map<String, String> SPELLINGS = ordered(
            "身份证明", "身份凭据",
            "居民身份证", "身份证",
            "居住证明", "居住凭据",
            "第三代社会保障卡", "社保卡",
            "社会保障卡", "社保卡",
            "社会保障市民卡", "社保卡",
            "社会保险", "社保",
            "自住住房", "住房",
            "购买住房", "住房",
            "个人住房", "住房",
            "购房", "住房",
            "住房公积金", "公积金",
            "公积金贷款", "公积金住房贷款",
            "城镇职工", "职工",
            "企业职工", "职工",
            "有限责任公司", "公司",
            "有限公司", "公司",
            "内资", "",
            "个体工商户", "个体户",
            "营业执照", "执照",
            "经营执照", "执照",
            "帐户", "账户",
            "帐号", "账户",
            "户籍", "户口");

    /** Words of one deed stand for each other; another deed on the same thing is another matter. */
    private static final Map<String, List<String>> DEEDS = Map.ofEntries(
            Map.entry("get", List.of("申领", "首次申领", "首次申请", "发放", "领取", "制发", "初领", "申办", "首发")),
            Map.entry("renew", List.of("补领", "补办", "补发", "换领", "换证", "换发", "补换", "补证", "遗失补", "到期换")),
            Map.entry("loss", List.of("挂失", "解挂")),
            Map.entry("end", List.of("注销", "吊销")),
            Map.entry("change", List.of("变更")),
            Map.entry("found", List.of("设立", "开办", "新设", "新办")),
            Map.entry("look", List.of("查询", "查验", "打印")),
            Map.entry("activate", List.of("激活", "启用")),
            Map.entry("move", List.of("转移", "转出", "转入", "转往")),
            Map.entry("unseal", List.of("启封", "解封")),
            Map.entry("seal", List.of("封存")),
            Map.entry("withdraw", List.of("提取", "支取")),
            Map.entry("lend", List.of("贷款", "借款")),
            Map.entry("repay", List.of("偿还", "还款", "还贷")),
            Map.entry("enrol", List.of("参保", "增员")),
            Map.entry("leave", List.of("停保", "退保", "减员")),
            Map.entry("complain", List.of("投诉", "举报")),
            Map.entry("password", List.of("密码")));

    /** Kinds that make another matter of it wherever only one side names them. */
    static final Set<String> APART =
            Set.of("temporary", "electronic", "foreign", "cooperative", "partnership", "sole-investor", "notice");

    private static final Map<String, List<String>> KINDS = Map.ofEntries(
            Map.entry("temporary", List.of("临时")),
            Map.entry("electronic", List.of("电子证照", "电子社保卡", "电子身份证", "电子执照")),
            Map.entry("foreign", List.of("外国人", "外商", "外资", "港澳", "台湾", "华侨")),
            Map.entry("cooperative", List.of("合作社")),
            Map.entry("partnership", List.of("合伙")),
            Map.entry("sole-investor", List.of("个人独资")),
            Map.entry("notice", List.of("公示", "公告", "名单", "招标", "采购", "招聘")),
            Map.entry("self-employed", List.of("个体户")),
            Map.entry("company", List.of("公司", "企业")),
            Map.entry("employee", List.of("职工")),
            Map.entry("flexible", List.of("灵活就业")),
            Map.entry("resident", List.of("城乡居民")));

    private static final Pattern COMMON = Pattern.compile(
            "办事指南|办理指南|服务指南|办理|申请|服务|网上|在线|事项|登记|指南|手续|程序|流程|如何|怎么|怎样|开具|出具|业务|有关|相关|个人|办事|窗口|条件|材料|所需|详情|政务|一件事|及其|的|及|和|与|到|或|为");
    private static final Pattern SEAM = Pattern.compile("[^\\p{IsHan}\\p{L}\\p{N}]+");

    Terms {
        pairs = Set.copyOf(pairs);
        deeds = Set.copyOf(deeds);
        kinds = Set.copyOf(kinds);
    }

    static Terms of(String text) {
        String plain = plain(text);
        Set<String> deeds = named(DEEDS, plain);
        String things = plain;
        for (String deed : deeds) {
            for (String word : longestFirst(DEEDS.getOrDefault(deed, List.of()))) {
                things = things.replace(word, " ");
            }
        }
        things = COMMON.matcher(things).replaceAll(" ");
        return new Terms(pairs(things), deeds, named(KINDS, plain), lastDeed(plain));
    }

    private static Optional<String> lastDeed(String plain) {
        return DEEDS.entrySet().stream()
                .filter(deed -> lastOf(deed.getValue(), plain) >= 0)
                .max(Comparator.comparingInt(deed -> lastOf(deed.getValue(), plain)))
                .map(Map.Entry::getKey);
    }

    private static int lastOf(List<String> words, String text) {
        return words.stream().mapToInt(text::lastIndexOf).max().orElse(-1);
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }

    /** Returns the text as names are compared: full and half width alike, one spelling for each thing. */
    static String plain(String text) {
        String plain = SEAM.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ");
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
            plain = plain.replace(spelling.getKey(), spelling.getValue());
        }
        return plain;
    }

    private static Set<String> named(Map<String, List<String>> groups, String text) {
        Set<String> named = new LinkedHashSet<>();
        groups.forEach((name, words) -> {
            if (words.stream().anyMatch(text::contains)) {
                named.add(name);
            }
        });
        return named;
    }

    private static Set<String> pairs(String things) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String thing : things.split(" ", -1)) {
            for (int i = 0; i + 1 < thing.length(); i++) {
                pairs.add(thing.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static Map<String, String> ordered(String... spellings) {
        Map<String, String> ordered = new LinkedHashMap<>();
        List<String> words = new ArrayList<>(List.of(spellings));
        for (int i = 0; i < words.size(); i += 2) {
            ordered.put(words.get(i), words.get(i + 1));
        }
        return ordered;
    }
}
