package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.support.ui.FluentWait;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.gallery.GalleryBot;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Kind;
import org.wenda.gallery.Tempo;

/** Asks chatbots from the command line and compares what is printed with what their pages say of themselves. */
@SuppressWarnings("NullAway.Init")
public final class AskIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String IDENTITY_CARD = "临时居民身份证怎么申领？";

    private DemoCity city;
    private GallerySite site;
    private Terminal terminal;

    @BeforeClass
    void open() throws IOException {
        city = DemoCity.start(DemoBehaviour.standard());
        site = GallerySite.start(Tempo.BRISK);
        terminal = Terminal.open();
    }

    @AfterClass(alwaysRun = true)
    void close() {
        site.close();
        city.close();
    }

    @Test
    public void printsOneLineOfTheContractForOneQuestion() throws Exception {
        Terminal.Typed typed = terminal.typeApart("ask", city.address().toString(), IDENTITY_CARD, "--format", "jsonl");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).isEmpty();
        JsonNode line = lines(typed, 1).get(0);
        keepsTheContract(line);
        assertThat(line.get("address").textValue()).isEqualTo(city.address().toString());
        assertThat(line.get("question").textValue()).isEqualTo(IDENTITY_CARD);
        assertThat(line.get("outcome").textValue()).isEqualTo("answered");
        assertThat(folded(line.get("reply").textValue())).isEqualTo(folded(saidByTheCity(IDENTITY_CARD)));
        assertThat(city.pressed()).isEmpty();
    }

    @DataProvider
    Object[][] kits() {
        return new Object[][] {
            {GalleryPage.CHATUI_STREAMED_FETCH, List.of(Kind.STREAM, Kind.BUBBLES)},
            {GalleryPage.WEBCHAT_POLLING, List.of(Kind.DELAYED, Kind.TABLE)},
            {GalleryPage.DEEPCHAT_STREAM, List.of(Kind.STREAM, Kind.LIST)},
        };
    }

    /** Two questions, so that nothing of the first answer may stand in the second. */
    @Test(dataProvider = "kits")
    public void printsTheWholeReplyOfAKitAndNothingElse(GalleryPage page, List<Kind> kinds) throws Exception {
        List<String> questions = new ArrayList<>();
        kinds.forEach(kind -> questions.addAll(GalleryBot.questions(Set.of(kind), 1)));
        int before = site.truths().size();
        Terminal.Typed typed = terminal.type(
                "ask", site.page(page).toString(), questions.get(0), questions.get(1), "--format", "jsonl");

        assertThat(typed.code()).as(typed.err()).isZero();
        List<JsonNode> lines = lines(typed, 2);
        List<org.wenda.gallery.Truth> truths =
                site.awaitTruths(before + 2, PATIENCE).subList(before, before + 2);
        for (int i = 0; i < 2; i++) {
            keepsTheContract(lines.get(i));
            assertThat(lines.get(i).get("question").textValue()).isEqualTo(questions.get(i));
            assertThat(truths.get(i).whole()).isTrue();
            assertThat(truths.get(i).question()).isEqualTo(questions.get(i));
            assertThat(folded(lines.get(i).get("reply").textValue()))
                    .isEqualTo(folded(String.join("\n", truths.get(i).bubbles())));
        }
    }

    /** As Windows writes it: with a mark of the byte order, and two characters at the end of a line. */
    @Test
    public void readsQuestionsFromAFileAndPrintsThemForPeople() throws Exception {
        Path file = Files.createTempFile("questions", ".txt");
        Files.write(file, "\uFEFF你好\r\n\r\n  内资有限责任公司变更登记的程序是什么？\r\n".getBytes(UTF_8));
        int before = city.asked().size();
        Terminal.Typed typed = terminal.type(
                "ask", city.address().resolve("/chat/").toString(), "--questions", file.toString(), "--format", "text");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(city.asked().subList(before, city.asked().size()))
                .extracting(org.wenda.demo.Asked::text)
                .containsExactly("你好", "内资有限责任公司变更登记的程序是什么？");
        List<String> answers = List.of(typed.out().split("(?m)^> ", -1));
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEmpty();
        assertThat(answers.get(1)).startsWith("你好\n").matches("(?s).*\n\\(answered \\d+\\.\\d s\\)\n\n");
        assertThat(folded(answers.get(1))).startsWith("你好 " + folded(saidByTheCity("你好")));
        assertThat(folded(answers.get(2)))
                .startsWith("内资有限责任公司变更登记的程序是什么？ " + folded(saidByTheCity("内资有限责任公司变更登记的程序是什么？")));
        assertThat(typed.err()).isEmpty();
    }

    @DataProvider
    Object[][] pagesWithNobodyToTalkTo() {
        return new Object[][] {{site.page("nothing")}, {city.address().resolve("/plain/")}};
    }

    @Test(dataProvider = "pagesWithNobodyToTalkTo")
    public void saysThatThereIsNoChatbot(URI page) throws Exception {
        int asked = city.asked().size() + site.asked().size();
        Terminal.Typed typed = terminal.type("ask", page.toString(), IDENTITY_CARD, "你好", "--format", "jsonl");

        assertThat(typed.code()).as(typed.err()).isEqualTo(4);
        JsonNode line = lines(typed, 1).get(0);
        assertThat(line.get("outcome").textValue()).isEqualTo("no-chatbot");
        assertThat(line.get("question").textValue()).isEqualTo(IDENTITY_CARD);
        assertThat(line.has("reply")).isFalse();
        assertThat(line.has("entry")).isFalse();
        assertThat(typed.errLines()).hasSize(2);
        assertThat(typed.errLines().get(0)).startsWith(page + ": no-chatbot. ");
        assertThat(typed.errLines().get(1)).isEqualTo("The visit ended early. Questions not asked: 1");
        assertThat(city.asked().size() + site.asked().size()).isEqualTo(asked);
        assertThat(city.pressed()).isEmpty();
    }

    @Test
    public void saysThatAPageCannotBeReached() throws Exception {
        String page = "http://127.0.0.1:" + refusedPort() + "/";
        Terminal.Typed typed = terminal.type("ask", page, "你好", "--format", "jsonl");

        assertThat(typed.code()).as(typed.err()).isEqualTo(4);
        JsonNode line = lines(typed, 1).get(0);
        assertThat(line.get("outcome").textValue()).isEqualTo("unreachable");
        assertThat(line.has("reply")).isFalse();
        assertThat(typed.err())
                .isEqualTo(page + ": unreachable. " + page
                        + " could not be reached: ERR_CONNECTION_REFUSED. Check the address and the network.\n");
    }

    @DataProvider
    Object[][] noAddresses() {
        return new Object[][] {{"http://"}, {"ftp://127.0.0.1/"}, {"http://127.0.0.1:99999/"}, {"演示 市"}};
    }

    @Test(dataProvider = "noAddresses")
    public void refusesWhatIsNoAddress(String typedAddress) {
        Terminal.Typed typed = terminal.type("ask", typedAddress, "你好");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .isEqualTo(typedAddress
                        + ": This is no address of a web page. Expected: https://host/path or http://host:port/path\n");
    }

    @Test
    public void refusesToAskNothing() {
        Terminal.Typed typed = terminal.type("ask", city.address().toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo("QUESTION: There is no question. Give one after the address, or a file with one a line:"
                        + " --questions FILE\n");
    }

    @Test
    public void saysHowToGetABrowserThatIsMissing() {
        Terminal.Typed typed = terminal.type(
                "ask", city.address().toString(), "你好", "--format", "jsonl", "--set", "browser.binary=/nothing/here");

        assertThat(typed.code()).as(typed.err()).isEqualTo(3);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.errLines()).hasSize(1);
        assertThat(typed.err())
                .startsWith("chrome could not be started: ")
                .contains("set browser.binary and browser.driver in drivers.properties");
    }

    private static void keepsTheContract(JsonNode line) {
        assertThat(line.get("address").isTextual()).isTrue();
        assertThat(line.get("question").isTextual()).isTrue();
        assertThat(line.get("outcome").isTextual()).isTrue();
        assertThat(line.get("reply").isTextual()).isTrue();
        assertThat(line.get("endedBy").isTextual()).isTrue();
        assertThat(Instant.parse(line.get("sentAt").textValue())).isBetween(recently(), Instant.now());
        assertThat(line.get("sentAt").textValue()).matches("....-..-..T..:..:..\\....Z");
        assertThat(texts(line.get("bubbles"))).isNotEmpty();
        assertThat(line.get("reply").textValue()).isEqualTo(String.join("\n\n", texts(line.get("bubbles"))));
        texts(line.get("options"));
        assertThat(line.get("links").isArray()).isTrue();
        for (JsonNode link : line.get("links")) {
            assertThat(link.get("text").isTextual()).isTrue();
            assertThat(link.get("href").textValue()).startsWith("http");
        }
        for (String time : List.of("firstSignMs", "firstReplyMs", "completeMs", "errorMs")) {
            assertThat(line.get(time).isIntegralNumber()).as(time).isTrue();
        }
        assertThat(line.get("firstSignMs").asLong())
                .isBetween(0L, line.get("firstReplyMs").asLong());
        assertThat(line.get("completeMs").asLong())
                .isGreaterThanOrEqualTo(line.get("firstReplyMs").asLong());
        assertThat(line.get("entry").get("how").textValue()).isNotEmpty();
        assertThat(texts(line.get("entry").get("why"))).isNotEmpty();
    }

    private static Instant recently() {
        return Instant.now().minus(Duration.ofMinutes(2));
    }

    private static List<String> texts(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        List<String> texts = new ArrayList<>();
        array.forEach(text -> {
            assertThat(text.isTextual()).isTrue();
            texts.add(text.textValue());
        });
        return texts;
    }

    /** Returns what was printed, which has to be so many lines of JSON and nothing else. */
    private static List<JsonNode> lines(Terminal.Typed typed, int count) throws IOException {
        assertThat(typed.outLines()).hasSize(count);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : typed.outLines()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private String saidByTheCity(String question) {
        return new FluentWait<>(city)
                .withTimeout(PATIENCE)
                .withMessage("the city has not reported its answer to " + question)
                .until(any -> city.truths().stream()
                        .filter(truth -> truth.question().equals(question))
                        .findFirst()
                        .map(truth -> String.join("\n", truth.bubbles()))
                        .orElse(null));
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static int refusedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
