package org.wenda.gallery;

import java.util.Map;

/** Hosts that do not serve their page, as {@code /refusal/NAME} of {@link GallerySite}. */
public enum Refusal {
    FORBIDDEN(403, Map.of(), "<h1>403 Forbidden</h1><p>访问被拒绝</p>"),
    /** A challenge that only a browser it trusts passes: the page sends for itself again and again. */
    CHALLENGE_412(412, Map.of(), "<script>setTimeout(() => location.reload(), 700)</script>"),
    CHALLENGE_202(202, Map.of(), "<script>setTimeout(() => location.reload(), 700)</script>"),
    TOO_MANY(429, Map.of("Retry-After", "120"), "<h1>Too Many Requests</h1>"),
    LEGAL(451, Map.of(), "<h1>Unavailable For Legal Reasons</h1>"),
    MAINTENANCE(503, Map.of("Retry-After", "3600"), "<h1>系统维护中</h1><p>网站正在升级维护，请稍后访问。</p>"),
    BROKEN(500, Map.of(), "<h1>500 Internal Server Error</h1>"),
    MISSING(404, Map.of(), "<h1>404</h1><p>您访问的页面不存在</p>");

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    Refusal(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    String page() {
        return "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>提示</title>"
                + "<link rel=\"icon\" href=\"data:,\"><body>" + body + "</body></html>";
    }
}
