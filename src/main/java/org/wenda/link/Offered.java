package org.wenda.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Reply;

/** The links that one exchange offers. Pure: looks at the stored reply only. */
public final class Offered {
    static final int MOST = 200;

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SCAN = 100_000;
    private static final int CARD = 12;

    private static final String PATH = "[\\w\\-./?%&=#+:~@!$*;,]*[\\w/#=&%~\\-]";
    /** Repeated groups are bounded: the regular expressions of the JDK recurse for each repetition. */
    private static final String LABELS = "(?:\\.[\\w\\-]{1,63})";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w@./-])(?:https?://[\\w.\\-]+(?::\\d{1,5})?(?:[/?#]" + PATH + "|[/?#])?"
                    + "|(?:www" + LABELS + "{2,10}|[a-zA-Z0-9][\\w\\-]{0,62}" + LABELS
                    + "{0,10}\\.(?:gov|org|com|net|edu)\\.cn)(?::\\d{1,5})?(?:[/?#]" + PATH + "|/)?(?![\\w@.]*@))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d\\w.\\-/=])(?:0\\d{2,3}[-－—–]\\d{7,8}(?:[-－转]\\d{1,5})?|\\(0\\d{2,3}\\)\\s?\\d{7,8}|（0\\d{2,3}）\\s?\\d{7,8}"
                    + "|400[-－]?\\d{3}[-－]?\\d{4}|800[-－]\\d{3}[-－]?\\d{4}|1[3-9]\\d{9}|12(?:123|305|309|313|315|317|318|319|320|328|329|333|336|338|345|348|350|351|355|356|358|360|363|365|366|367|368|369|371|380|385|388|389|393|395|398)"
                    // So short that only the word before tells them from figures.
                    + "|(?<=(?:拨打|致电|电话|热线|客服|报警|火警|急救)[：:\\s“]{0,3})(?:11[09]|12[02]|9[56]\\d{3}))(?![\\d\\w.\\-/%元平米人])");
    private static final Pattern APP = Pattern.compile(
            "(?:weixin|wechat|alipays?|mqqapi)://[\\w\\-./?%&=#+:~@]+|#小程序://[^\\s/，。；、）)]+/\\w+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APP_HOST = Pattern.compile(
            "^https?://([\\w.-]*\\.)?(wxaurl\\.cn|wxmpurl\\.cn|qr\\.alipay\\.com|ulink\\.alipay\\.com|render\\.alipay\\.com|ds\\.alipay\\.com)(/.*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APP_SCHEME =
            Pattern.compile("^(weixin|wechat|alipays?|mqqapi|#小程序)://.*", Pattern.CASE_INSENSITIVE);

    private Offered() {}

    /**
     * Returns the links of a reply in order of appearance, duplicates kept, and after them the addresses, phone numbers
     * and mini programs that stand in its text and in none of its links, each once; at most 200 in all.
     */
    public static List<OfferedLink> in(Exchange exchange) {
        Reply reply = exchange.reply();
        Set<String> options = options(reply);
        List<OfferedLink> links = new ArrayList<>();
        reply.links().stream().limit(MOST).forEach(link -> links.add(offered(exchange.number(), link, options)));
        Set<String> known = new HashSet<>();
        links.forEach(link -> known.addAll(List.of(bare(link.href()), "t" + bare(link.text()))));
        written(exchange.number(), LandingPage.cut(reply.text(), LONGEST_SCAN)).stream()
                .filter(link -> !known.contains("t" + bare(link.text())))
                .filter(link -> known.add(bare(link.href())))
                .limit(MOST - links.size())
                .forEach(links::add);
        return List.copyOf(links);
    }

    private static Set<String> options(Reply reply) {
        return Stream.concat(
                        reply.options().stream(), reply.bubbles().stream().flatMap(bubble -> bubble.options().stream()))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static OfferedLink offered(int exchange, Link link, Set<String> options) {
        // One character more than is followed, so that following says what is wrong with it.
        String href = LandingPage.cut(link.href().strip(), Destination.LONGEST_ADDRESS + 1);
        String text = LandingPage.cut(link.text(), LONGEST_TEXT);
        return new OfferedLink(exchange, kind(href, text, options), text, href);
    }

    private static LinkKind kind(String href, String text, Set<String> options) {
        String scheme = href.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("tel:") || scheme.startsWith("callto:")) {
            return LinkKind.PHONE;
        }
        if (APP_SCHEME.matcher(href).matches() || APP_HOST.matcher(href).matches()) {
            return LinkKind.MINI_PROGRAM;
        }
        if (options.contains(text.strip())) {
            return LinkKind.BUTTON;
        }
        boolean lines = text.strip().contains(" ")
                && text.length() >= CARD
                && text.codePoints().anyMatch(Character::isIdeographic);
        return lines ? LinkKind.CARD : LinkKind.ANCHOR;
    }

    private static List<OfferedLink> written(int exchange, String text) {
        List<OfferedLink> links = new ArrayList<>();
        String rest =
                taken(APP, text, found -> links.add(new OfferedLink(exchange, LinkKind.MINI_PROGRAM, found, found)));
        rest = taken(ADDRESS, rest, found -> links.add(address(exchange, found)));
        taken(
                PHONE,
                rest,
                found -> links.add(new OfferedLink(exchange, LinkKind.PHONE, found, "tel:" + digits(found))));
        return links;
    }

    private static OfferedLink address(int exchange, String found) {
        boolean schemed = found.toLowerCase(Locale.ROOT).matches("https?://.*");
        String href = schemed ? found : "http://" + found;
        LinkKind kind = APP_HOST.matcher(href).matches() ? LinkKind.MINI_PROGRAM : LinkKind.TEXT_ADDRESS;
        return new OfferedLink(
                exchange,
                kind,
                LandingPage.cut(found, LONGEST_TEXT),
                LandingPage.cut(href, Destination.LONGEST_ADDRESS + 1));
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    /** Hands every match to {@code take} and returns the text without them, so that no part is found twice. */
    private static String taken(Pattern pattern, String text, Consumer<String> take) {
        Matcher found = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        int taken = 0;
        while (found.find() && taken < MOST) {
            take.accept(found.group());
            found.appendReplacement(rest, " ");
            taken++;
        }
        return found.appendTail(rest).toString();
    }

    /** What makes two spellings of an address the same to a reader. */
    private static String bare(String address) {
        return address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(https?://|tel:)", "")
                .replaceFirst("/$", "");
    }
}
