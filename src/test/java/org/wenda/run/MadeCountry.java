package org.wenda.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.history.DriftClass;
import org.wenda.history.Question;
import org.wenda.link.LinkKind;
import org.wenda.link.OfferedLink;
import org.wenda.link.Reason;
import org.wenda.link.Verdict;
import org.wenda.link.Why;
import org.wenda.transcript.Bubble;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Link;
import org.wenda.transcript.Opening;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Reply;
import org.wenda.transcript.Timing;
import org.wenda.transcript.Trait;
import org.wenda.transcript.Transcript;
import org.wenda.transcript.Trial;
import org.wenda.words.Lang;

/**
 * A made country of chatbots, each with habits of its own, that stores its nights by the program's own writers. Their
 * answers are the demonstration city's, with other figures in each; all chance comes from one seed.
 */
final class MadeCountry {
    private static final int SCENARIOS = 12;
    private static final int ONE_IN = 10;
    private static final List<String> TURNS = List.of("opening", "place");
    private static final List<String> GREETINGS =
            List.of("您好！", "市民朋友您好呀～", "欢迎使用政务助手。", "小政为您解答：", "收到您的问题啦，", "", "这就为您介绍。", "亲，您好！");
    private static final List<String> CLOSINGS =
            List.of("祝您生活愉快！", "希望对您有所帮助。", "以上内容仅供参考，具体以窗口答复为准。", "", "如有变动请以官方公布为准。", "欢迎随时再来咨询哦～", "感谢您的提问！");
    private static final List<String> ASIDES = List.of(
            "窗口周一至周五9:00-17:00对外办公。",
            "也可拨打12345热线咨询。",
            "建议提前准备好身份证。",
            "网上办理更省时。",
            "节假日请留意政务服务中心公告。",
            "高峰时段可能需要等候30分钟左右。");
    private static final List<List<String>> LABELS = List.of(
            List.of("办理条件", "申请条件", "谁可以办", "受理条件"),
            List.of("所需材料", "需要带的材料", "申请材料", "请准备"),
            List.of("办理流程", "办理步骤", "怎么办", "流程如下"),
            List.of("办理时限", "多久办好", "时限", "办结时间"),
            List.of("收费标准", "收费情况", "费用", "要不要钱"));
    private static final List<List<String>> SYNONYMS = List.of(
            List.of("办理", "申办", "办"),
            List.of("提交", "递交", "交"),
            List.of("领取", "取走", "领"),
            List.of("本人", "您本人", "申请人"),
            List.of("需要", "须", "要"),
            List.of("窗口", "柜台", "服务窗口"),
            List.of("网上", "在线", "线上"),
            List.of("核对", "审核", "核验"),
            List.of("之日起", "当天起", "之时起"),
            List.of("材料", "资料"),
            List.of("咨询", "询问"),
            List.of("可以", "能够", "可"));
    private static final Pattern SMALL = Pattern.compile("(?<![\\d.])([3-9])(?=个工作日|日|个月)");
    private static final String DIGITS = "零一二三四五六七八九";

    /** How a chatbot's answers differ from one time to the next. */
    enum Habit {
        GREETS,
        ORDERS_SECTIONS,
        NAMES_SECTIONS,
        CHANGES_WORDS,
        WRITES_NUMBERS,
        ADDS_ASIDES,
        COUNTS,
        SHUFFLES_OPTIONS,
        DRAWS_OPTIONS,
        LISTS
    }

    /** Something that really changed in the third night. */
    record Planted(
            DriftClass kind,
            String target,
            @Nullable String scenario,
            @Nullable String turn,
            int how) {
        boolean concerns(String other, String about, String asked) {
            return target.equals(other)
                    && (scenario == null || scenario.equals(about))
                    && (turn == null || turn.equals(asked));
        }
    }

    private record Matter(String id, String title, Map<String, List<String>> guide, List<String> related) {}

    private record Bot(
            String id, Set<Habit> habits, double temper, Duration pace, double unsteady, Map<String, String> figures) {
        boolean addsFacts() {
            return habits.contains(Habit.ADDS_ASIDES) || habits.contains(Habit.CHANGES_WORDS);
        }
    }

    private final List<Matter> matters;
    private final List<Bot> bots = new ArrayList<>();
    private final Path reports;
    private final Random chance;
    private int reworded;

    /** @param targets how many chatbots there are, at least 40 */
    MadeCountry(Path reports, long seed, int targets) {
        this.reports = reports;
        this.chance = new Random(seed);
        this.matters = matters();
        for (int i = 0; i < targets; i++) {
            bots.add(bot(String.format(Locale.ROOT, "city-%03d-%s", i / 2, i % 2 == 0 ? "web" : "mobile")));
        }
    }

    private static List<Matter> matters() {
        try (InputStream in =
                Objects.requireNonNull(MadeCountry.class.getResourceAsStream("/org/wenda/demo/city.yaml"))) {
            List<Matter> matters = new ArrayList<>();
            for (JsonNode matter : new YAMLMapper().readTree(in).path("matters")) {
                Map<String, List<String>> guide = new LinkedHashMap<>();
                matter.path("guide").properties().forEach(part -> guide.put(part.getKey(), texts(part.getValue())));
                matters.add(new Matter(
                        matter.path("id").asText(),
                        matter.path("title").asText(),
                        guide,
                        texts(matter.path("related"))));
            }
            return matters.subList(0, SCENARIOS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /**
     * Four in ten say the same every time; of the others some are talkative, and some are as free as a language model.
     */
    private Bot bot(String id) {
        Set<Habit> habits = new LinkedHashSet<>();
        double draw = chance.nextDouble();
        int most = draw < 0.4 ? 0 : draw < 0.75 ? 2 : 6;
        List<Habit> all = new ArrayList<>(List.of(Habit.values()));
        Collections.shuffle(all, chance);
        habits.addAll(all.subList(0, most == 0 ? 0 : 1 + chance.nextInt(most)));
        Map<String, String> figures = new HashMap<>();
        figures.put("15个工作日", 5 + chance.nextInt(20) + "个工作日");
        figures.put("10元", 5 * (1 + chance.nextInt(8)) + "元");
        figures.put("虚构大道1号", "虚构大道" + (1 + chance.nextInt(300)) + "号");
        figures.put("演示市", List.of("临江市", "南屏市", "云川市", "海宁州").get(chance.nextInt(4)));
        return new Bot(
                id,
                habits,
                0.15 + chance.nextDouble() * 0.6,
                Duration.ofMillis(400 + chance.nextInt(4000)),
                0.05 + chance.nextDouble() * 0.3,
                figures);
    }

    /** Returns 40 changes, four of each class, at places drawn by lot; no target has two. */
    List<Planted> plant() {
        List<Planted> all = new ArrayList<>();
        List<Bot> left = new ArrayList<>(bots);
        Collections.shuffle(left, chance);
        // The words can only be seen to change in the steadiest, so they come first.
        List<DriftClass> kinds = new ArrayList<>(List.of(DriftClass.values()));
        Collections.reverse(kinds);
        for (DriftClass kind : kinds) {
            for (int i = 0; i < 4; i++) {
                int how = i;
                Bot bot = left.stream()
                        .filter(one -> canTell(one, kind, how))
                        .findFirst()
                        .orElseThrow();
                left.remove(bot);
                boolean whole = kind == DriftClass.AVAILABILITY
                        || kind == DriftClass.WIDGET
                        || kind == DriftClass.FEATURES
                        || (kind == DriftClass.SPEED && i < 2);
                String scenario = matters.get(chance.nextInt(SCENARIOS)).id();
                String turn = kind == DriftClass.FACTS && i % 2 == 1 ? "place" : "opening";
                all.add(new Planted(kind, bot.id(), whole ? null : scenario, whole ? null : turn, i));
            }
        }
        return all;
    }

    /**
     * Nobody can tell new words of a chatbot that has new words every time, nor a fact that came of one that adds some.
     */
    private static boolean canTell(Bot bot, DriftClass kind, int how) {
        return switch (kind) {
            case WORDING -> bot.habits().stream().allMatch(Habit.COUNTS::equals);
            case FACTS -> how == 1 || !bot.addsFacts();
            case OPTIONS -> !bot.habits().contains(Habit.DRAWS_OPTIONS);
            case STRUCTURE -> !bot.habits().contains(Habit.LISTS) || how % 2 == 0;
            default -> true;
        };
    }

    /** Stores a night. */
    Path night(Instant start, List<Planted> planted) {
        String id = RunDirectory.idOf(start, List.of("all"));
        List<StoredLink> links = new ArrayList<>();
        try (RunDirectory directory = RunDirectory.create(reports, id)) {
            directory.write(record(id, start));
            for (Bot bot : bots) {
                for (Matter matter : matters) {
                    boolean twice = chance.nextInt(ONE_IN) == 0;
                    Transcript transcript = conversation(id, start, bot, matter, planted, twice);
                    directory.write(transcript);
                    links.addAll(links(transcript, planted));
                }
            }
            directory.write(links);
            return directory.root();
        }
    }

    /** Asks some questions of a stored night once more, as {@code run --against} does. */
    void lookAgain(Path night, Set<Question> questions, List<Planted> planted) {
        try (RunDirectory directory = RunDirectory.resume(night)) {
            Map<List<String>, Set<String>> turns = new LinkedHashMap<>();
            questions.forEach(question -> turns.computeIfAbsent(
                            List.of(question.target(), question.scenario()), unseen -> new LinkedHashSet<>())
                    .add(question.turn()));
            List<StoredLink> links = new ArrayList<>(directory.links().links());
            Map<List<String>, Transcript> stored = directory.read().transcripts().stream()
                    .collect(Collectors.toMap(one -> List.of(one.target(), one.scenario()), one -> one));
            turns.forEach((about, asked) -> {
                Transcript before = Objects.requireNonNull(stored.get(about));
                Bot bot = bots.stream()
                        .filter(one -> one.id().equals(about.get(0)))
                        .findFirst()
                        .orElseThrow();
                Matter matter = matters.stream()
                        .filter(one -> one.id().equals(about.get(1)))
                        .findFirst()
                        .orElseThrow();
                Transcript after = again(before, bot, matter, planted, asked.contains("place") ? 2 : 1);
                directory.write(after);
                links.addAll(links(after, planted).stream()
                        .filter(link ->
                                link.place().number() > before.exchanges().size())
                        .toList());
            });
            directory.write(links);
        }
    }

    private RunRecord record(String id, Instant start) {
        return new RunRecord(
                id,
                "made",
                start,
                start.plusSeconds(3600),
                RunRecord.State.DONE,
                List.of("run", "--all"),
                Lang.ZH,
                RunRecord.Machine.here(),
                new RunRecord.Plan(
                        bots.stream()
                                .map(bot -> new RunRecord.PlannedTarget(
                                        bot.id(),
                                        bot.id(),
                                        bot.id(),
                                        bot.id().endsWith("web") ? "web" : "mobile",
                                        "https://" + bot.id() + ".example.gov.cn/"))
                                .toList(),
                        matters.stream()
                                .map(matter -> new RunRecord.PlannedScenario(
                                        matter.id(), matter.title(), matter.title(), "service", TURNS))
                                .toList()),
                RunRecord.Totals.NONE,
                List.of(),
                List.of(),
                false);
    }

    private Transcript conversation(
            String run, Instant start, Bot bot, Matter matter, List<Planted> planted, boolean twice) {
        boolean away = planted.stream()
                .anyMatch(one ->
                        one.kind() == DriftClass.AVAILABILITY && one.target().equals(bot.id()));
        List<Exchange> exchanges = new ArrayList<>();
        if (away) {
            exchanges.add(new Exchange(
                    run,
                    bot.id(),
                    matter.id(),
                    "opening",
                    1,
                    true,
                    "怎么办？",
                    null,
                    Outcome.UNREACHABLE,
                    null,
                    Reply.NONE,
                    null,
                    null,
                    Map.of(),
                    List.of()));
            return new Transcript(run, bot.id(), matter.id(), start, null, null, exchanges, List.of(), List.of());
        }
        for (String turn : TURNS) {
            exchanges.add(exchange(run, start, bot, matter, turn, exchanges.size() + 1, Trial.ORDINARY, planted));
        }
        Transcript once = new Transcript(
                run,
                bot.id(),
                matter.id(),
                start,
                new Client("chrome", "driver", "linux", Duration.ZERO, Duration.ZERO),
                opening(bot, planted),
                exchanges,
                List.of(),
                features(bot, planted));
        return twice ? again(once, bot, matter, planted, 2) : once;
    }

    private Transcript again(Transcript before, Bot bot, Matter matter, List<Planted> planted, int turns) {
        List<Exchange> exchanges = new ArrayList<>(before.exchanges());
        int repeat = 1
                + exchanges.stream()
                        .mapToInt(exchange -> exchange.trial().repeat())
                        .max()
                        .orElse(1);
        for (String turn : TURNS.subList(0, turns)) {
            exchanges.add(exchange(
                    before.run(),
                    before.startedAt(),
                    bot,
                    matter,
                    turn,
                    exchanges.size() + 1,
                    new Trial(null, repeat),
                    planted));
        }
        return new Transcript(
                before.run(),
                before.target(),
                before.scenario(),
                before.startedAt(),
                before.client(),
                before.opening(),
                exchanges,
                before.landings(),
                before.features());
    }

    private Opening opening(Bot bot, List<Planted> planted) {
        boolean moved = has(planted, DriftClass.WIDGET, bot.id());
        Entry entry = new Entry(
                moved ? "launcher in frame 2" : "launcher",
                List.of(),
                "https://" + bot.id() + ".example.gov.cn/",
                false,
                moved ? 3 : 1,
                null);
        return new Opening(
                entry,
                List.of(pick(GREETINGS) + "请问您要咨询什么？"),
                List.of("怎么投诉？"),
                List.of("human"),
                Duration.ofMillis(300 + chance.nextInt(900)));
    }

    private List<Feature> features(Bot bot, List<Planted> planted) {
        List<Feature> features = new ArrayList<>(List.of(
                new Feature(Trait.WELCOME, Feature.OPENING, "您好"),
                new Feature(Trait.RATING_ANSWER, Feature.ANSWER, "有用")));
        if (!has(planted, DriftClass.FEATURES, bot.id())) {
            features.add(new Feature(Trait.VOICE_INPUT, Feature.INPUT, "语音"));
        }
        if (chance.nextDouble() < 0.7) {
            features.add(new Feature(Trait.RELATED_QUESTIONS, Feature.ANSWER, "猜您想问"));
        }
        return features;
    }

    private static boolean has(List<Planted> planted, DriftClass kind, String target) {
        return planted.stream()
                .anyMatch(one -> one.kind() == kind && one.target().equals(target));
    }

    private Exchange exchange(
            String run,
            Instant start,
            Bot bot,
            Matter matter,
            String turn,
            int number,
            Trial trial,
            List<Planted> all) {
        Map<DriftClass, Integer> planted = new EnumMap<>(DriftClass.class);
        all.stream()
                .filter(one -> one.concerns(bot.id(), matter.id(), turn))
                .forEach(one -> planted.put(one.kind(), one.how()));
        boolean fallback = planted.containsKey(DriftClass.OUTCOME);
        Reply reply = fallback
                ? reply(List.of("抱歉，我还没有学会这个问题，请换个问法。"), List.of(), List.of())
                : reply(bot, matter, turn, planted);
        double slower =
                planted.containsKey(DriftClass.SPEED) ? planted.getOrDefault(DriftClass.SPEED, 0) < 2 ? 3 : 12 : 1;
        double noise = Math.exp(bot.unsteady() * chance.nextGaussian()) * (chance.nextDouble() < 0.02 ? 3 : 1);
        Duration complete = Duration.ofNanos((long) (bot.pace().toNanos() * noise * slower));
        return new Exchange(
                run,
                bot.id(),
                matter.id(),
                turn,
                number,
                false,
                turn.equals("opening") ? matter.title() + "怎么办？" : "在哪里办？",
                null,
                trial,
                false,
                fallback ? Outcome.FALLBACK : Outcome.ANSWERED,
                null,
                reply,
                new Timing(start, complete.dividedBy(3), complete.dividedBy(2), complete, null, Duration.ofMillis(10)),
                "quiet+transport",
                Map.of(),
                List.of());
    }

    private static Reply reply(List<String> bubbles, List<String> options, List<Link> links) {
        List<Bubble> all = new ArrayList<>();
        for (int i = 0; i < bubbles.size(); i++) {
            all.add(new Bubble(bubbles.get(i), i == 0 ? links : List.of(), List.of(), List.of(), null));
        }
        return new Reply(all, options, links, List.of(), "", List.of("useful", "useless"));
    }

    private Reply reply(Bot bot, Matter matter, String turn, Map<DriftClass, Integer> planted) {
        List<String> sections = turn.equals("opening") ? sections(bot, matter) : place(matter);
        String text = String.join("\n", sections);
        for (Map.Entry<String, String> figure : bot.figures().entrySet()) {
            text = text.replace(figure.getKey(), figure.getValue());
        }
        if (planted.containsKey(DriftClass.FACTS)) {
            text = otherFact(text, planted.getOrDefault(DriftClass.FACTS, 0));
        }
        if (planted.containsKey(DriftClass.WORDING)) {
            text = rewritten(matter, text);
        }
        text = inItsWay(bot, text);
        List<String> bubbles = List.of(text);
        if (planted.containsKey(DriftClass.STRUCTURE)) {
            bubbles = planted.getOrDefault(DriftClass.STRUCTURE, 0) % 2 == 0
                    ? List.of(text.substring(0, text.length() / 3), text.substring(text.length() / 3))
                    : List.of(tabled(text));
        }
        return reply(bubbles, options(bot, matter, planted), offered(bot, matter, turn, planted));
    }

    private List<String> sections(Bot bot, Matter matter) {
        List<String> parts = List.of("conditions", "materials", "steps", "limit", "fee");
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> said = matter.guide().getOrDefault(parts.get(i), List.of());
            List<String> labels = LABELS.get(i);
            String label = bot.habits().contains(Habit.NAMES_SECTIONS) ? pick(labels) : labels.get(0);
            boolean listed = !bot.habits().contains(Habit.LISTS) || chance.nextBoolean();
            sections.add(label + "："
                    + (said.size() == 1 ? said.get(0) : listed ? numbered(said) : String.join("；", said) + "。"));
        }
        if (bot.habits().contains(Habit.ORDERS_SECTIONS)) {
            Collections.shuffle(sections, chance);
        }
        return sections;
    }

    private static String numbered(List<String> said) {
        return IntStream.range(0, said.size())
                .mapToObj(i -> "\n" + (i + 1) + ". " + said.get(i))
                .collect(Collectors.joining());
    }

    private static List<String> place(Matter matter) {
        return List.of(
                "办理地点：" + String.join("", matter.guide().getOrDefault("place", List.of())),
                "咨询电话：" + String.join("", matter.guide().getOrDefault("phone", List.of())));
    }

    /** Another fee, telephone number, time limit or address, each in the place of what was said before. */
    private static String otherFact(String text, int how) {
        return switch (how) {
            case 0 -> text + "\n另收取工本费35元。";
            case 1 -> text.replaceAll("咨询电话：.*", "咨询电话：0000-87650001");
            case 2 -> text.replaceAll("办理时限：", "办理时限：自2026年12月1日起改为45个工作日。");
            default -> text + "\n自12月1日起迁至新华路88号。";
        };
    }

    private static String rewritten(Matter matter, String text) {
        return "关于" + matter.title() + "，请您先仔细阅读下文再前往。我们把要点重新梳理了一遍，方便老年人和行动不便的群众阅读理解，家人也能代为查看。\n"
                + text.replace("：", "这一项的说明是")
                + "\n上面每一点都由经办部门逐字复核，读完仍拿不准时请到现场找导办人员问清楚。";
    }

    private static String tabled(String text) {
        return text.replaceAll("：", "\t");
    }

    private String inItsWay(Bot bot, String said) {
        String text = said;
        if (bot.habits().contains(Habit.CHANGES_WORDS)) {
            text = withOtherWords(bot, text);
        }
        if (bot.habits().contains(Habit.WRITES_NUMBERS) && chance.nextBoolean()) {
            text = SMALL.matcher(text)
                    .replaceAll(found -> String.valueOf(DIGITS.charAt(Integer.parseInt(found.group(1)))));
        }
        if (bot.habits().contains(Habit.ADDS_ASIDES) && chance.nextDouble() < bot.temper()) {
            text = text + "\n" + pick(ASIDES);
        }
        if (bot.habits().contains(Habit.GREETS)) {
            text = pick(GREETINGS) + text + "\n" + pick(CLOSINGS);
        }
        if (bot.habits().contains(Habit.COUNTS)) {
            text = text + "\n已有" + (100 + chance.nextInt(9000)) + "人觉得有用 会话编号：" + Integer.toHexString(chance.nextInt());
        }
        reworded += text.equals(said) ? 0 : 1;
        return text;
    }

    private String withOtherWords(Bot bot, String said) {
        String text = said;
        for (List<String> words : SYNONYMS) {
            if (chance.nextDouble() < bot.temper()) {
                text = text.replace(words.get(0), pick(words));
            }
        }
        return text;
    }

    private List<String> options(Bot bot, Matter matter, Map<DriftClass, Integer> planted) {
        List<String> options = new ArrayList<>(List.of("需要带什么材料？", "多久能办好？", "要收费吗？", "办" + matter.title() + "可以代办吗？"));
        if (planted.containsKey(DriftClass.OPTIONS)) {
            options.set(planted.getOrDefault(DriftClass.OPTIONS, 0), "新上线：一件事一次办");
        }
        if (bot.habits().contains(Habit.SHUFFLES_OPTIONS) || bot.habits().contains(Habit.DRAWS_OPTIONS)) {
            Collections.shuffle(options, chance);
        }
        return bot.habits().contains(Habit.DRAWS_OPTIONS) ? options.subList(0, 2) : options;
    }

    private List<Link> offered(Bot bot, Matter matter, String turn, Map<DriftClass, Integer> planted) {
        if (!turn.equals("opening")) {
            return List.of();
        }
        String site = "https://" + bot.id() + ".example.gov.cn/";
        List<Link> links = new ArrayList<>(List.of(
                new Link("办事指南", site + "guide/" + matter.id() + "?sid=" + Integer.toHexString(chance.nextInt())),
                new Link("在线办理", site + "apply/" + matter.id())));
        switch (planted.getOrDefault(DriftClass.LINKS, -1)) {
            case 0 -> links.remove(1);
            case 1 -> links.add(new Link("新指南", site + "new/" + matter.id()));
            case 2 -> links.set(0, new Link("办事指南", site + "v2/guide/" + matter.id()));
            default -> {}
        }
        return links;
    }

    private List<StoredLink> links(Transcript transcript, List<Planted> planted) {
        List<StoredLink> links = new ArrayList<>();
        for (Exchange exchange : transcript.exchanges()) {
            for (Link link : exchange.reply().links()) {
                boolean died = link.href().contains("/apply/")
                        && planted.stream()
                                .anyMatch(one -> one.kind() == DriftClass.LINKS
                                        && one.how() == 3
                                        && one.concerns(exchange.target(), exchange.scenario(), exchange.turn()));
                Verdict verdict =
                        died ? Verdict.DEAD : link.href().contains("/apply/") ? Verdict.SERVICE : Verdict.GUIDE;
                links.add(new StoredLink(
                        StoredLink.Place.of(exchange),
                        new OfferedLink(exchange.number(), LinkKind.ANCHOR, link.text(), link.href()),
                        verdict,
                        new Reason(why(verdict), List.of()),
                        List.of(),
                        link.href(),
                        null,
                        List.of(),
                        Duration.ofMillis(20),
                        transcript.startedAt(),
                        false,
                        null,
                        null));
            }
        }
        return links;
    }

    private static Why why(Verdict verdict) {
        return Arrays.stream(Why.values())
                .filter(one -> one.verdict() == verdict)
                .findFirst()
                .orElseThrow();
    }

    private String pick(List<String> all) {
        return all.get(chance.nextInt(all.size()));
    }

    /** Returns how many answers were put in other words than the chatbot's first since this was asked last. */
    int reworded() {
        int count = reworded;
        reworded = 0;
        return count;
    }
}
