package org.wenda.link;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a page stands: at whose host, and whether at its front door. */
final class PlaceRules {
    private static final Pattern FRONT = Pattern.compile(
            "/|/(index|home|default|main)(\\.(s?html?|jsp|php|aspx?|do|action))?/?|/(portal|web|site|col|zwfw)/(index|home)?(\\.s?html?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRONT_ROUTE = Pattern.compile("!?/?(home|index|main)?/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRONT_NAME = Pattern.compile("首页|主页|官网|官方网站|门户网站|.*(政务服务网|人民政府|门户网站|政府网站|一网通办)");

    private PlaceRules() {}

    static Optional<Finding> foreign(Facts facts) {
        HttpUrl last = facts.last();
        if (last == null || facts.site().hosts().isEmpty() || isOwn(last, facts.site())) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(Reason.of(Why.FOREIGN_HOST, last.host()), "host: " + last.host()));
    }

    private static boolean isOwn(HttpUrl last, Site site) {
        String host = last.host().toLowerCase(Locale.ROOT);
        return site.hosts().contains(host)
                || host.endsWith(".gov.cn")
                || host.equals("gov.cn")
                // .政务, the top-level domain of Chinese public bodies
                || host.endsWith(".xn--zfr164b")
                || site.hosts().stream().anyMatch(own -> isRelated(own, last));
    }

    private static boolean isRelated(String own, HttpUrl last) {
        String domain = last.topPrivateDomain();
        HttpUrl other = HttpUrl.parse("http://" + own + "/");
        return domain != null && other != null && domain.equals(other.topPrivateDomain());
    }

    static Optional<Finding> home(Facts facts) {
        HttpUrl last = facts.last();
        LandingPage page = facts.page();
        if (last == null || page == null || !facts.isHtml()) {
            return Optional.empty();
        }
        return sign(last, page, facts)
                .map(sign -> Finding.of(Reason.of(isPromised(facts) ? Why.LEADS_HOME : Why.OFFERED_HOME, last), sign));
    }

    private static Optional<String> sign(HttpUrl last, LandingPage page, Facts facts) {
        if (isFront(last)) {
            return last.query() == null || !fits(page, facts.matter())
                    ? Optional.of("address: " + place(last))
                    : Optional.empty();
        }
        HttpUrl canonical = HttpUrl.parse(page.canonical());
        if (canonical != null
                && canonical.host().equals(last.host())
                && isFront(canonical)
                && !fits(page, facts.matter())) {
            return Optional.of("canonical: " + canonical);
        }
        boolean named = FRONT_NAME.matcher(page.title().strip()).matches();
        boolean shallower = last.pathSize() < offeredDepth(facts);
        return named && shallower && !Shell.isRoute(last) ? Optional.of("title: " + page.title()) : Optional.empty();
    }

    private static boolean fits(LandingPage page, Matter matter) {
        return matter.isKnown() && new MatterFit(matter).of(page).fits();
    }

    private static int offeredDepth(Facts facts) {
        HttpUrl offered = HttpUrl.parse(facts.link().href());
        return offered == null ? 0 : offered.pathSize();
    }

    /** A link to a front door that calls itself one promises nothing else. */
    private static boolean isPromised(Facts facts) {
        HttpUrl offered = HttpUrl.parse(facts.link().href());
        boolean toFront = offered != null && isFront(offered);
        String text = facts.link().text().strip();
        boolean plain = FRONT_NAME.matcher(text).matches()
                || text.endsWith("网")
                || text.endsWith("网站")
                || text.endsWith("平台")
                || text.endsWith("首页")
                || facts.link().kind() == LinkKind.TEXT_ADDRESS
                || text.isEmpty();
        return !(toFront && plain);
    }

    static boolean isFront(HttpUrl url) {
        return FRONT.matcher(url.encodedPath()).matches() && isFrontRoute(url.encodedFragment());
    }

    private static boolean isFrontRoute(@Nullable String fragment) {
        return !Shell.isRoute(fragment)
                || FRONT_ROUTE.matcher(Objects.requireNonNull(fragment)).matches();
    }

    private static String place(HttpUrl url) {
        String fragment = url.encodedFragment();
        return url.encodedPath() + (Shell.isRoute(fragment) ? "#" + fragment : "");
    }
}
