package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenda.channel.phone.Line.Kind.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.phone.Line.Side;

public final class RibbonTest {
    private static final Bounds AREA = new Bounds(0, 100, 720, 1100);

    /** A whole conversation, of which a window shows what fits: a line each entry, {@code >} the citizen's. */
    private static List<Line> talk(String... texts) {
        List<Line> lines = new ArrayList<>();
        int top = 0;
        for (int i = 0; i < texts.length; i++) {
            Side side = texts[i].startsWith(">") ? Side.CITIZEN : Side.CHATBOT;
            int height = 60 + 40 * (texts[i].length() % 4);
            lines.add(new Line(side, TEXT, texts[i], new Bounds(100, top, 600, top + height), i));
            top += height + 20;
        }
        return lines;
    }

    /** What a list shows that is scrolled down by so much, its messages numbered anew. */
    private static Talk window(List<Line> whole, int scrolled) {
        List<Line> seen = new ArrayList<>();
        for (Line line : whole) {
            Bounds there = line.bounds().down(AREA.top() - scrolled);
            if (there.bottom() > AREA.top() && there.top() < AREA.bottom()) {
                Bounds cut = new Bounds(
                        there.left(),
                        Math.max(there.top(), AREA.top()),
                        there.right(),
                        Math.min(there.bottom(), AREA.bottom()));
                seen.add(line.at(cut).of(seen.size()));
            }
        }
        return new Talk(AREA, seen);
    }

    private static Ribbon read(List<Line> whole, int step) {
        int bottom = whole.get(whole.size() - 1).bounds().bottom();
        int at = Math.max(0, bottom - AREA.height());
        Ribbon ribbon = Ribbon.of(window(whole, at));
        while (at > 0) {
            int moved = Math.min(step, at);
            at -= moved;
            ribbon = ribbon.above(window(whole, at), moved).orElseThrow();
        }
        return ribbon;
    }

    private static String[] numbered(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = (i % 5 == 0 ? ">第" : "第") + i + "条";
        }
        return texts;
    }

    @DataProvider
    Object[][] steps() {
        return new Object[][] {{150}, {333}, {500}, {777}};
    }

    @Test(dataProvider = "steps")
    public void cutsAndDoublesNothing(int step) {
        List<Line> whole = talk(numbered(40));

        assertThat(read(whole, step).lines())
                .extracting(Line::text)
                .containsExactlyElementsOf(whole.stream().map(Line::text).toList());
    }

    @Test(dataProvider = "steps")
    public void keepsRepeatedMessagesApart(int step) {
        String[] texts = new String[30];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = i % 2 == 0 ? ">谢谢" : "不客气";
        }
        List<Line> whole = talk(texts);

        assertThat(read(whole, step).lines()).extracting(Line::text).containsExactly(texts);
    }

    @Test
    public void readsConversationsOfChance() {
        Random chance = new Random(7);
        for (int round = 0; round < 300; round++) {
            String[] texts = new String[10 + chance.nextInt(30)];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = (chance.nextBoolean() ? ">" : "") + "甲乙丙丁".substring(0, 1 + chance.nextInt(4));
            }
            List<Line> whole = talk(texts);

            assertThat(read(whole, 200 + chance.nextInt(500)).lines())
                    .as("round %d", round)
                    .extracting(Line::text)
                    .containsExactly(texts);
        }
    }

    @Test
    public void keepsMessagesOfSeveralLinesWhole() {
        List<Line> whole = talk(numbered(40));
        int middle = 1500;
        Talk low = new Talk(
                AREA,
                window(whole, middle + 500).lines().stream()
                        .map(line -> line.of(0))
                        .toList());
        Talk high = new Talk(
                AREA,
                window(whole, middle).lines().stream().map(line -> line.of(3)).toList());

        assertThat(Ribbon.of(low).above(high, 500).orElseThrow().lines())
                .extracting(Line::bubble)
                .containsOnly(0);
    }

    @Test
    public void refusesWindowsThatDoNotMeet() {
        List<Line> whole = talk(numbered(40));

        assertThat(Ribbon.of(window(whole, 2500)).above(window(whole, 0), 900)).isEmpty();
    }

    @Test
    public void refusesWindowsThatContradict() {
        List<Line> whole = talk(numbered(40));
        List<Line> other = new ArrayList<>(whole);
        other.replaceAll(line -> line.text().equals("第22条")
                ? new Line(line.side(), line.kind(), "已撤回", line.bounds(), line.bubble())
                : line);
        int at = whole.get(20).bounds().top();

        assertThat(Ribbon.of(window(whole, at)).above(window(other, at - 200), 200))
                .isEmpty();
    }
}
