package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.channel.Heard;
import org.wenda.portal.Profile;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Landing.Where;
import org.wenda.transcript.Link;

/** Links that are really clicked, in the chat, and where they lead. */
public final class FollowIT {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final LinkSite site = new LinkSite();
    private final Conversation talk = new Conversation("limits.page=15s");
    /** For pages that use up whatever time they are given. */
    private final Conversation hurried = new Conversation("limits.page=6s");

    private @Nullable Profile way;

    @AfterClass(alwaysRun = true)
    void stop() {
        talk.close();
        hurried.close();
        site.close();
    }

    @DataProvider
    Object[][] manners() {
        return new Object[][] {
            // question, where, page, title, clicks to the service
            {"same", Where.SAME_TAB, "guide", "办事指南 - 演示市", null},
            {"new", Where.NEW_TAB, "service", "在线办理 - 演示市", 0},
            {"none", Where.NEW_TAB, "plain", "通知", null},
            {"opens", Where.NEW_TAB, "guide", "办事指南 - 演示市", null},
            {"layer", Where.IN_WIDGET, "guide", "办事指南 - 演示市", null},
            {"frame", Where.IN_WIDGET, "guide", "办事指南 - 演示市", null},
            {"warns", Where.LEAVE_SITE, "guide", "办事指南 - 演示市", null},
            {"asks", Where.LEAVE_SITE, "guide", "办事指南 - 演示市", null},
            {"asks-same", Where.LEAVE_SITE, "guide", "办事指南 - 演示市", null},
            {"jump", Where.LEAVE_SITE, "guide", "办事指南 - 演示市", null},
            {"sends-on", Where.NEW_TAB, "guide", "办事指南 - 演示市", null},
            {"inert", Where.NEW_TAB, "guide", "办事指南 - 演示市", null},
            {"to-guide", Where.NEW_TAB, "to-guide", "事项", 1},
            {"shell", Where.NEW_TAB, "shell", "壳", 0},
        };
    }

    @Test(dataProvider = "manners")
    public void seesWhereALinkLeadsAndComesBack(
            String question, Where where, String page, String title, Integer clicks) {
        visit(talk);

        Followed followed = follow(question);

        Landing landing = followed.landing();
        assertThat(landing.where()).as(landing.toString()).isEqualTo(where);
        assertThat(landing.address()).isEqualTo(site.page(page));
        assertThat(landing.title()).isEqualTo(title);
        assertThat(landing.clicksToService()).isEqualTo(clicks);
        assertThat(landing.firstPaint()).as(landing.toString()).isNotNull();
        assertThat(landing.load()).as(landing.toString()).isNotNull();
        assertThat(landing.error()).as(landing.toString()).isLessThan(Duration.ofMillis(20));
        assertThat(Objects.requireNonNull(followed.picture())).startsWith(PNG);
        assertThat(landing.survived()).as(landing.toString()).isTrue();
        assertGoesOn();
    }

    @Test
    public void keepsTheConversationOfAFramedChat() {
        talk.open(site.framed());

        Followed opened = follow("new");
        Followed replaced = follow("same");
        Followed layered = follow("layer");

        assertThat(opened.landing().where()).isEqualTo(Where.NEW_TAB);
        assertThat(layered.landing().where()).isEqualTo(Where.IN_WIDGET);
        assertThat(replaced.landing().where()).isEqualTo(Where.IN_WIDGET);
        assertThat(replaced.landing().address()).isEqualTo(site.page("guide"));
        assertThat(opened.landing().survived()).isTrue();
        assertGoesOn();
    }

    @Test
    public void takesAViewOfThePageForItsWidget() {
        visit(talk);

        Landing landing = follow("route").landing();

        assertThat(landing.where()).isEqualTo(Where.IN_WIDGET);
        assertThat(landing.address()).isEqualTo(site.chat("") + "#/guide/7");
        assertThat(landing.clicksToService()).isZero();
        assertThat(landing.firstPaint()).isNotNull();
        assertThat(landing.survived()).isTrue();
        assertGoesOn();
    }

    @Test
    public void seesThatAWindowWasBlocked() {
        visit(talk);

        Landing landing = follow("late").landing();

        assertThat(landing.where()).as(landing.toString()).isEqualTo(Where.POPUP_BLOCKED);
        assertGoesOn();
    }

    @DataProvider
    Object[][] files() {
        return new Object[][] {{"file"}, {"file-new"}};
    }

    @Test(dataProvider = "files")
    public void takesNoFile(String question) {
        visit(talk);

        Landing landing = follow(question).landing();

        assertThat(landing.where()).as(landing.toString()).isEqualTo(Where.DOWNLOAD);
        assertThat(landing.address()).isEqualTo(site.page("file"));
        assertThat(landing.survived()).isTrue();
        assertGoesOn();
    }

    @DataProvider
    Object[][] left() {
        return new Object[][] {
            {"nothing", Where.NOTHING, null},
            {"agrees", Where.NOTHING, "The chatbot's page said in a dialog: \"是否同意授权您的个人信息？\"."},
            {"script", Where.NOT_CLICKED, "The address is a script; it was not run."},
            {"telephone", Where.NOT_CLICKED, "An address that begins with tel: is none that is visited."},
            {"covered", Where.NOT_CLICKED, "Something lies over the link."},
        };
    }

    @Test(dataProvider = "left")
    public void saysWhyNothingWasReached(String question, Where where, String reason) {
        visit(talk);

        Landing landing = follow(question).landing();

        assertThat(landing.where()).as(landing.toString()).isEqualTo(where);
        assertThat(landing.reason()).isEqualTo(reason);
        assertThat(landing.address()).isNull();
        assertThat(landing.survived()).isTrue();
        assertGoesOn();
    }

    @Test
    public void clicksNoLinkThatCannotBeSeen() {
        visit(talk);
        talk.ask("hidden");
        Link hidden = new Link("x", site.page("guide"));

        Landing landing = talk.channel
                .follow(new FollowRequest(1, hidden, site::mayVisit))
                .landing();

        assertThat(landing).isEqualTo(Landing.notClicked(1, hidden, "The link cannot be seen."));
        assertGoesOn();
    }

    @Test
    public void knowsAConversationThatThePageKeeps() {
        talk.open(site.chat("all"));

        Followed followed = follow("same");

        assertThat(followed.landing().survived()).as(followed.toString()).isTrue();
        assertGoesOn();
    }

    @Test
    public void beginsAnewWhereThePageLostIt() {
        talk.open(site.chat("nothing"));

        Followed followed = follow("same");

        assertThat(followed.landing().where()).isEqualTo(Where.SAME_TAB);
        assertThat(followed.landing().survived()).as(followed.toString()).isFalse();
        assertThat(followed.open()).isTrue();
        assertGoesOn();
    }

    @Test
    public void leavesAPageThatWantsToBeAsked() {
        talk.open(site.chat("unload"));

        Followed followed = follow("same");

        assertThat(followed.landing().where()).as(followed.toString()).isEqualTo(Where.LEAVE_SITE);
        assertThat(followed.landing().address()).isEqualTo(site.page("guide"));
        assertGoesOn();
    }

    // ---- what means harm

    @Test
    public void opensOneOfFiveWindows() {
        visit(talk);

        Landing landing = follow("five").landing();

        assertThat(landing.where()).isEqualTo(Where.NEW_TAB);
        assertThat(landing.address()).startsWith(site.page("guide"));
        assertGoesOn();
    }

    @Test
    public void readsMarkupInALinkAsText() {
        visit(talk);

        Landing landing = follow("markup").landing();

        assertThat(landing.text()).isEqualTo("<img src=x onerror=alert(1)> \"办\" & 'x'");
        assertThat(landing.where()).isEqualTo(Where.NEW_TAB);
        assertGoesOn();
    }

    @DataProvider
    Object[][] secrets() {
        return new Object[][] {{"private", Where.NEW_TAB}, {"private-same", Where.SAME_TAB}};
    }

    @Test(dataProvider = "secrets")
    public void asksNoForbiddenHostBehindAScript(String question, Where where) {
        visit(talk);

        Followed followed = follow(question);

        assertThat(followed.landing().where()).as(followed.toString()).isEqualTo(where);
        assertThat(followed.landing().address()).isEqualTo(site.secret());
        assertThat(followed.landing().reason())
                .contains("The way led to " + site.secret() + ", which is none that is visited; it was not asked.");
        assertThat(followed.picture()).isNull();
        assertGoesOn();
    }

    @Test
    public void asksNoForbiddenHostForPartsOfAPage() {
        visit(talk);

        Landing landing = follow("private-parts").landing();

        assertThat(landing.heading()).isEqualTo("办事指南");
        assertThat(landing.reason())
                .contains("Requests of the page that were refused: 1, the first to " + site.secret())
                .contains("The way led to " + site.secret());
        assertGoesOn();
    }

    @Test
    public void comesBackFromALoop() {
        visit(talk);

        Followed followed = follow("loop");

        assertThat(followed.landing().reason()).contains("The page went on to another");
        assertThat(followed.open()).isTrue();
        assertGoesOn();
    }

    @DataProvider
    Object[][] traps() {
        return new Object[][] {
            {talk, "heavy", "The page is too large|did not let itself be read"}, // which takes a slow machine its time
            {hurried, "declared", "The page is too large"},
            {hurried, "alerts", "The page did not let itself be read."},
            {hurried, "alerts-same", "The page did not let itself be read."},
            {hurried, "hangs", "The page did not let itself be read."},
            {hurried, "hangs-same", "The page did not let itself be read."},
            {hurried, "closes", "The window closed itself."},
        };
    }

    @Test(dataProvider = "traps", timeOut = 180_000)
    public void comesBackFromATrap(Conversation visitor, String question, String reason) {
        visit(visitor);

        Followed followed = follow(visitor, question);

        assertThat(String.valueOf(followed.landing().reason()))
                .as(followed.toString())
                .containsPattern(reason);
        assertThat(followed.landing().textExcerpt().length()).isLessThanOrEqualTo(Landing.LONGEST_EXCERPT);
        assertThat(followed.open()).isTrue();
        assertGoesOn(visitor);
    }

    @Test
    public void checksTheEndWhereNoRequestsAreTold() {
        try (Conversation blind = new Conversation("limits.page=15s", "browser.network-events=false")) {
            blind.open(site.chat(""));
            Link link = blind.ask("new").reply().links().get(0);

            Landing landing = blind.channel
                    .follow(new FollowRequest(1, link, site::mayVisit))
                    .landing();
            Landing refused = blind.channel
                    .follow(new FollowRequest(1, link, any -> false))
                    .landing();

            assertThat(landing.where()).isEqualTo(Where.NEW_TAB);
            assertThat(landing.reason()).startsWith("This driver does not tell of requests");
            assertThat(landing.survived()).isTrue();
            assertThat(refused.where()).isEqualTo(Where.NOT_CLICKED);
            assertThat(blind.ask("社保").reply().text()).isEqualTo("社保的答复：请到服务大厅办理。");
        }
    }

    /** How the chatbot is found is no matter here: the first visit tells the others the way. */
    private void visit(Conversation conversation) {
        way = Conversation.opened(conversation.visit(site.chat(""), way)).profile();
    }

    private Followed follow(String question) {
        return follow(talk, question);
    }

    private Followed follow(Conversation conversation, String question) {
        Heard heard = conversation.ask(question);
        List<Link> links = heard.reply().links();
        assertThat(links).as(heard.toString()).isNotEmpty();
        Followed followed =
                conversation.channel.follow(new FollowRequest(1, links.get(links.size() - 1), site::mayVisit));
        assertThat(followed.landing().exchange()).isEqualTo(1);
        return followed;
    }

    /** Whatever a link did: the next question is answered, and nothing was asked or pressed that must not be. */
    private void assertGoesOn() {
        assertGoesOn(talk);
    }

    private void assertGoesOn(Conversation conversation) {
        assertThat(site.forbidden()).isEmpty();
        assertThat(site.visited()).doesNotContain("/page/pressed");
        Heard heard = conversation.ask("社保");
        assertThat(heard.reply().text()).isEqualTo("社保的答复：请到服务大厅办理。");
        assertThat(heard.endedBy()).matches("(quiet|silence)\\+transport.*");
    }
}
