package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class PageReaderTest {
    private static final PageReader READER = new PageReader(1 << 20);

    @Test
    public void readsWhatAPageSays() {
        LandingPage page = page("""
                <html><head><title> 社保卡申领 </title><link rel=canonical href="/c/1"></head><body>
                <div class="header"><a href=/>首页</a></div>
                <div class="location">当前位置：首页 &gt; 社会保障 &gt; 社保卡</div>
                <h1>社会保障卡申领</h1><script>var x = "不显示";</script><p style="display: none">藏</p>
                <p>受理条件：全体居民</p><input name=keyword placeholder=搜索><input name=realName><select name=bank></select>
                <a href="apply?id=1">在线办理</a><button>我要咨询</button><footer>备案号</footer></body></html>
                """);

        assertThat(page.title()).isEqualTo("社保卡申领");
        assertThat(page.heading()).isEqualTo("社会保障卡申领");
        assertThat(page.breadcrumb()).containsExactly("首页", "社会保障", "社保卡");
        assertThat(page.text()).contains("受理条件：全体居民").doesNotContain("不显示", "藏", "备案号");
        assertThat(page.canonical()).isEqualTo("https://a.gov.cn/c/1");
        assertThat(page.entries()).containsExactly(new LandingPage.Entry("在线办理", "https://a.gov.cn/x/apply?id=1"));
        assertThat(page.fields()).isEqualTo(2);
        assertThat(page.passwordField()).isFalse();
        assertThat(page.shell()).isFalse();
    }

    @DataProvider
    Object[][] shells() {
        return new Object[][] {
            {"<title>一网通办</title><div id=app></div><script src=a.js></script>", true},
            {
                "<body><noscript>We're sorry but this app doesn't work without JavaScript enabled.</noscript><div id=root></div><script src=a.js></script>",
                true
            },
            {"<body><div id=app><div class=loading>正在加载…</div></div><script src=a.js></script>", true},
            {"<body><p>页面不存在</p><script src=a.js></script>", false},
            {"<body><p>短</p>", false},
            {"<body><div id=app></div><script></script>" + "<p>办理条件与所需材料</p>".repeat(40), false},
        };
    }

    @Test(dataProvider = "shells")
    public void tellsShellsFromPages(String html, boolean shell) {
        assertThat(page(html).shell()).isEqualTo(shell);
    }

    @DataProvider
    Object[][] onwards() {
        return new Object[][] {
            {"<meta http-equiv=refresh content='0;url=/a'>", "META_REFRESH /a"},
            {"<meta http-equiv=Refresh content=\"3; URL='https://b.gov.cn/'\">", "META_REFRESH https://b.gov.cn/"},
            {"<meta http-equiv=refresh content='600;url=/a'>", null},
            {"<meta http-equiv=refresh content='5'>", null},
            {"<script>location.href='/a'</script>", "SCRIPT /a"},
            {"<script>window.location = \"/a\";</script>", "SCRIPT /a"},
            {"<script>top.location.replace('\\/a')</script>", "SCRIPT /a"},
            {"<script>window.onload=function(){ location.assign('/a'); }</script>", "SCRIPT /a"},
            {"<script>setTimeout(function(){location.href='/a'},1000)</script>", "SCRIPT /a"},
            {"<script>if(mobile){location.href='/m'}else{location.href='/pc'}</script>", null},
            {"<script>function go(){location.href='/a'}</script>", null},
            {"<script>location.href='/a?u='+encodeURIComponent(x)</script>", null},
            {"<script>var my_location='/a'</script>", null},
            {"<script>location.href='/a'</script>" + "<p>这里有很多正文。</p>".repeat(40), null},
        };
    }

    @Test(dataProvider = "onwards")
    public void seesWhereAPageSendsOn(String html, @Nullable String onward) {
        Reading.Onward found =
                READER.read(received(html.getBytes(StandardCharsets.UTF_8), "")).onward();

        assertThat(found == null ? null : found.how() + " " + found.location()).isEqualTo(onward);
    }

    @Test
    public void unpacksGzipAndBothDeflates() throws IOException {
        byte[] html = "<title>好</title>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(html);
        }
        ByteArrayOutputStream deflate = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflate)) {
            out.write(html);
        }
        byte[] zlib = deflate.toByteArray();
        byte[] bare = Arrays.copyOfRange(zlib, 2, zlib.length - 4);

        assertThat(Unpacking.of(gzip.toByteArray(), "gzip", 1_000))
                .extracting(Unpacking::whole)
                .isEqualTo(true);
        assertThat(Unpacking.of(gzip.toByteArray(), "gzip", 1_000).bytes()).isEqualTo(html);
        assertThat(Unpacking.of(zlib, "deflate", 1_000).bytes()).isEqualTo(html);
        assertThat(Unpacking.of(bare, "deflate", 1_000).bytes()).isEqualTo(html);
        assertThat(Unpacking.of(gzip.toByteArray(), "gzip", 5).bytes()).hasSize(5);
        assertThat(Unpacking.of(html, "br", 1_000).bytes()).isEmpty();
        assertThat(Unpacking.of(html, "gzip, gzip, gzip", 1_000).bytes()).isEmpty();
    }

    @DataProvider
    Object[][] nests() {
        return new Object[][] {{"<div>"}, {"<table><tr><td>"}, {"<h1>"}, {"<b><i>"}, {"位置：<b>"}, {"<button><a onclick>"}
        };
    }

    @Test(dataProvider = "nests", timeOut = 60_000)
    public void survivesDeepNesting(String nest) {
        assertThat(page(nest.repeat(5_000) + "深").bytes()).isPositive();
    }

    @Test
    public void boundsWhatItKeeps() {
        LandingPage page = page("<title>" + "长".repeat(50_000) + "</title><h1>" + "题".repeat(50_000) + "</h1>"
                + "<a href=x>在线办理</a>".repeat(500) + "<p>字</p>".repeat(30_000));

        assertThat(page.title()).hasSize(500);
        assertThat(page.heading()).hasSizeLessThanOrEqualTo(500);
        assertThat(page.text()).hasSize(LandingPage.LONGEST_TEXT);
        assertThat(page.entries()).hasSize(20);
    }

    private static LandingPage page(String html) {
        return Objects.requireNonNull(
                READER.read(received(html.getBytes(StandardCharsets.UTF_8), "")).page(), "no page");
    }

    private static Received received(byte[] body, String encoding) {
        return new Received(
                HttpUrl.get("https://a.gov.cn/x/y"),
                Instant.EPOCH,
                Duration.ZERO,
                200,
                Headers.of("Content-Type", "text/html", "Content-Encoding", encoding),
                body,
                false,
                null,
                "",
                "",
                null);
    }
}
