package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wenda.channel.phone.Line.Kind.BUSY;
import static org.wenda.channel.phone.Line.Kind.CONTROL;
import static org.wenda.channel.phone.Line.Kind.LINK;
import static org.wenda.channel.phone.Line.Kind.OPTION;
import static org.wenda.channel.phone.Line.Kind.PICTURE;
import static org.wenda.channel.phone.Line.Kind.TEXT;
import static org.wenda.channel.phone.Line.Side.CHATBOT;
import static org.wenda.channel.phone.Line.Side.CITIZEN;

import org.testng.annotations.Test;
import org.wenda.channel.page.Lexicon;

public final class TalkReaderTest {
    @Test
    public void readsWhoSaidWhat() {
        assertThat(Dumps.talk("native-chat.xml").lines())
                .extracting(Line::side, Line::kind, Line::text)
                .containsExactly(
                        tuple(CITIZEN, TEXT, "身份证丢了怎么办😀"),
                        tuple(CHATBOT, TEXT, "临时居民身份证申领："),
                        tuple(CHATBOT, TEXT, "1. 居民户口簿原件\n2. 近期一寸免冠照片"),
                        tuple(CHATBOT, OPTION, "去哪里办？"),
                        tuple(CHATBOT, OPTION, "要收费吗？"),
                        tuple(CHATBOT, CONTROL, "有用"),
                        tuple(CHATBOT, CONTROL, "没用"),
                        tuple(CITIZEN, TEXT, "谢谢"),
                        tuple(CHATBOT, PICTURE, "表情：不客气"),
                        tuple(CHATBOT, TEXT, "不客气，祝您生活愉快！"),
                        tuple(CHATBOT, TEXT, "事项\t份数"),
                        tuple(CHATBOT, TEXT, "申请书\t1"));
    }

    @Test
    public void countsLinesOfOneMessageTogether() {
        assertThat(Dumps.talk("native-chat.xml").lines())
                .extracting(Line::bubble)
                .containsExactly(0, 2, 2, 2, 2, 2, 2, 3, 4, 5, 6, 6);
    }

    @Test
    public void readsComposeBySide() {
        assertThat(Dumps.talk("compose-chat.xml").lines())
                .extracting(Line::side, Line::kind, Line::text)
                .containsExactly(
                        tuple(CHATBOT, TEXT, "您好，我是城市助手，请问有什么可以帮您？"),
                        tuple(CITIZEN, TEXT, "公积金怎么提取"),
                        tuple(CHATBOT, TEXT, "提取条件：\n一、购房\n二、租房"),
                        tuple(CHATBOT, OPTION, "租房提取"),
                        tuple(CHATBOT, OPTION, "购房提取"),
                        tuple(CHATBOT, BUSY, "正在输入…"));
    }

    @Test
    public void readsDescriptionsOfWebViews() {
        assertThat(Dumps.talk("webview-chat.xml").lines())
                .extracting(Line::side, Line::kind, Line::text)
                .containsExactly(
                        tuple(CHATBOT, TEXT, "您好，我是小城，很高兴为您服务"),
                        tuple(CITIZEN, TEXT, "怎么投诉"),
                        tuple(CHATBOT, TEXT, "您可以拨打12345，或者"),
                        tuple(CHATBOT, OPTION, "在线投诉"));
    }

    @Test
    public void readsWhatAnIphoneTells() {
        assertThat(Dumps.talk("ios-chat.xml").lines())
                .extracting(Line::side, Line::kind, Line::text)
                .containsExactly(
                        tuple(CHATBOT, TEXT, "您好😀，我是“小城”。\n有什么可以帮您？"),
                        tuple(CITIZEN, TEXT, "身份证丢了怎么办𠮷"),
                        tuple(CHATBOT, LINK, "临时居民身份证三日内领取。您可以点击查看申领办事指南，或直接在线办理。"),
                        tuple(CHATBOT, OPTION, "要收费吗？"),
                        tuple(CHATBOT, CONTROL, "有用"),
                        tuple(CHATBOT, CONTROL, "没用"),
                        tuple(CHATBOT, PICTURE, "表情：不客气"),
                        tuple(CHATBOT, TEXT, "祝您生活愉快！"));
    }

    @Test
    public void namesThePartsThatLeadSomewhere() {
        assertThat(Dumps.talk("ios-chat.xml").lines())
                .filteredOn(line -> line.kind() == LINK)
                .flatExtracting(Line::links)
                .containsExactly("申领办事指南", "在线办理");
    }

    @Test
    public void readsThePageOfAnIphone() {
        assertThat(Dumps.talk("ios-webview.xml").lines())
                .extracting(Line::side, Line::kind, Line::text)
                .containsExactly(
                        tuple(CHATBOT, TEXT, "您好，我是小城，很高兴为您服务"),
                        tuple(CITIZEN, TEXT, "怎么投诉"),
                        tuple(CHATBOT, TEXT, "您可以拨打12345，或者"),
                        tuple(CHATBOT, LINK, "在线投诉"));
    }

    @Test
    public void tellsSidesByAvatarsWithoutNames() {
        assertThat(Dumps.talk("uiautomator-dump.xml").lines())
                .extracting(Line::side, Line::text)
                .containsExactly(tuple(CHATBOT, "您好😀有什么可以帮您？\n我是“小城”"), tuple(CITIZEN, "𠮷😀"));
    }

    @Test
    public void remembersWhoStandsAtAnEdge() {
        TalkReader reader = new TalkReader(new Lexicon());
        String avatar = "<n class=\"a.ImageView\" bounds=\"[20,0][90,70]\"/>";
        reader.read(list(avatar + "<n class=\"a.TextView\" text=\"您好\" bounds=\"[132,0][400,60]\"/>"));

        Talk cut = reader.read(list("<n class=\"a.TextView\" text=\"三、窗口\" bounds=\"[132,0][660,60]\"/>"));

        assertThat(cut.lines()).extracting(Line::side).containsExactly(CHATBOT);
    }

    @Test
    public void tellsTextsThatLeadSomewhere() {
        String avatar = "<n class=\"a.ImageView\" bounds=\"[20,0][90,70]\"/>";
        String span =
                "<n class=\"a.TextView\" text=\"详见办事指南\" text-has-clickable-span=\"true\" bounds=\"[132,0][400,30]\"/>";
        String card = "<n class=\"a.TextView\" text=\"在线办理\" clickable=\"true\" bounds=\"[132,30][400,60]\"/>";

        Talk talk = new TalkReader(new Lexicon()).read(list(avatar + span + card));

        assertThat(talk.lines())
                .extracting(Line::kind, Line::text)
                .containsExactly(tuple(LINK, "详见办事指南"), tuple(LINK, "在线办理"));
    }

    private static View list(String row) {
        String rows = "<n class=\"a.Row\" bounds=\"[0,0][720,70]\">" + row + "</n>";
        return ScreenReader.read(
                        "<hierarchy><n class=\"a.List\" bounds=\"[0,0][720,900]\">" + rows + "</n></hierarchy>")
                .root();
    }
}
