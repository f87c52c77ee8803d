package org.wenda.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour.Fault;

public final class DemoCityTest {
    private static final DemoBehaviour AT_ONCE = DemoBehaviour.standard().withPace(0);

    private final DemoCity city = DemoCity.start(AT_ONCE);

    @AfterClass
    void close() {
        city.close();
    }

    @DataProvider
    Object[][] wordings() {
        return new Object[][] {
            {"社保转移到外地", "/guide/social-insurance-transfer"},
            {"社保怎么转到外省去？", "/guide/social-insurance-transfer"},
            {"我换工作去别的城市了，养老保险咋转走", "/guide/social-insurance-transfer"},
            {"社宝转移怎么弄", "/guide/social-insurance-transfer"},
            {"临时居民身份证怎么申领？", "/guide/temporary-id-card"},
            {"身份证丢了，着急坐高铁，能先弄个临时的不", "/guide/temporary-id-card"},
            {"临时身分证哪里办", "/guide/temporary-id-card"},
            {"林时身份证怎么申请", "/guide/temporary-id-card"},
            {"你好，请问临时身份证怎么办", "/guide/temporary-id-card"},
            {"购买自住住房贷款申请", "/guide/home-loan"},
            {"买房想贷款咋整", "/guide/home-loan"},
            {"房贷要怎么申请", "/guide/home-loan"},
            {"用公积金贷款买房需要啥", "/guide/home-loan"},
            {"内资有限责任公司变更登记的程序是什么？", "/guide/company-change"},
            {"公司换了法人要去哪改", "/guide/company-change"},
            {"有限公司变跟登记", "/guide/company-change"},
            {"增、减、补、换发证照手续怎么办理？", "/guide/licence-changes"},
            {"个体户执照丢了怎么补", "/guide/licence-changes"},
            {"社会保障卡怎么办理和领取？", "/guide/social-security-card"},
            {"医保卡在哪办", "/guide/social-security-card"},
            {"设保卡怎么领", "/guide/social-security-card"},
            {"怎么开具户籍证明？", "/guide/household-certificate"},
            {"派出所开个户口证明要啥", "/guide/household-certificate"},
            {"户藉证明怎么开", "/guide/household-certificate"},
            {"住房公积金帐户启封怎么办？", "/guide/housing-fund-unfreeze"},
            {"换单位后公积金封存了怎么恢复", "/guide/housing-fund-unfreeze"},
            {"公机金账户启封", "/guide/housing-fund-unfreeze"},
            {"内资企业及分支机构设立登记怎么办理？", "/guide/company-setup"},
            {"想开个公司怎么弄", "/guide/company-setup"},
            {"注册公司要啥手续", "/guide/company-setup"},
            {"内资有限责任公司注销登记怎么办理？", "登录[演示市政务服务网](/)"},
            {"公司不干了咋注销", "登录[演示市政务服务网](/)"},
            {"公司注消流程", "登录[演示市政务服务网](/)"},
            {"职工参保登记怎么办理？", "www.yanshi.example/shebao"},
            {"新招的员工怎么上社保", "www.yanshi.example/shebao"},
            {"我要投诉", "/suggest/"},
            {"办事大厅的人态度太差了，去哪儿反映", "/suggest/"},
        };
    }

    @Test(dataProvider = "wordings")
    public void understandsHowCitizensPutIt(String question, String mentioned) {
        assertThat(new Citizen(city).ask(question)).contains(mentioned);
    }

    @DataProvider
    Object[][] matters() {
        return City.load(1).matters().stream()
                .filter(matter -> !matter.id().equals("complaint"))
                .map(matter -> new Object[] {matter})
                .toArray(Object[][]::new);
    }

    @Test(dataProvider = "matters")
    void answersItsTitleWithAllSixElements(City.Matter matter) {
        City.Guide guide = matter.guide();

        assertThat(new Citizen(city).ask(matter.title()))
                .contains(guide.conditions())
                .contains(guide.steps())
                .contains(guide.limit(), guide.place(), guide.fee())
                .containsPattern("材料")
                .doesNotContain("{{");
    }

    @Test(dataProvider = "matters")
    void answersFollowUpsAboutTheLastMatter(City.Matter matter) {
        Citizen citizen = new Citizen(city);
        citizen.ask("怎么投诉？");
        citizen.ask(matter.title());

        assertThat(citizen.ask("需要带什么材料？"))
                .startsWith("办理“" + matter.title() + "”需要准备以下材料：")
                .contains(matter.guide().materials());
        assertThat(citizen.ask("多久能办好？"))
                .isEqualTo("“" + matter.title() + "”的办理时限：" + matter.guide().limit());
        assertThat(citizen.ask("要收费吗？"))
                .isEqualTo("“" + matter.title() + "”的收费标准：" + matter.guide().fee());
    }

    @Test
    public void keepsConversationsApart() {
        Citizen one = new Citizen(city);
        Citizen other = new Citizen(city);
        one.ask("临时居民身份证怎么申领？");
        other.ask("社会保障卡怎么办理？");

        assertThat(one.ask("要收费吗？")).contains("工本费每证10元");
        assertThat(other.ask("要收费吗？")).contains("首次申领免费");
    }

    @Test
    public void asksWhichMatterAFollowUpBelongsTo() {
        assertThat(new Citizen(city).options("要收费吗？")).hasSize(4);
    }

    @Test
    public void offersOptionsToAVagueQuestionAndKnowsEachOfThem() {
        Citizen citizen = new Citizen(city);
        List<String> options = citizen.options("我想办证");

        assertThat(citizen.ask("我想办证")).isEqualTo("您想咨询的是：");
        assertThat(options).containsExactly("临时居民身份证申领", "社会保障卡办理及发放", "开具户籍证明", "个体工商户增、减、补、换发证照手续");
        assertThat(options).allSatisfy(option -> assertThat(citizen.ask(option)).contains("/guide/"));
    }

    @Test
    public void leadsFromOneListToTheNext() {
        Citizen citizen = new Citizen(city);

        assertThat(citizen.options("就是开店要用的那个")).containsExactly("个体工商户", "企业（公司）");
        assertThat(citizen.options("企业（公司）")).contains("内资企业及分支机构设立登记");
        assertThat(citizen.options("个体工商户")).contains("个体工商户增、减、补、换发证照手续");
        assertThat(citizen.ask("个体工商户增、减、补、换发证照手续")).contains("/guide/licence-changes");
    }

    @Test
    public void admitsThatItDoesNotUnderstand() {
        assertThat(new Citizen(city).ask("紫色的香蕉会在星期八唱歌吗"))
                .isEqualTo("抱歉，没有理解您的问题。您可以换一种说法，或者点击“转人工”、拨打12345政务服务便民热线咨询。");
    }

    @Test
    public void greetsBack() {
        assertThat(new Citizen(city).ask("你好")).startsWith("您好，我是小演");
    }

    @Test
    public void showsAComplaintFormAndThePersonInContext() {
        Citizen citizen = new Citizen(city);

        assertThat(citizen.ask("怎么投诉？")).contains("[咨询投诉信箱](/suggest/)", "(tel:12345)", "转人工");
        assertThat(citizen.ask("有网上表单吗？")).contains("[咨询投诉信箱](/suggest/)");
        assertThat(citizen.ask("能找真人吗？")).contains("人工服务");
    }

    @DataProvider
    Object[][] pages() {
        return new Object[][] {
            {"/guide/temporary-id-card", 200, "临时居民身份证申领办事指南 - 演示市政务服务网（演示）"},
            {"/apply/temporary-id-card", 200, "临时居民身份证申领在线办理 - 演示市政务服务网（演示）"},
            {"/guide/archive/licence-form.html", 404, "页面不存在 - 演示市政务服务网（演示）"},
            {"/service/8871", 200, "页面不存在 - 演示市政务服务网（演示）"},
            {"/news/11", 200, "社保转移到外地政策问答 - 演示市政务服务网（演示）"},
            {"/partner/bank", 200, "演示银行网点查询（虚构）"},
            {"/login", 200, "用户登录 - 演示市政务服务网（演示）"},
            {"/suggest/", 200, "咨询投诉 - 演示市政务服务网（演示）"},
            {"/news/3", 200, "演示市住房公积金个人住房贷款管理办法（虚构）解读 - 演示市政务服务网（演示）"},
            {"/search?q=%E5%85%AC%E7%A7%AF%E9%87%91", 200, "搜索结果 - 演示市政务服务网（演示）"},
            {"/guide/../city.yaml", 404, "页面不存在 - 演示市政务服务网（演示）"},
        };
    }

    @Test(dataProvider = "pages")
    public void leadsLinksToEveryKindOfPage(String path, int status, String title) {
        HttpResponse<String> page = new Citizen(city).get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("<title>" + title + "</title>").doesNotContain("{{");
    }

    @Test
    public void sendsTheOnlinePageOfOneMatterToTheLogIn() {
        HttpResponse<String> page = new Citizen(city).get("/apply/company-setup");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue("/login?next=/apply/company-setup");
    }

    @Test
    public void letsOnlyBrowsersPastItsCheck() {
        HttpResponse<String> page = new Citizen(city).get("/query/social-security-card");

        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(page.body()).contains("document.cookie", "location.reload()").doesNotContain("进度查询");
    }

    @Test
    public void sendsABanksVisitorsToTheCitysOtherName() {
        HttpResponse<String> page = new Citizen(city).get("/out/bank");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValue("http://localhost:" + city.address().getPort() + "/partner/bank");
        assertThat(new Citizen(city).get("/leave/bank").body()).contains("您即将离开", "继续访问");
    }

    @Test
    public void buildsTheHallsPagesByScriptOnly() {
        assertThat(new Citizen(city).get("/ehall/").body()).contains("ehall.js").doesNotContain("社保");
        assertThat(new Citizen(city)
                        .get("/ehall/api?id=social-insurance-transfer")
                        .body())
                .contains("社保转移到外地");
    }

    @Test
    public void opensAgainWhereItWasOpen() {
        int port;
        try (DemoCity first = DemoCity.start(AT_ONCE)) {
            port = first.address().getPort();
        }
        try (DemoCity again = DemoCity.start(AT_ONCE, port)) {
            assertThat(again.address().getPort()).isEqualTo(port);
        }
    }

    @Test
    public void hasNoChatbotOnThePlainPortal() {
        assertThat(new Citizen(city).get("/plain/").body())
                .contains("12345", "<textarea name=\"content\"", "二维码", "站内搜索", "用户登录")
                .doesNotContain("/chat/", "小演</b>");
    }

    @Test
    public void framesTheChatbotFromItsOtherName() {
        assertThat(new Citizen(city).get("/crossframe/").body())
                .contains("data-page=\"http://localhost:" + city.address().getPort() + "/chat/?embed=1\"");
    }

    @Test
    public void escapesWhatAVisitorSearchesFor() {
        assertThat(new Citizen(city).get("/search?q=%3Cscript%3E").body())
                .contains("关键词：&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    public void loadsNothingFromOutside() {
        Pattern outside = Pattern.compile("(?:src|href|url|import)\\s*[=(:]?\\s*[\"'(]*(?:https?:)?//");
        Citizen citizen = new Citizen(city);

        assertThat(List.of("/", "/chat/", "/assets/portal.css", "/chat/sdk/chat.css", "/chat/sdk/chat.js"))
                .allSatisfy(path ->
                        assertThat(citizen.get(path).body()).isNotEmpty().doesNotContainPattern(outside));
    }

    @Test
    public void streamsUnevenPiecesAndTheEndWithTheLast() {
        HttpResponse<String> stream = new Citizen(city).asked("社保怎么转移到外地？");
        List<String> pieces = stream.body().lines().toList();

        assertThat(pieces).hasSizeGreaterThan(20);
        assertThat(pieces.subList(0, pieces.size() - 1)).noneMatch(piece -> piece.contains("\"done\""));
        assertThat(pieces.get(pieces.size() - 1)).contains("\"done\":true", "需要带什么材料？");
    }

    @Test
    public void thinksBeforeItAnswersLikeALanguageModel() {
        List<String> pieces =
                new Citizen(city).asked("购买自住住房怎么申请贷款？").body().lines().toList();
        JsonNode last = Citizen.parsed(pieces.get(pieces.size() - 1));

        assertThat(Citizen.written(pieces, "thinking")).startsWith("用户想了解购买自住住房的贷款申请。");
        assertThat(last.path("generated").asBoolean()).isTrue();
        assertThat(last.path("sources")).hasSize(2);
    }

    @Test
    public void changesItsContentWithTheVersion() {
        try (DemoCity later = DemoCity.start(AT_ONCE.withContentVersion(2))) {
            Citizen citizen = new Citizen(later);

            assertThat(citizen.ask("临时居民身份证怎么申领？")).contains("当场办结").doesNotContain("工本费每证10元");
            assertThat(citizen.ask("社会保障卡怎么办理？")).contains("补换卡工本费每张16元");
        }
    }

    @Test
    public void breaksOnlyTheMatterThatIsToBreak() {
        try (DemoCity broken = DemoCity.start(AT_ONCE.withFault("temporary-id-card", Fault.ERROR))) {
            Citizen citizen = new Citizen(broken);

            assertThat(citizen.asked("临时居民身份证怎么申领？").statusCode()).isEqualTo(500);
            assertThat(citizen.asked("开具户籍证明").statusCode()).isEqualTo(200);
        }
    }

    @Test
    public void cutsTheConnectionInTheMiddle() {
        try (DemoCity broken = DemoCity.start(AT_ONCE.withFault(DemoBehaviour.ANY, Fault.CUT))) {
            Citizen citizen = new Citizen(broken);

            assertThatThrownBy(() -> citizen.asked("开具户籍证明")).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    public void keepsSilentUntilItCloses() throws Exception {
        DemoCity silent = DemoCity.start(AT_ONCE.withFault(DemoBehaviour.ANY, Fault.SILENT));
        Citizen citizen = new Citizen(silent);
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> citizen.ask("你好"));
        while (silent.asked().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(answer).isNotDone();
        silent.close();
        assertThat(answer.handle((text, failure) -> failure).get(2, TimeUnit.SECONDS))
                .isNotNull();
    }

    @Test
    public void delaysOneMatterAsTold() {
        Duration delay = Duration.ofMillis(150);
        try (DemoCity slow = DemoCity.start(DemoBehaviour.standard().withDelay("company-change", delay))) {
            Citizen citizen = new Citizen(slow);
            Instant before = Instant.now();
            citizen.ask("公司变更登记");

            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(delay);
        }
    }

    @Test
    public void handsOverWhenToldTo() {
        try (DemoCity busy = DemoCity.start(AT_ONCE.withFault("complaint", Fault.HANDOVER))) {
            assertThat(new Citizen(busy).ask("我要投诉")).isEqualTo("正在为您转接人工客服，请稍候…");
        }
    }

    @Test
    public void recordsWhatAPoliteVisitorLeavesAlone() {
        try (DemoCity watched = DemoCity.start(AT_ONCE)) {
            Citizen citizen = new Citizen(watched);
            citizen.post("/chat/api/action", Map.of("session", citizen.session(), "action", "human"));
            citizen.post("/suggest/", Map.of());

            assertThat(watched.pressed()).extracting(Pressed::what).containsExactly("human", "complaint");
        }
    }

    @Test
    public void recordsWhatItWasAsked() {
        try (DemoCity watched = DemoCity.start(AT_ONCE)) {
            Citizen citizen = new Citizen(watched);
            citizen.ask("你好");

            assertThat(watched.asked())
                    .extracting(Asked::session, Asked::text)
                    .containsExactly(tuple(citizen.session(), "你好"));
        }
    }

    @Test
    public void refusesNonsensicalBehaviour() {
        assertThatThrownBy(() -> DemoBehaviour.standard().withPace(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pace -1.0, content version 1");
    }
}
