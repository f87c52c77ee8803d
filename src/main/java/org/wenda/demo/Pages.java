package org.wenda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The portal's pages, pictures and scripts. Knows nothing of the conversation. */
final class Pages {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String PICTURE = "image/svg+xml; charset=utf-8";

    /** Resource and type by address; nothing else of the program can be read from outside. */
    private static final Map<String, List<String>> ASSETS = Map.ofEntries(
            Map.entry("/favicon.ico", List.of("assets/favicon.svg", PICTURE)),
            Map.entry("/assets/favicon.svg", List.of("assets/favicon.svg", PICTURE)),
            Map.entry("/assets/emblem.svg", List.of("assets/emblem.svg", PICTURE)),
            Map.entry("/assets/skyline.svg", List.of("assets/skyline.svg", PICTURE)),
            Map.entry("/assets/qr.svg", List.of("assets/qr.svg", PICTURE)),
            Map.entry("/assets/portal.css", List.of("assets/portal.css", STYLE)),
            Map.entry("/assets/portal.js", List.of("assets/portal.js", SCRIPT)),
            Map.entry("/assets/ehall.js", List.of("assets/ehall.js", SCRIPT)),
            Map.entry("/chat/sdk/launcher.js", List.of("chat/launcher.js", SCRIPT)),
            Map.entry("/chat/sdk/chat.js", List.of("chat/chat.js", SCRIPT)),
            Map.entry("/chat/sdk/chat.css", List.of("chat/chat.css", STYLE)),
            Map.entry("/chat/sdk/mascot.svg", List.of("chat/mascot.svg", PICTURE)));

    private final City city;
    private final Template layout = Template.of("pages/layout.html");
    private final Template home = Template.of("pages/home.html");
    private final Template guide = Template.of("pages/guide.html");
    private final Template apply = Template.of("pages/apply.html");
    private final Template list = Template.of("pages/list.html");
    private final Template article = Template.of("pages/article.html");
    private final Template login = Template.of("pages/login.html");
    private final Template suggest = Template.of("pages/suggest.html");
    private final Template letter = Template.of("pages/letter.html");
    private final Template missing = Template.of("pages/missing.html");
    private final Template chat = Template.of("pages/chat.html");
    private final Template check = Template.of("pages/check.html");
    private final Template query = Template.of("pages/query.html");
    private final Template leave = Template.of("pages/leave.html");
    private final Template partner = Template.of("pages/partner.html");
    private final Template ehall = Template.of("pages/ehall.html");

    Pages(City city) {
        this.city = city;
    }

    void show(Visit visit) throws IOException {
        String path = visit.path();
        List<String> asset = ASSETS.get(path);
        if (asset != null) {
            visit.send(200, asset.get(1), resource(asset.get(0)));
            return;
        }
        switch (path) {
            case "/" -> visit.html(200, home("float", "", false));
            case "/frame/" -> visit.html(200, home("frame", "/chat/?embed=1", false));
            case "/crossframe/" -> visit.html(200, home("frame", otherOrigin(visit.host()) + "/chat/?embed=1", false));
            case "/newtab/" -> visit.html(200, home("link", "", false));
            case "/notice/" -> visit.html(200, home("float", "", true));
            case "/plain/" -> visit.html(200, home("none", "", false));
            case "/chat/" -> visit.html(200, chatPage(visit.query().containsKey("embed")));
            case "/login" -> visit.html(200, page("用户登录", login.fill(data())));
            case "/suggest/" -> visit.html(200, page("咨询投诉", suggest.fill(withLetter(data()))));
            case "/personal/" ->
                visit.html(200, matters("个人服务", matter -> matter.audience().equals("personal")));
            case "/legal/" ->
                visit.html(200, matters("法人服务", matter -> matter.audience().equals("legal")));
            case "/search" -> visit.html(200, found(visit.query().getOrDefault("q", "")));
            case "/news/" -> visit.html(200, news());
            // A page that was moved, on a server that never learnt to say 404.
            case "/service/8871" -> visit.html(200, page("页面不存在", missing.fill(data())));
            case "/out/bank" -> visit.redirect(otherOrigin(visit.host()) + "/partner/bank");
            case "/leave/bank" -> visit.html(200, leaving(otherOrigin(visit.host()) + "/partner/bank"));
            case "/partner/bank" -> visit.html(200, partner.fill(data()));
            case "/ehall/" -> visit.html(200, ehall.fill(data()));
            case "/ehall/api" -> handled(visit);
            default -> byId(visit, path.split("/"));
        }
    }

    private void byId(Visit visit, String[] parts) throws IOException {
        if (parts.length == 3 && parts[1].equals("news")) {
            newsItem(visit, parts[2]);
            return;
        }
        City.Matter matter = parts.length == 3 ? city.matter(parts[2]).orElse(null) : null;
        if (matter != null && parts[1].equals("guide")) {
            visit.html(200, page(matter.title() + "办事指南", guide.fill(data(matter))));
        } else if (matter != null && parts[1].equals("apply") && matter.loginOnly()) {
            visit.redirect("/login?next=/apply/" + matter.id());
        } else if (matter != null && parts[1].equals("apply")) {
            visit.html(200, page(matter.title() + "在线办理", apply.fill(data(matter))));
        } else if (matter != null && parts[1].equals("query")) {
            query(visit, matter);
        } else {
            notFound(visit);
        }
    }

    /** As behind a firewall that lets in browsers only: they run its script and come back with its mark. */
    private void query(Visit visit, City.Matter matter) throws IOException {
        if (visit.carries("yanshi_check=ok")) {
            visit.html(200, page(matter.title() + "进度查询", query.fill(data(matter))));
        } else {
            visit.html(412, check.fill(data()));
        }
    }

    private String leaving(String onward) {
        return page("即将离开", leave.fill(data().put("onward", onward)));
    }

    /** What the page needs that its scripts build. */
    private void handled(Visit visit) throws IOException {
        City.Matter matter = city.matter(visit.query().getOrDefault("id", "")).orElse(null);
        if (matter == null) {
            visit.json(404, Map.of("error", "matter"));
            return;
        }
        City.Guide facts = matter.guide();
        visit.json(
                200,
                Map.of(
                        "id", matter.id(),
                        "title", matter.title(),
                        "conditions", facts.conditions(),
                        "materials", facts.materials()));
    }

    private void newsItem(Visit visit, String id) throws IOException {
        for (City.News news : city.news()) {
            if (String.valueOf(news.id()).equals(id)) {
                ObjectNode data = data();
                data.setAll(MAPPER.<ObjectNode>valueToTree(news));
                visit.html(200, page(news.title(), article.fill(data)));
                return;
            }
        }
        notFound(visit);
    }

    void notFound(Visit visit) throws IOException {
        visit.html(404, page("页面不存在", missing.fill(data())));
    }

    private String home(String chatMode, String chatAddress, boolean notice) {
        ObjectNode data = chatMode.equals("none") ? withLetter(data()) : data();
        data.set("personalMatters", MAPPER.valueToTree(matters("personal")));
        data.set("legalMatters", MAPPER.valueToTree(matters("legal")));
        data.set("headlines", newsOf("政务要闻", "政策文件"));
        data.set("announcements", newsOf("通知公告"));
        return page("首页", home.fill(data), chatMode, chatAddress, notice);
    }

    private List<City.Matter> matters(String audience) {
        return city.matters().stream()
                .filter(matter -> matter.audience().equals(audience))
                .toList();
    }

    private ArrayNode newsOf(String... kinds) {
        List<String> wanted = List.of(kinds);
        return MAPPER.valueToTree(city.news().stream()
                .filter(news -> wanted.contains(news.kind()))
                .toList());
    }

    private String matters(String heading, Predicate<City.Matter> chosen) {
        ObjectNode data = data();
        data.put("heading", heading);
        data.set("entries", entries(chosen));
        return page(heading, list.fill(data));
    }

    private String found(String words) {
        ObjectNode data = data();
        data.put("heading", "搜索结果");
        data.put("searched", words);
        data.set("entries", entries(matter -> !words.isBlank() && matter.title().contains(words.strip())));
        return page("搜索结果", list.fill(data));
    }

    private ArrayNode entries(Predicate<City.Matter> chosen) {
        ArrayNode entries = MAPPER.createArrayNode();
        city.matters().stream()
                .filter(chosen)
                .forEach(matter -> entries.addObject()
                        .put("href", "/guide/" + matter.id())
                        .put("text", matter.title())
                        .put("side", matter.office()));
        return entries;
    }

    private String news() {
        ObjectNode data = data();
        data.put("heading", "新闻动态");
        ArrayNode entries = data.putArray("entries");
        city.news()
                .forEach(news -> entries.addObject()
                        .put("href", "/news/" + news.id())
                        .put("text", news.title())
                        .put("side", news.date()));
        return page("新闻动态", list.fill(data));
    }

    private String chatPage(boolean embedded) {
        return chat.fill(data().put("embedded", embedded));
    }

    private String page(String title, String main) {
        return page(title, main, "none", "", false);
    }

    private String page(String title, String main, String chatMode, String chatAddress, boolean notice) {
        ObjectNode data = data();
        data.put("title", title);
        data.put("main", main);
        data.put("chatMode", chatMode);
        data.put("chatAddress", chatAddress);
        data.put("launcher", chatMode.equals("float") || chatMode.equals("frame"));
        data.put("entryLink", chatMode.equals("link"));
        data.put("notice", notice);
        return layout.fill(data);
    }

    private ObjectNode data() {
        ObjectNode data = MAPPER.createObjectNode();
        data.put("city", city.name());
        data.put("bot", city.bot());
        data.set("services", MAPPER.valueToTree(city.services()));
        data.set("personal", MAPPER.valueToTree(city.services().get("personal")));
        data.set("legal", MAPPER.valueToTree(city.services().get("legal")));
        return data;
    }

    private ObjectNode withLetter(ObjectNode data) {
        return data.put("letter", letter.fill(data));
    }

    private ObjectNode data(City.Matter matter) {
        ObjectNode data = data();
        data.setAll(MAPPER.<ObjectNode>valueToTree(matter));
        JsonNode facts = data.path("guide");
        data.setAll((ObjectNode) facts);
        data.put("section", matter.audience().equals("legal") ? "/legal/" : "/personal/");
        data.put("sectionName", matter.audience().equals("legal") ? "法人服务" : "个人服务");
        return data;
    }

    /** The same server under its other name: to a browser that is another origin. */
    private static String otherOrigin(String host) {
        String port = host.substring(host.lastIndexOf(':') + 1);
        return "http://" + (host.startsWith("localhost") ? "127.0.0.1" : "localhost") + ":" + port;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
