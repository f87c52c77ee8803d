package org.wenda.gallery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenda.gallery.Content.Block;
import org.wenda.gallery.Content.Item;
import org.wenda.gallery.Content.Items;
import org.wenda.gallery.Content.Paragraph;
import org.wenda.gallery.Content.Picture;
import org.wenda.gallery.Content.Rows;
import org.wenda.gallery.Content.Run;
import org.wenda.transcript.Link;

/** The scripted bot behind all pages of the gallery. Pure: the same question gets the same answer, in the same time. */
public final class GalleryBot {
    private static final List<String> DISTRICTS = List.of("", "我住在云泽区，", "我是外地人，", "替我母亲问一下，", "我在高新区上班，", "刚搬到湖滨街道，");
    static final int DIFFERENT = different(Kind.all());

    private final Tempo tempo;

    GalleryBot(Tempo tempo) {
        this.tempo = tempo;
    }

    /**
     * Returns a citizen's question. Neighbouring numbers are of different kinds and matters.
     *
     * @param n from 0 on; they repeat once all kinds, matters and districts were used
     */
    public static String question(int n) {
        return question(Kind.all(), n);
    }

    /**
     * Returns different questions whose answers are of some kinds only, mixed.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public static List<String> questions(Collection<Kind> kinds, int count) {
        List<Kind> sorted = kinds.stream().sorted().toList();
        int different = different(sorted);
        if (count > different) {
            throw new IllegalArgumentException("only " + different + " different questions of kinds " + kinds);
        }
        return IntStream.range(0, count).mapToObj(n -> question(sorted, n)).toList();
    }

    private static String question(List<Kind> kinds, int n) {
        int turn = n % kinds.size();
        int round = n / kinds.size();
        Matter matter = Matter.ALL.get((round + 7 * turn) % Matter.ALL.size());
        return DISTRICTS.get(round / Matter.ALL.size() % DISTRICTS.size())
                + kinds.get(turn).about(matter.name());
    }

    private static int different(List<Kind> kinds) {
        return kinds.size() * Matter.ALL.size() * DISTRICTS.size();
    }

    BotReply reply(String question) {
        int seed = question.hashCode();
        Matter matter = Matter.ALL.stream()
                .filter(each -> question.contains(each.name()))
                .findFirst()
                .orElse(Matter.ALL.get(0));
        return Kind.of(question)
                .map(kind -> reply(kind, question, matter, seed))
                .orElseGet(() -> now("抱歉，我没有听懂您的问题，请换一种说法，或者拨打12345政务服务热线。"));
    }

    private BotReply reply(Kind kind, String question, Matter matter, int seed) {
        String name = matter.name();
        return switch (kind) {
            case IMMEDIATE -> now(name + "可到" + matter.office() + "办理，自受理之日起" + matter.days() + "个工作日办结。");
            case DELAYED ->
                after(300, 6000, seed, Content.text("您可以到" + matter.office() + "办理" + name + "。", "工作日九点至十七点，午间不休息。"));
            case STREAM -> streamed(lecture(matter), seed);
            case BUBBLES -> bubbles(matter, seed);
            case PLACEHOLDER ->
                BotReply.of(
                        new Part.Hold(tempo.between(100, 300, seed), 0, "正在为您查询，请稍候…"),
                        new Part.Say(
                                tempo.between(500, 4000, seed),
                                0,
                                Content.text("查询结果：您的" + name + "申请已受理，预计" + matter.days() + "个工作日内办结。")));
            case TYPING ->
                BotReply.of(
                        new Part.Typing(tempo.between(50, 300, seed), true),
                        new Part.Typing(tempo.between(300, 900, seed + 1), false),
                        new Part.Typing(tempo.between(200, 600, seed + 2), true),
                        new Part.Say(
                                tempo.between(400, 1500, seed + 3),
                                0,
                                Content.text(name + "的法定时限是" + matter.days() * 2 + "天，承诺时限是" + matter.days() + "天。")));
            case REPEATED -> after(100, 2000, seed, Content.text("可以。请登录政务服务网，在“我要办”栏目选择事项后在线提交申请。"));
            case ECHO -> after(100, 1500, seed, Content.text(question));
            case LONG -> after(200, 3000, seed, statute(matter, 30));
            case TABLE -> after(200, 2000, seed, fees(matter));
            case LIST -> after(200, 2000, seed, papers(matter));
            case PICTURE ->
                after(
                        200,
                        2000,
                        seed,
                        Content.of(
                                Paragraph.of(name + "申请表的样表如下，请用黑色签字笔填写。"),
                                new Picture("/shared/form.svg", name + "申请表样表")));
            case BARE_PICTURE ->
                after(
                        200,
                        2000,
                        seed,
                        Content.of(
                                Paragraph.of(matter.office() + "在市民中心" + (1 + matter.days() % 5) + "号楼，路线见图。"),
                                new Picture("/shared/map.svg", "")));
            case OPTIONS -> options(matter, seed);
            case LINKS -> after(200, 2000, seed, links(matter));
            case CONTROLS -> controlled(matter, seed);
            case EMPTY -> after(200, 2000, seed, Content.of());
            case HUGE -> after(200, 2000, seed, statute(matter, 1000));
            case CARD -> after(200, 2000, seed, card(matter));
            case LINK_BUTTONS -> after(200, 2000, seed, linkButtons(matter));
            case SOURCES -> after(200, 2000, seed, sourced(matter, seed));
            case THINKING -> thinking(matter, seed);
        };
    }

    private static BotReply now(String text) {
        return BotReply.of(new Part.Say(0, 0, Content.text(text)));
    }

    private BotReply after(int shortestMs, int longestMs, int seed, Content content) {
        return BotReply.of(new Part.Say(tempo.between(shortestMs, longestMs, seed), 0, content));
    }

    private BotReply thinking(Matter matter, int seed) {
        List<String> tokens = tokens(reasoning(matter), seed);
        int lastsMs = tempo.between(3000, 8000, seed);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            parts.add(new Part.Think(lastsMs * (i + 1) / tokens.size() - lastsMs * i / tokens.size(), tokens.get(i)));
        }
        // Two frames: chatbots fold their reasoning away as soon as it ends.
        parts.add(new Part.Thought(34, 1 + Math.floorMod(seed, 8)));
        parts.addAll(streamed(changes(matter), seed).parts());
        return new BotReply(parts);
    }

    private BotReply controlled(Matter matter, int seed) {
        boolean inComposer = Math.floorMod(seed, 2) == 0;
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Stop(0, true, inComposer));
        parts.addAll(streamed(overview(matter), seed).parts());
        parts.add(new Part.Stop(0, false, inComposer));
        parts.add(new Part.Controls(0, 0, List.of(Control.REGENERATE, Control.COPY, Control.USEFUL, Control.USELESS)));
        return new BotReply(parts);
    }

    private BotReply streamed(String text, int seed) {
        List<String> tokens = tokens(text, seed);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Say(tempo.between(300, 1500, seed), 0, Content.text(tokens.get(0))));
        for (int i = 1; i < tokens.size(); i++) {
            boolean pauses = i == tokens.size() / 3 || i == tokens.size() * 3 / 4;
            int afterMs = pauses ? tempo.between(1000, 2500, seed + i) : tempo.token(seed + i);
            parts.add(new Part.Append(afterMs, 0, tokens.get(i)));
        }
        return new BotReply(parts);
    }

    /** Cuts a text as language models do: two to five characters at a time. */
    private static List<String> tokens(String text, int seed) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + 2 + Math.floorMod(seed + from, 4));
            tokens.add(text.substring(from, to));
            from = to;
        }
        return tokens;
    }

    private BotReply bubbles(Matter matter, int seed) {
        List<String> texts = Stream.of(
                        "办理" + matter.name() + "前，请先确认材料齐全：" + String.join("、", matter.papers()) + "。",
                        "其次，" + matter.office() + "每天放号有限，建议提前一天预约。",
                        "另外，本人不能到场的，须提交经签名的委托书。",
                        "最后提醒您，办理结果将以短信通知，请保持手机畅通。")
                .limit(2 + Math.floorMod(seed, 3))
                .toList();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int afterMs = tempo.between(300, 2000, seed + i);
            parts.add(new Part.Say(afterMs, i, Content.text(texts.get(i))));
        }
        return new BotReply(parts);
    }

    private BotReply options(Matter matter, int seed) {
        List<String> options = Stream.of(Kind.LIST, Kind.IMMEDIATE, Kind.TABLE)
                .map(kind -> kind.about(matter.name()))
                .toList();
        int afterMs = tempo.between(200, 2000, seed);
        Content content = Content.text("关于" + matter.name() + "，请问您想了解哪一项？");
        return BotReply.of(new Part.Say(afterMs, 0, content), new Part.Offer(0, options));
    }

    private static String lecture(Matter matter) {
        return "好的，" + matter.name() + "一般分四步。第一步，准备材料，包括" + String.join("、", matter.papers())
                + "。第二步，到" + matter.office() + "取号，或者在网上提交申请。第三步，窗口人员审核材料，材料不齐的当场一次性告知。"
                + "第四步，审核通过后" + matter.days() + "个工作日内领取结果，也可以选择邮寄。办理过程中如有疑问，可以随时再来问我。";
    }

    /** Two paragraphs whose words are not the answer's, though the matter is the same. */
    private static String reasoning(Matter matter) {
        return "用户想知道" + matter.name() + "的新旧规定有何不同，我需要先回忆旧的办法，再与现行办法逐项比对。\n" + "旧办法要求现场提交纸质材料，现在" + matter.office()
                + "已经接通数据共享，所以重点应放在材料、时限和渠道三个方面，费用没有调整，可以一句带过。";
    }

    private static String changes(Matter matter) {
        return "主要有三点变化：一是材料减少，只需" + matter.papers().get(0) + "；二是时限缩短为" + matter.days() + "个工作日；三是可以全程网办，不必再到"
                + matter.office() + "排队。";
    }

    private static String overview(Matter matter) {
        return matter.name() + "由" + matter.office() + "负责，面向本市居民和单位。" + matter.days() + "个工作日内办结，"
                + (matter.fee() == 0 ? "不收费。" : "收费" + matter.fee() + "元。") + "申请时请带好"
                + matter.papers().get(0)
                + "，结果可以自取，也可以邮寄到家。";
    }

    private static Content statute(Matter matter, int articles) {
        List<Block> paragraphs = new ArrayList<>();
        paragraphs.add(Paragraph.of("《" + matter.name() + "管理办法》全文如下："));
        for (int article = 1; article <= articles; article++) {
            paragraphs.add(Paragraph.of("第" + article + "条 申请人办理" + matter.name() + "，应当向" + matter.office()
                    + "提出申请，并对所提交材料的真实性、合法性和有效性负责；经办机构应当自收到申请之日起"
                    + (matter.days() + article) + "日内作出书面答复，不予受理的应当说明理由。"));
        }
        return new Content(paragraphs);
    }

    private static Content fees(Matter matter) {
        return Content.of(
                Paragraph.of(matter.name() + "的收费标准如下："),
                new Rows(List.of(
                        List.of("项目", "金额（元）", "时限"),
                        List.of("首次办理", String.valueOf(matter.fee()), matter.days() + "天"),
                        List.of("补办换领", String.valueOf(matter.fee() + 10), matter.days() + 5 + "天"),
                        List.of("加急办理", String.valueOf(matter.fee() * 2 + 20), "1天"))));
    }

    private static Content papers(Matter matter) {
        List<Item> items = matter.papers().stream()
                .map(paper -> new Item(paper, List.of("原件1份", "复印件" + (1 + paper.length() % 3) + "份")))
                .toList();
        return Content.of(
                Paragraph.of("办理" + matter.name() + "需要以下材料："), new Items(items), Paragraph.of("以上材料均须在有效期内。"));
    }

    private static Content sourced(Matter matter, int seed) {
        int number = Matter.ALL.indexOf(matter) + 1;
        List<Run> all = List.of(
                new Run("《" + matter.name() + "管理办法》", "/law/" + number + ".html"),
                new Run("市" + matter.office() + "办事公告（2026年第" + number + "号）", "/notice/" + number + ".html"),
                new Run("政务服务网：" + matter.name(), "/item/" + number + ".html"));
        List<Run> runs = all.subList(0, 2 + Math.floorMod(seed, 2));
        List<String> headings = List.of("参考来源", "参考资料：", "信息来源", "参考来源（" + runs.size() + "）");
        return Content.of(
                Paragraph.of("办理" + matter.name() + "主要依据国家和省里的规定，本市另有实施细则，对时限作了更严的承诺，即" + matter.days() + "个工作日。"),
                Paragraph.of("规定如有更新，以公布的文本为准。"),
                new Content.Sources(headings.get(Math.floorMod(seed / 2, headings.size())), runs));
    }

    private static Content links(Matter matter) {
        int number = Matter.ALL.indexOf(matter) + 1;
        return Content.of(
                new Paragraph(List.of(
                        new Run("请点击", null),
                        new Run(matter.name() + "在线申请", "/service/" + number + ".html"),
                        new Run("进入办事页面。", null))),
                new Paragraph(List.of(
                        new Run("办理条件请看", null), new Run("办事指南", "/guide/" + number + ".html"), new Run("。", null))));
    }

    private static Content card(Matter matter) {
        Map<String, String> tabs = new LinkedHashMap<>();
        tabs.put("受理条件", "凡本市居民，均可申请" + matter.name() + "。");
        tabs.put("申请材料", "请准备" + String.join("、", matter.papers()) + "。");
        tabs.put("办理地点", matter.office() + "综合窗口。");
        return Content.of(
                Paragraph.of("为您找到以下服务："),
                new Content.Card(matter.name() + "（" + matter.office() + "）", tabs, List.of("在线办理", "查看办事指南")));
    }

    private static Content linkButtons(Matter matter) {
        int number = Matter.ALL.indexOf(matter) + 1;
        return Content.of(
                Paragraph.of(matter.name() + "已经开通全程网办，请选择下面的入口。"),
                new Content.LinkButtons(List.of(
                        new Link("立即办理", "/service/" + number + ".html"),
                        new Link("办事指南", "/guide/" + number + ".html"),
                        new Link("预约取号", "/appointment/" + number + ".html"))));
    }
}
