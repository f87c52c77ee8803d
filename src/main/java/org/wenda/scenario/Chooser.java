package org.wenda.scenario;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * Decides which option a citizen with this matter would press when the chatbot asks back. Pure.
 *
 * <p>An option is about the matter if it holds the whole of the matter's name or of its synonym, or if all that it says
 * stands in the matter's name or in the wordings of the question. Words that every matter has (办理, 怎么, 材料清单 …) speak
 * for nothing. Rather none than a wrong one: 注销登记 shares most characters with 变更登记 and is another matter.
 */
public final class Chooser {
    /** What calls a person, complains, rates, or leads away from the list. */
    private static final Pattern NEVER = Pattern.compile("人工|坐席|客服|投诉|举报|评价|满意|返回|主菜单|上一(级|页|步|层|条)|都不是|换一(批|组|换)"
            + "|^(更多|其[他它].{0,4}|取消|退出|结束.{0,4}|关闭|登录|注册|首页)$");

    private static final Pattern NEVER_IN_ENGLISH =
            Pattern.compile("\\b(human|agent|representative|rate|feedback|complain|complaint|back|none of)\\b");

    private static final Pattern FILLER =
            Pattern.compile("请问|您好|你好|我想要?|我要|想要|怎么样?|怎样|如何|什么|哪里|哪儿|哪些|需要|所需|应该|可以|能不能|能否|一下|在?网上|线上|在线|咨询|了解"
                    + "|办理|办事|申领|申请|业务|事项|事宜|手续|程序|流程|指南|服务|问题|相关|有关|关于|的|吗|呢|及其?|和|与|怎么办|办");

    private static final Pattern NUMBER =
            Pattern.compile("^\\s*([(（\\[【]?\\d{1,2}[)）\\]】]|\\d{1,2}\\s*[.、．:：]|[①-⑳])\\s*");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int SHORTEST_NAME = 2;

    private static final List<String> PERSON = List.of("个人", "个人办事", "个人业务", "自然人", "公民", "群众", "居民");
    private static final List<String> LEGAL_PERSON =
            List.of("法人", "法人办事", "法人业务", "企业", "企业办事", "企业业务", "公司", "单位", "商户", "经营主体");

    private Chooser() {}

    /** What is to be done with a list of options. */
    public sealed interface Chosen {
        /** It is to be pressed; the text is that of the list. */
        record Option(String text) implements Chosen {}

        /**
         * The list is the answer.
         *
         * @param why null where the scenario wants no more than the list
         */
        record Nothing(@Nullable Message why) implements Chosen {}
    }

    /** Returns whether an option that reads so is left alone, whatever the matter. */
    static boolean isNeverPressed(String option) {
        return NEVER.matcher(bare(option)).find()
                || NEVER_IN_ENGLISH.matcher(option.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Chooses.
     *
     * @param words what was typed, placeholders filled
     * @param options what the chatbot offers, in its order
     */
    public static Chosen of(Scenario scenario, Turn turn, String words, List<String> options) {
        if (!wantsMore(scenario.kind(), turn)) {
            return new Chosen.Nothing(null);
        }
        List<String> open =
                options.stream().filter(option -> !isNeverPressed(option)).toList();
        Meaning meaning = new Meaning(scenario, turn, words);
        for (String word : turn.choose()) {
            List<String> named = open.stream()
                    .filter(option -> bare(option).contains(bare(word)))
                    .toList();
            if (!named.isEmpty()) {
                return new Chosen.Option(meaning.nearest(named));
            }
        }
        return scenario.kind() == Scenario.Kind.VAGUE ? new Chosen.Nothing(none(options)) : meaning.best(open, options);
    }

    /** A vague question should lead to a list and no further, unless its turn says where to. */
    private static boolean wantsMore(Scenario.Kind kind, Turn turn) {
        return switch (kind) {
            case NONSENSE, GREETING -> false;
            case VAGUE -> !turn.choose().isEmpty();
            default -> true;
        };
    }

    private static Message none(List<String> options) {
        return Message.of(Chooser.class, "option.none", options.size());
    }

    /** Without number, case, punctuation, and with one of two ways to write an account. */
    private static String bare(String text) {
        String plain = NUMBER.matcher(text).replaceFirst("");
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTER.matcher(folded).replaceAll("").replace('帐', '账');
    }

    private static List<String> parts(String text) {
        return Stream.of(FILLER.matcher(bare(text)).replaceAll(" ").split(" "))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What the matter is called and how the question is put, to compare options with. */
    private static final class Meaning {
        private final List<String> matter;
        private final List<List<String>> names = new ArrayList<>();
        private final List<String> question;
        private final List<String> wordings = new ArrayList<>();
        private final List<String> audience;

        Meaning(Scenario scenario, Turn turn, String words) {
            this.matter = parts(scenario.matter());
            this.question = parts(words);
            this.audience = audience(scenario);
            names.add(matter);
            wordings.addAll(matter);
            wordings.addAll(question);
            turn.variants().stream()
                    .filter(variant -> variant.kind() != Turn.Variant.Kind.TYPO)
                    .filter(variant -> variant.kind() != Turn.Variant.Kind.HOMOPHONE)
                    .forEach(variant -> wordings.addAll(parts(variant.say())));
            scenario.turns().get(0).variants().stream()
                    .filter(variant -> variant.kind() == Turn.Variant.Kind.SYNONYM)
                    .map(variant -> parts(variant.say()))
                    .forEach(synonym -> {
                        names.add(synonym);
                        wordings.addAll(synonym);
                    });
        }

        private static List<String> audience(Scenario scenario) {
            if (scenario.audience() == null) {
                return List.of();
            }
            return scenario.audience() == Scenario.Audience.PERSON ? PERSON : LEGAL_PERSON;
        }

        /** Returns the option that is nearest; the first of several. */
        String nearest(List<String> options) {
            return options.stream()
                    .map(this::rated)
                    .sorted(Comparator.reverseOrder())
                    .map(Rated::option)
                    .findFirst()
                    .orElseThrow();
        }

        Chosen best(List<String> open, List<String> all) {
            List<Rated> rated = open.stream()
                    .map(this::rated)
                    .filter(Rated::isAboutTheMatter)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (rated.isEmpty()) {
                return new Chosen.Nothing(none(all));
            }
            Rated best = rated.get(0);
            List<String> equal = rated.stream()
                    .filter(one -> one.compareTo(best) == 0)
                    .map(Rated::option)
                    .distinct()
                    .toList();
            return equal.size() == 1 || best.whole()
                    ? new Chosen.Option(best.option())
                    : new Chosen.Nothing(Message.of(Chooser.class, "option.tie", String.join(" / ", equal)));
        }

        private Rated rated(String option) {
            String text = bare(option);
            List<String> said = parts(option);
            boolean whole = names.stream()
                    .anyMatch(name ->
                            length(name) >= SHORTEST_NAME && name.stream().allMatch(text::contains));
            List<String> known =
                    Stream.concat(wordings.stream(), audience.stream()).toList();
            return new Rated(
                    option,
                    whole,
                    length(said) - covered(said, known),
                    covered(matter, said),
                    covered(question, said),
                    covered(said, wordings),
                    audience.contains(text));
        }

        private static int length(List<String> texts) {
            return texts.stream().mapToInt(String::length).sum();
        }

        /** Returns how many characters of the texts lie in a stretch that one of the others has too. */
        private static int covered(List<String> texts, List<String> others) {
            return texts.stream().mapToInt(text -> covered(text, others)).sum();
        }

        private static int covered(String text, List<String> others) {
            BitSet marks = new BitSet();
            for (int from = 0; from < text.length(); from++) {
                for (int to = text.length(); to > from; to--) {
                    String stretch = text.substring(from, to);
                    if (isTelling(stretch) && others.stream().anyMatch(other -> other.contains(stretch))) {
                        marks.set(from, to);
                        break;
                    }
                }
            }
            return marks.cardinality();
        }

        /** One Chinese character, or three letters, are shared by chance. */
        private static boolean isTelling(String stretch) {
            return stretch.length() >= 4
                    || (stretch.length() >= 2 && stretch.chars().allMatch(c -> c >= 0x2e80));
        }
    }

    /**
     * An option compared with the matter.
     *
     * @param whole whether it holds the whole of the matter's name or of its synonym
     * @param foreign how many of its characters stand neither in the matter nor in a wording of the question
     * @param ofMatter how many characters of the matter it holds
     * @param ofQuestion how many characters of the question it holds
     * @param own how many of its characters stand in the matter or in a wording of the question
     * @param forWhom whether it says no more than for whom the matter is, such as 个人办事
     */
    private record Rated(
            String option, boolean whole, int foreign, int ofMatter, int ofQuestion, int own, boolean forWhom)
            implements Comparable<Rated> {
        private static final Comparator<Rated> ORDER = Comparator.comparing(Rated::whole)
                .thenComparing(one -> !one.forWhom())
                .thenComparingInt(Rated::ofMatter)
                .thenComparingInt(Rated::ofQuestion)
                .thenComparing(one -> -one.foreign())
                .thenComparingInt(Rated::own);

        boolean isAboutTheMatter() {
            return whole || forWhom || (own > 0 && foreign == 0);
        }

        @Override
        public int compareTo(Rated other) {
            return ORDER.compare(this, other);
        }
    }
}
