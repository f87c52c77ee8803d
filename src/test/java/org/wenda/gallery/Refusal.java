package org.wenda.gallery;

import org.jspecify.annotations.Nullable;

/** Hosts that do not serve their page, as {@code /refusal/NAME} of {@link GallerySite}. */
public enum Refusal {
    FORBIDDEN(403, null, "<h1>403 Forbidden</h1><p>访问被拒绝</p>"),
    /** A challenge that only a browser it trusts passes: the page sends for itself again and again. */
    CHALLENGE_412(412, null, "<script>setTimeout(() => location.reload(), 700)</script>"),
    CHALLENGE_202(202, null, "<script>setTimeout(() => location.reload(), 700)</script>"),
    TOO_MANY(429, "120", "<h1>Too Many Requests</h1>"),
    LEGAL(451, null, "<h1>Unavailable For Legal Reasons</h1>"),
    MAINTENANCE(503, "3600", "<h1>系统维护中</h1><p>网站正在升级维护，请稍后访问。</p>"),
    BROKEN(500, null, "<h1>500 Internal Server Error</h1>"),
    MISSING(404, null, "<h1>404</h1><p>您访问的页面不存在</p>");

    private final int status;
    private final @Nullable String retryAfter;
    private final String body;

    Refusal(int status, @Nullable String retryAfter, String body) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** Returns what the header of that name says; null if it is not sent. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    String page() {
        return "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>提示</title>"
                + "<link rel=\"icon\" href=\"data:,\"><body>" + body + "</body></html>";
    }
}
