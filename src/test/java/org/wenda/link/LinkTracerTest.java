package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class LinkTracerTest {
    private static final Matter MATTER = new Matter(Zoo.MATTER, List.of());
    private static final Site HERE = new Site(Set.of("127.0.0.1", "localhost", "city.gov.cn"), true);
    private static final Site AWAY = new Site(Set.of("city.gov.cn"), false);
    private static final LinkLimits LIMITS =
            new LinkLimits(10, 128 << 10, Duration.ofSeconds(20), Duration.ofSeconds(5));

    /** For those who never come to an end. */
    private static final LinkLimits HASTY = new LinkLimits(10, 128 << 10, Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final Zoo zoo = Zoo.open();
    private LinkTracer tracer = tracer(HostGate.OPEN, LIMITS);

    private static LinkTracer tracer(HostGate gate, LinkLimits limits) {
        return new LinkTracer(gate, limits, Clock.systemUTC(), new Random(7), Zoo.names());
    }

    @AfterClass
    void closeZoo() throws IOException {
        tracer.close();
        zoo.close();
    }

    /** One that has not asked anything yet. */
    @BeforeMethod
    void startTracer() {
        tracer.close();
        tracer = tracer(HostGate.OPEN, LIMITS);
    }

    @DataProvider
    Object[][] zoo() {
        return new Object[][] {
            // address, verdict, reason
            {"{zoo}/guide", "guide", "The page is a guide to the matter: title: 临时居民身份证申领 办事指南 (100% of 临时居民身份证申领)"},
            {"{zoo}/service", "service", "The matter can be handled here: title: 临时居民身份证申领 在线办理 (100% of 临时居民身份证申领)"},
            {"{zoo}/news", "matter", "The page is about the matter: title: 临时居民身份证申领看这里 (100% of 临时居民身份证申领)"},
            {"{zoo}/other", "other-page", "The page does not name the matter: title: 护照首次申请 办事指南 (0% of 临时居民身份证申领)"},
            {"{zoo}/loop", "dead", "The redirects run in a circle: {zoo}/loop"},
            {"{zoo}/hop/9", "guide", null},
            {"{zoo}/hop/10", "dead", "More than 10 redirects."},
            {"{zoo}/cross", "guide", null},
            {"{zoo}/relative", "guide", null},
            {"{zoo}/protocol-relative", "guide", null},
            {"{zoo}/abroad", "off-domain", "The host is neither the target's nor the government's: shop.example.com"},
            {"{zoo}/sister", "guide", null},
            {"{zoo}/meta", "guide", null},
            {"{zoo}/script", "guide", null},
            {"{zoo}/gone-then-home", "soft-404", "The page says that it does not exist: 您访问的页面不存在"},
            {"{zoo}/no-location", "dead", "A redirect leads to no address: -"},
            {"{zoo}/to-script", "not-followed", "The link runs a script and has no address to follow."},
            {
                "{zoo}/to-private",
                "not-followed",
                "The address lies in a network that is not public and was not requested: 10.0.0.1 = 10.0.0.1 (private)"
            },
            {
                "{zoo}/to-metadata",
                "not-followed",
                "The address lies in a network that is not public and was not requested: 169.254.169.254 = 169.254.169.254 (metadata)"
            },
            {
                "{zoo}/to-octal",
                "not-followed",
                "The address lies in a network that is not public and was not requested: 169.254.169.254 = 169.254.169.254 (metadata)"
            },
            {
                "{zoo}/to-name-inside",
                "not-followed",
                "The address lies in a network that is not public and was not requested: inside.test = 10.1.2.3 (private)"
            },
            {"{zoo}/soft/matter", "soft-404", "A made-up neighbour leads to the same page: {zoo}/soft/"},
            {"{zoo}/removed", "soft-404", "The page says that it does not exist: 事项已下架"},
            {"{zoo}/home", "home-page", "The link promises more and leads to a home page: {zoo}/"},
            {"{zoo}/to-login", "login-wall", "The page asks for a login: title: 统一身份认证"},
            {
                "{zoo}/apply-login",
                "service",
                "The matter can be handled here after a login: title: 临时居民身份证申领 (100% of 临时居民身份证申领)"
            },
            {"{zoo}/401", "login-wall", "The page asks for a login: 401"},
            {"{zoo}/cookie", "guide", null},
            {"{zoo}/403", "blocked-for-robots", "The host refuses programs with status 403."},
            {"{zoo}/412", "blocked-for-robots", "The host refuses programs with status 412."},
            {"{zoo}/429", "blocked-for-robots", "The host refuses programs with status 429."},
            {"{zoo}/jsl", "blocked-for-robots", "The host asks for proof of being human: __jsl_clearance"},
            {"{zoo}/slider", "blocked-for-robots", "The host asks for proof of being human: 安全验证"},
            {"{zoo}/404", "dead", "The host answers with status 404."},
            {"{zoo}/410", "dead", "The host answers with status 410."},
            {"{zoo}/500", "dead", "The host answers with status 500."},
            {"{zoo}/503-late", "dead", "The host answers with status 503."},
            {"{zoo}/503-soon", "guide", null},
            {"{zoo}/empty", "dead", "The host answers with status 200 and nothing else."},
            {"{zoo}/gbk-as-utf8", "guide", null},
            {"{zoo}/gb18030-undeclared", "guide", null},
            {"{zoo}/gb2312-declared", "guide", null},
            {"{zoo}/utf8-as-gbk", "guide", null},
            {"{zoo}/pdf", "other-page", "A file that is not read: application/pdf"},
            {"{zoo}/pdf-unnamed", "other-page", "A file that is not read: application/pdf"},
            {"{zoo}/pdf-false", "soft-404", "The page says that it does not exist: 文件不存在"},
            {"{zoo}/app/#/guide/17", "other-page", "Scripts build the page; only a browser can tell what it says."},
            {"{zoo}/gigabyte", "matter", null},
            {"{zoo}/gigabyte-zip", "not-followed", "The file is larger than 131072 bytes and was not read to its end."},
            {"{zoo}/bomb", "matter", null},
            {"{tls}/guide", "guide", null},
            {"{expired}/guide", "guide", null},
            {"{raw}/hangs-up", "dead", "The connection broke: Connection reset"},
            {"{raw}/garbage", "dead", "The connection broke: Unexpected status line: SSH-2.0-OpenSSH_9.2"},
            {"{raw}/cut", "matter", null},
            {"{raw}/flaky", "matter", null},
            {"http://127.0.0.1:1/", "dead", "The host refused the connection: 127.0.0.1:1"},
            {"http://nowhere.invalid/", "dead", "The host name is not known: nowhere.invalid"},
            {"http://user:secret@127.0.0.1:{port}/guide", "guide", null},
            {"http://2130706433:{port}/guide", "guide", null},
            {"javascript:open('/x')", "not-followed", "The link runs a script and has no address to follow."},
            {"java\nscript:open('/x')", "not-followed", "The link runs a script and has no address to follow."},
            {"data:text/html,<h1>x</h1>", "not-followed", "The link carries its content in itself (data:)."},
            {"mailto:a@city.gov.cn", "not-followed", "The link is a mail address."},
            {"tel:12345", "not-followed", "The link is a phone number: 12345"},
            {"weixin://dl/business/?t=1", "not-followed", "The link opens only inside an app: weixin://dl/business/?t=1"
            },
            {"file:///etc/passwd", "not-followed", "The link points at a file of the reader's own machine."},
            {"ftp://ftp.city.gov.cn/a", "not-followed", "The link's scheme is not HTTP: ftp"},
            {"", "not-followed", "The link has no address."},
            {
                "/guide",
                "not-followed",
                "The link's address is relative, and no page is known that it is relative to: /guide"
            },
            {"http://[::1", "not-followed", "The link's address cannot be read: http://[::1"},
        };
    }

    @Test(dataProvider = "zoo")
    public void knowsEveryAnimalOfTheZoo(String address, String verdict, String reason) throws InterruptedException {
        knows(trace(address, HERE), verdict, reason);
    }

    @DataProvider
    Object[][] sloths() {
        return new Object[][] {
            // address, verdict, reason
            {"{raw}/silent", "dead", "No answer within 2 s."},
            {"{raw}/slow-page", "matter", null},
            {"https://127.0.0.1:{port}/", "dead", null},
        };
    }

    @Test(dataProvider = "sloths")
    public void waitsForNobodyLongerThanTheLimit(String address, String verdict, String reason)
            throws InterruptedException {
        try (LinkTracer hasty = tracer(HostGate.OPEN, HASTY)) {
            LinkTrace trace = hasty.trace(
                            new OfferedLink(1, LinkKind.ANCHOR, "在线办理", zoo.address(address)), MATTER, HERE)
                    .trace();

            knows(trace, verdict, reason);
            assertThat(trace.page() == null || trace.page().truncated()).isTrue();
        }
    }

    private void knows(LinkTrace trace, String verdict, @Nullable String reason) {

        assertThat(trace.verdict().wire()).as(trace.toString()).isEqualTo(verdict);
        if (reason != null) {
            assertThat(trace.reason().toString()).startsWith(zoo.address(reason));
        }
    }

    private LinkTrace trace(String address, Site site) throws InterruptedException {
        return traced(address, site).trace();
    }

    private Traced traced(String address, Site site) throws InterruptedException {
        return tracer.trace(new OfferedLink(1, LinkKind.ANCHOR, "在线办理", zoo.address(address)), MATTER, site);
    }

    private static LandingPage page(LinkTrace trace) {
        return Objects.requireNonNull(trace.page(), "no page");
    }

    private static Tls tls(LinkTrace trace) {
        return Objects.requireNonNull(trace.hops().get(0).tls(), "no TLS");
    }

    @Test
    public void entersLoopbackOnlyFromLoopback() throws InterruptedException {
        for (String address : List.of(
                "{zoo}/guide",
                "{local}/guide",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/")) {
            LinkTrace trace = trace(address, AWAY);

            assertThat(trace.reason().why()).as(address).isEqualTo(Why.PRIVATE_ADDRESS);
            assertThat(trace.verdict()).isEqualTo(Verdict.NOT_FOLLOWED);
        }
        assertThat(trace("{zoo}/guide", HERE).verdict()).isEqualTo(Verdict.GUIDE);
    }

    @Test
    public void tellsEveryHopOnTheWay() throws InterruptedException {
        LinkTrace trace = trace("{zoo}/cross", HERE);

        assertThat(trace.hops()).extracting(Hop::status).containsExactly(302, 200);
        assertThat(trace.hops())
                .extracting(hop -> hop.address().toString())
                .containsExactly(zoo.address("{zoo}/cross"), zoo.address("{local}/guide"));
        assertThat(trace.hops().get(0).location()).isEqualTo(zoo.address("{local}/guide"));
        assertThat(trace.finalAddress()).isEqualTo(zoo.address("{local}/guide"));
        assertThat(trace("{zoo}/meta", HERE).hops())
                .extracting(Hop::how)
                .containsExactly(Hop.How.HTTP, Hop.How.META_REFRESH);
        assertThat(trace("{zoo}/script", HERE).hops())
                .extracting(Hop::how)
                .containsExactly(Hop.How.HTTP, Hop.How.SCRIPT);
    }

    @Test
    public void readsEveryCharsetRight() throws InterruptedException {
        for (String address : List.of("/gbk-as-utf8", "/gb18030-undeclared", "/gb2312-declared", "/utf8-as-gbk")) {
            LandingPage page = page(trace("{zoo}" + address, HERE));

            assertThat(page.heading()).as(address).isEqualTo(Zoo.MATTER);
            assertThat(page.charset()).isEqualTo(address.startsWith("/utf8") ? "UTF-8" : "GB18030");
        }
    }

    @Test
    public void namesWhatIsWrongWithACertificate() throws InterruptedException {
        LinkTrace selfSigned = trace("{tls}/guide", HERE);
        LinkTrace expired = trace("{expired}/guide", HERE);

        assertThat(tls(selfSigned).fault()).isEqualTo("self-signed");
        assertThat(tls(selfSigned).subject()).isEqualTo("CN=localhost");
        assertThat(selfSigned.evidence()).contains("tls: self-signed (localhost)");
        assertThat(tls(expired).fault()).isEqualTo("expired");
    }

    @Test
    public void boundsWhatItReads() throws InterruptedException {
        Traced gigabyte = traced("{zoo}/gigabyte", HERE);
        LandingPage bomb = page(trace("{zoo}/bomb", HERE));

        assertThat(page(gigabyte.trace()).truncated()).isTrue();
        assertThat(page(gigabyte.trace()).bytes()).isEqualTo(LIMITS.bytes());
        assertThat(gigabyte.captures()).singleElement().satisfies(capture -> {
            assertThat(capture.body()).hasSize((int) LIMITS.bytes());
            assertThat(capture.truncated()).isTrue();
        });
        assertThat(bomb.truncated()).isTrue();
        assertThat(page(trace("{raw}/cut", HERE)).truncated()).isTrue();
    }

    @Test
    public void asksEachAddressOnce() throws InterruptedException {
        trace("{zoo}/hop/2", HERE);
        int before = zoo.asked().size();

        Traced again = traced("{zoo}/hop/2#part", HERE);
        Traced other = traced("{zoo}/hop/1", HERE);

        assertThat(zoo.asked()).hasSize(before);
        assertThat(again.trace().cached()).isTrue();
        assertThat(again.captures()).isEmpty();
        assertThat(again.trace().finalAddress()).endsWith("/guide#part");
        assertThat(other.trace().verdict()).isEqualTo(Verdict.GUIDE);
    }

    @Test
    public void asksOneNeighbourForADirectory() throws InterruptedException {
        int before = zoo.asked().size();

        trace("{zoo}/soft/one", HERE);
        trace("{zoo}/soft/two", HERE);

        assertThat(zoo.asked().subList(before, zoo.asked().size()))
                .hasSize(3)
                .filteredOn(line -> line.contains("/soft/wenda"))
                .hasSize(1);
    }

    @Test
    public void keepsCookiesWithTheHostThatSetThem() throws InterruptedException {
        int before = zoo.asked().size();

        trace("{zoo}/cookie", HERE);
        trace("{zoo}/cross", HERE);

        assertThat(zoo.asked().subList(before, zoo.asked().size()))
                .containsExactly("GET /cookie", "GET /cookie seen=1", "GET /cross", "GET /guide");
    }

    @Test
    public void leavesUserNameAndPasswordOut() throws InterruptedException {
        Traced traced = traced("http://user:secret@127.0.0.1:{port}/guide", HERE);

        assertThat(traced.trace().evidence()).contains("address: user name and password left out");
        assertThat(traced.trace().hops().get(0).address().getUserInfo()).isNull();
        assertThat(traced.captures().get(0).requestHead()).doesNotContain("Authorization");
    }

    @Test
    public void capturesHeadsAsTheyWent() throws InterruptedException {
        Capture capture = traced("{zoo}/bomb", HERE).captures().get(0);

        assertThat(capture.requestHead())
                .startsWith("GET /bomb HTTP/1.1\r\n")
                .contains("User-Agent: Wenda/0.1 (+link check)\r\n", "Accept-Language: zh-CN")
                .doesNotContain("Referer", "Cookie");
        assertThat(capture.responseHead())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-encoding: gzip\r\n");
        assertThat(capture.body()).startsWith(0x1f, 0x8b);
        assertThat(capture.ip()).isEqualTo("127.0.0.1");
    }

    @Test
    public void handsRestsToTheGate() throws InterruptedException {
        RestingGate gate = new RestingGate();
        try (LinkTracer polite = tracer(gate, LIMITS)) {
            polite.trace(new OfferedLink(1, LinkKind.ANCHOR, "", zoo.address("{zoo}/429")), MATTER, HERE);

            assertThat(gate.rests).containsExactly(7200L);
            assertThat(gate.open).isZero();
        }
    }

    @Test
    public void leavesHostsAloneWhoseGateIsClosed() throws InterruptedException {
        HostGate closed = address -> {
            throw new HostGate.Closed(Reason.of(Why.TIMED_OUT, 9).message());
        };
        int before = zoo.asked().size();
        try (LinkTracer polite = tracer(closed, LIMITS)) {
            LinkTrace trace = polite.trace(
                            new OfferedLink(1, LinkKind.ANCHOR, "", zoo.address("{zoo}/guide")), MATTER, HERE)
                    .trace();

            assertThat(trace.verdict()).isEqualTo(Verdict.NOT_FOLLOWED);
            assertThat(trace.reason().toString()).isEqualTo("The host was left alone: No answer within 9 s.");
            assertThat(zoo.asked()).hasSize(before);
        }
    }

    @Test
    public void believesTheBrowserAboutShells() throws InterruptedException {
        LinkTrace shell = trace("{zoo}/app/#/guide/17", HERE);
        Seen seen = new Seen(shell.finalAddress(), "一网通办", Zoo.MATTER, Zoo.MATTER + " 受理条件 申请材料 办理流程 法定时限 三个工作日");

        LinkTrace again = LinkTracer.judgedAgain(shell, seen, MATTER, HERE);

        assertThat(page(shell).shell()).isTrue();
        assertThat(again.verdict()).isEqualTo(Verdict.GUIDE);
        assertThat(again.evidence()).contains("heading: 临时居民身份证申领 (100% of 临时居民身份证申领)", "seen: in a browser");
    }

    @Test
    public void namesTheMatterOfAFile() throws InterruptedException {
        LinkTrace trace = tracer.trace(
                        new OfferedLink(1, LinkKind.ANCHOR, "临时身份证申领登记表.pdf", zoo.address("{zoo}/pdf")), MATTER, HERE)
                .trace();

        assertThat(trace.verdict()).isEqualTo(Verdict.MATTER);
        assertThat(page(trace).contentType()).isEqualTo("application/pdf");
        assertThat(page(trace).title()).isEmpty();
    }

    /** Lets everybody in and notes who asked to be left alone. */
    private static final class RestingGate implements HostGate {
        private final List<Long> rests = new ArrayList<>();
        private int open;

        @Override
        public Pass enter(URI address) {
            open++;
            return new Pass() {
                @Override
                public void rest(long seconds) {
                    rests.add(seconds);
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }
    }
}
