package org.wenda.gallery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is particular about an answer of {@link GalleryBot}. The wording of a question decides it. */
public enum Kind {
    /** One bubble at once. */
    IMMEDIATE("%s怎么办理？", "怎么办理"),
    /** One bubble after 0.3 to 6 s. */
    DELAYED("请问%s在哪里办？", "在哪里办"),
    /** Token by token, with two pauses of up to 2.5 s inside. */
    STREAM("请详细讲一讲%s的流程", "详细讲一讲"),
    /** Two to four bubbles with gaps of up to 2 s. */
    BUBBLES("%s需要注意什么？", "需要注意什么"),
    /** “请稍候” first, which the answer replaces. */
    PLACEHOLDER("帮我查一下%s的进度", "帮我查一下"),
    /** A typing sign that goes and comes back before the answer. */
    TYPING("%s多久能办好？", "多久能办好"),
    /** The same answer, whatever the matter. */
    REPEATED("%s可以网上办吗？", "可以网上办吗"),
    /** The answer is the question, word for word. */
    ECHO("我要预约%s", "我要预约"),
    /** Thirty paragraphs. */
    LONG("%s的政策原文是什么？", "政策原文"),
    /** A sentence and a table. */
    TABLE("%s的收费标准是什么？", "收费标准"),
    /** A list inside a list. */
    LIST("%s需要哪些材料？", "需要哪些材料"),
    /** A sentence and a picture that says what it shows. */
    PICTURE("%s的申请表长什么样？", "申请表长什么样"),
    /** A sentence and a picture without alternative text. */
    BARE_PICTURE("去办%s，大厅怎么走？", "大厅怎么走"),
    /** The chatbot asks which question is meant. */
    OPTIONS("我想咨询%s", "我想咨询"),
    /** Sentences with links. */
    LINKS("%s的网上入口在哪里？", "网上入口"),
    /** Reasoning first, token by token for up to 8 s, folded away as the answer begins. */
    THINKING("%s和以前相比有什么变化？", "有什么变化"),
    /** A paragraph, and under it the list of its sources. */
    SOURCES("%s的依据有哪些？", "依据有哪些"),
    /** A stream that can be stopped while it runs; afterwards buttons to regenerate, copy and rate it. */
    CONTROLS("请介绍一下%s", "介绍一下"),
    /** A bubble without a word in it; apart, since silence takes long to tell. */
    EMPTY("%s能代办吗？", "能代办吗", Turn.APART),
    /** More than 200 kB in one bubble. */
    HUGE("%s的历年文件全文是什么？", "历年文件全文", Turn.APART),
    /** A card with tabs, of which one is shown, and buttons to act on the matter. */
    CARD("给我看%s的服务卡片", "服务卡片", Turn.APART),
    /** A sentence, and under it links that look like buttons. */
    LINK_BUTTONS("我要马上办%s", "我要马上办", Turn.APART);

    private enum Turn {
        ORDINARY,
        APART
    }

    private final String wording;
    private final String mark;
    private final Turn turn;

    Kind(String wording, String mark) {
        this(wording, mark, Turn.ORDINARY);
    }

    Kind(String wording, String mark, Turn turn) {
        this.wording = wording;
        this.mark = mark;
        this.turn = turn;
    }

    /** Returns how a citizen asks about a matter so that the answer is of this kind. */
    String about(String matter) {
        return wording.replace("%s", matter);
    }

    /** Returns the kind of answer that a question gets; empty if the bot does not understand it. */
    static Optional<Kind> of(String question) {
        return Stream.of(values()).filter(kind -> question.contains(kind.mark)).findFirst();
    }

    /** Returns the kinds that take turns in an ordinary run; the others are asked for by name. */
    static List<Kind> all() {
        return Stream.of(values()).filter(kind -> kind.turn == Turn.ORDINARY).toList();
    }
}
