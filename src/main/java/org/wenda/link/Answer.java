package org.wenda.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What came of requesting one address.
 *
 * @param status 0 if no answer came
 * @param reading null if no answer came
 * @param failure why no answer came; null if one did
 * @param fleeting whether the failure is of a kind that a second try may mend
 */
record Answer(
        HttpUrl url,
        Instant at,
        Duration elapsed,
        int status,
        Headers headers,
        List<Cookie> cookies,
        @Nullable Tls tls,
        @Nullable Reading reading,
        @Nullable Reason failure,
        boolean fleeting) {
    URI address() {
        return url.uri();
    }

    Hop hop(Hop.How how, @Nullable String location) {
        return new Hop(address(), status, location, elapsed, tls, how);
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
