package org.wenda.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads what an answer's body says. Runs none of it; what does not read as a page is known by its type alone. */
final class PageReader {
    private static final Pattern ENTRY = Pattern.compile(
            "在线(办理|申办|申请|申报|预约|填报)|网上(办理|申办|申请|申报|预约)|(立即|马上|开始|我要)(办理|办|申请|申报|预约)|办事指南|办理指南|服务指南|去办理|一键办理|掌上办理");
    private static final Pattern SEARCH =
            Pattern.compile("search|keyword|query|kw|搜索|查询|检索|关键", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAIL = Pattern.compile("[>＞›»→]|\\s/\\s|::");
    private static final Pattern HERE = Pattern.compile("^\\s*(您)?(的)?(当前|现在|所在|您所在)?的?(位置|所在位置)\\s*[:：]?\\s*");
    private static final Evaluator NOT_SHOWN = QueryParser.parse(
            "script,style,template,noscript,[hidden],[style~=(?i)display\\s*:\\s*none],[aria-hidden=true]");
    private static final Evaluator AROUND = QueryParser.parse(
            "nav,header,footer,aside,[role=navigation],[role=banner],[role=contentinfo],[class~=(?i)(^|\\s)(nav|navbar|menu|header|head|top|footer|foot|bottom|copyright|sidebar|friendlink|links)(\\s|$)],"
                    + "[id~=(?i)(^|\\s)(nav|navbar|menu|header|head|top|footer|foot|bottom|copyright|sidebar|friendlink|links)(\\s|$)]");
    private static final Evaluator TRAILS = QueryParser.parse(
            "[class~=(?i)(breadcrumb|crumb|position|location|dqwz|weizhi|mbx|curpos|place)],[id~=(?i)(breadcrumb|crumb|position|dqwz|weizhi|mbx)],[aria-label=breadcrumb]");
    /** In characters. What stands further down says nothing new of a page, and takes seconds to read. */
    private static final int LONGEST_HTML = 1 << 20;

    private static final int MOST_ENTRIES = 20;
    private static final int LONGEST_ENTRY = 30;
    private static final List<Evaluator> HEADINGS = Stream.of(
                    "h1", "h2", "[role=heading]", "[class~=(?i)(^|[\\s_-])(title|tit|bt)(\\s|$)]", "h3")
            .map(QueryParser::parse)
            .toList();
    private static final Evaluator HERE_IS = QueryParser.parse(":matchesOwn(位置\\s*[:：]|当前位置)");
    private static final Evaluator PRESSED =
            QueryParser.parse("a,button,input[type=button],input[type=submit],[role=button],[onclick]");
    private static final int MOST_LOOKED_AT = 50;
    private static final int MOST_NODES = 200;
    private static final int LONGEST_TRAIL = 200;
    private static final int MOST_CRUMBS = 10;
    private static final int LONGEST_CRUMB = 80;

    private final long limit;

    /** @param limit bytes that an unpacked body may have */
    PageReader(long limit) {
        this.limit = limit;
    }

    Reading read(Received received) {
        Unpacking body = Unpacking.of(
                received.body(), Objects.requireNonNullElse(received.headers().get("Content-Encoding"), ""), limit);
        if (received.body().length == 0) {
            return Reading.EMPTY;
        }
        String declared = Objects.requireNonNullElse(received.headers().get("Content-Type"), "");
        String type = MediaTypes.of(declared, body.bytes(), disposition(received));
        boolean truncated = received.truncated() || !body.whole();
        if (!MediaTypes.isPage(type)) {
            return new Reading(file(type, received, truncated), null, "");
        }
        TextDecoding decoded = TextDecoding.of(body.bytes(), declared);
        return page(decoded, type, received, truncated || decoded.text().length() > LONGEST_HTML);
    }

    private static String disposition(Received received) {
        return Objects.requireNonNullElse(received.headers().get("Content-Disposition"), "");
    }

    private static LandingPage file(String type, Received received, boolean truncated) {
        return new LandingPage(
                "", "", List.of(), "", "", type, "", received.body().length, truncated, false, List.of(), 0, false);
    }

    private static Reading page(TextDecoding decoded, String type, Received received, boolean truncated) {
        String html = LandingPage.cut(decoded.text(), LONGEST_HTML);
        Document document = Jsoup.parse(html, received.url().toString());
        String challenge = Challenge.mark(document);
        boolean demandsScript = Shell.demandsScript(document);
        boolean scripted = document.selectFirst("script") != null;
        Reading.Onward refresh = Onwards.refresh(document).orElse(null);
        Optional<Reading.Onward> script = Onwards.script(document);
        document.select(NOT_SHOWN).remove();
        List<String> breadcrumb = breadcrumb(document);
        String heading = heading(document);
        Element body = document.body();
        boolean password = body.selectFirst("input[type=password]") != null;
        String everything = folded(body);
        body.select(AROUND).remove();
        String main = folded(body);
        String text = main.isEmpty() ? everything : main;
        LandingPage page = new LandingPage(
                LandingPage.cut(document.title().strip(), LandingPage.LONGEST_LINE),
                heading,
                breadcrumb,
                text,
                canonical(document),
                type,
                decoded.charset().name(),
                received.body().length,
                truncated,
                scripted && Shell.isShell(everything, demandsScript),
                entries(body),
                fields(body),
                password);
        boolean silent = everything.length() < Onwards.LITTLE;
        return new Reading(
                page, refresh != null ? refresh : silent ? script.orElse(null) : null, silent ? challenge : "");
    }

    private static String folded(Element element) {
        return LandingPage.cut(element.text().strip(), LandingPage.LONGEST_TEXT);
    }

    private static String heading(Document document) {
        return HEADINGS.stream()
                .flatMap(kind -> document.select(kind).stream().limit(MOST_LOOKED_AT))
                .map(heading -> brief(heading, LandingPage.LONGEST_LINE))
                .filter(heading -> !heading.isEmpty() && heading.length() <= LandingPage.LONGEST_LINE)
                .findFirst()
                .orElse("");
    }

    private static List<String> breadcrumb(Document document) {
        return Stream.of(TRAILS, HERE_IS)
                .flatMap(places -> document.select(places).stream().limit(MOST_LOOKED_AT))
                .map(PageReader::crumbs)
                .filter(crumbs -> crumbs.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> crumbs(Element element) {
        String line = brief(element, LONGEST_TRAIL);
        if (line.length() > LONGEST_TRAIL) {
            return List.of();
        }
        List<String> parted = Arrays.stream(TRAIL.split(HERE.matcher(line).replaceFirst("")))
                .map(String::strip)
                .filter(crumb -> !crumb.isEmpty())
                .toList();
        List<String> crumbs =
                parted.size() > 1 ? parted : element.select("li,a,span").eachText();
        return crumbs.stream()
                .limit(MOST_CRUMBS)
                .map(crumb -> LandingPage.cut(crumb, LONGEST_CRUMB))
                .toList();
    }

    /**
     * Returns an element's text if it is at most so long, and something longer if not. A hostile page nests its
     * elements so that the whole text of each takes hours.
     */
    private static String brief(Element element, int longest) {
        StringBuilder text = new StringBuilder();
        element.nodeStream().limit(MOST_NODES).forEach(node -> {
            if (node instanceof TextNode words && text.length() <= longest) {
                text.append(words.text());
            } else if (node instanceof Element inner && inner.isBlock()) {
                text.append(' ');
            }
        });
        return text.toString().strip();
    }

    private static String canonical(Document document) {
        Element link = document.selectFirst("link[rel~=(?i)^canonical$]");
        return link == null ? "" : LandingPage.cut(link.absUrl("href"), Destination.LONGEST_ADDRESS);
    }

    private static List<LandingPage.Entry> entries(Element body) {
        List<LandingPage.Entry> entries = new ArrayList<>();
        for (Element pressed : body.select(PRESSED)) {
            String reads = (brief(pressed, LONGEST_ENTRY) + pressed.attr("value") + pressed.attr("title")).strip();
            if (entries.size() < MOST_ENTRIES
                    && reads.length() <= LONGEST_ENTRY
                    && ENTRY.matcher(reads).find()) {
                entries.add(new LandingPage.Entry(
                        reads, LandingPage.cut(pressed.absUrl("href"), Destination.LONGEST_ADDRESS)));
            }
        }
        return entries;
    }

    private static int fields(Element body) {
        return (int) body.select("input,select,textarea").stream()
                .filter(PageReader::isFilledIn)
                .filter(field -> !SEARCH.matcher(about(field)).find())
                .count();
    }

    private static boolean isFilledIn(Element field) {
        String type = field.attr("type").toLowerCase(Locale.ROOT);
        return !List.of("hidden", "button", "submit", "reset", "image", "password")
                .contains(type);
    }

    private static String about(Element field) {
        return field.attr("name") + field.id() + field.attr("placeholder") + field.className();
    }
}
