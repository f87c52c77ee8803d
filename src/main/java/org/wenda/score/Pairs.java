package org.wenda.score;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A Chinese text as the pairs of its neighbouring characters, what every answer says left out. */
final class Pairs {
    /** Longer texts are compared this far; the longest real answers have a few thousand characters. */
    private static final int LONGEST_CHARACTERS = 20_000;

    private static final Pattern SEAM = Pattern.compile("[^\\p{IsHan}\\p{L}\\p{N}]+");

    /** Says nothing about the matter. */
    private static final Pattern COMMON =
            Pattern.compile("您好|你好|请问|请您|办事指南|办理指南|服务指南|办理|办结|申请|申领|手续|登记|服务|网上|在线|事项|流程|步骤|程序|材料|资料|条件|时限|期限|地点"
                    + "|费用|收费|标准|所需|需要|准备|提供|提交|以下|如下|说明|为您|关于|相关|有关|具体|详情|可以|点击|查看|如何|怎么|怎样|或者|以及|应当|进行"
                    + "|[的了和与及或在是于将为把被对就也都而并请您你我们]");

    private Pairs() {}

    /** Returns a text as it is compared: full and half width alike, only letters, digits and single spaces. */
    static String plain(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST_CHARACTERS));
        return SEAM.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ");
    }

    /** Returns the pairs that tell what a text is about. */
    static Set<String> of(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String run : COMMON.matcher(plain(text)).replaceAll(" ").split(" ", -1)) {
            for (int i = 0; i + 1 < run.length(); i++) {
                pairs.add(run.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** Returns which share of {@code wanted} is in {@code found}, 0–1; 0 if nothing is wanted. */
    static double share(Set<String> wanted, Set<String> found) {
        return wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(found::contains).count() / wanted.size();
    }
}
