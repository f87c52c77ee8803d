package org.wenda.score;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wenda.transcript.Client;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Link;
import org.wenda.transcript.Outcome;
import org.wenda.transcript.Transcript;

/**
 * One turn of a matter as a jurisdiction answered it on the web and in its app: whether both say the same, by facts and
 * words, and offer the same links. Pure; gives no mark, and a person confirms.
 *
 * @param turn id of the turn
 * @param web number of the exchange that ended the turn on the web
 * @param app the same in the app
 * @param answers what the comparison of the answers came to
 * @param one what the web's answer says that decides; empty if nothing single does
 * @param other what the app's answer says instead
 * @param links what the comparison of the links came to
 * @param onlyWeb addresses that only the web's answer offers, without scheme
 * @param onlyApp the same for the app
 */
public record Parity(
        String turn,
        int web,
        int app,
        Answers answers,
        String one,
        String other,
        Links links,
        List<String> onlyWeb,
        List<String> onlyApp) {
    /** Share of the shorter answer that both have in common, as the index sets it for answers that say the same. */
    private static final double COMMON = 0.4;

    public Parity {
        onlyWeb = List.copyOf(onlyWeb);
        onlyApp = List.copyOf(onlyApp);
    }

    /** Whether two answers say the same. */
    public enum Answers {
        SAME,
        /** One answered and the other did not, or they ended in other ways. */
        ENDED,
        /** Both name figures of one kind, and they contradict each other. */
        FIGURES,
        /** Both name titles, telephone numbers or offices, and they are others. */
        NAMES,
        /** One affirms what the other denies. */
        DENIED,
        /** They have too little in common. */
        APART,
        /** At least one says nothing about the chatbot: blocked, unreachable, broken. */
        UNTOLD
    }

    /** Whether two answers offer the same links. */
    public enum Links {
        SAME,
        OTHERS,
        /** The views of an app have no addresses. */
        UNTOLD
    }

    /**
     * Compares the ordinary conversations of one scenario, turn by turn.
     *
     * @return turns that were asked on both, in the order of the web's
     */
    public static List<Parity> of(Transcript web, Transcript app) {
        Map<String, Exchange> apps = lastOfTurns(app);
        boolean told = tellsLinks(app);
        List<Parity> turns = new ArrayList<>();
        lastOfTurns(web).forEach((turn, exchange) -> {
            Exchange its = apps.get(turn);
            if (its != null) {
                turns.add(of(exchange, its, told));
            }
        });
        return List.copyOf(turns);
    }

    /** Only a page inside the app tells where its links lead. */
    private static boolean tellsLinks(Transcript app) {
        Client client = app.client();
        return (client != null && client.browser().contains("WebView"))
                || app.exchanges().stream()
                        .anyMatch(exchange -> !addresses(exchange).isEmpty());
    }

    private static Map<String, Exchange> lastOfTurns(Transcript transcript) {
        Map<String, Exchange> last = new LinkedHashMap<>();
        transcript.exchanges().stream()
                .filter(exchange -> exchange.trial().isOrdinary())
                .forEach(exchange -> last.put(exchange.turn(), exchange));
        return last;
    }

    private static Parity of(Exchange web, Exchange app, boolean told) {
        Likeness.Compared compared = Likeness.compare(answer(web), answer(app), COMMON);
        Answers answers = answers(web.outcome(), app.outcome(), compared.how());
        Set<String> webs = addresses(web);
        Set<String> apps = addresses(app);
        boolean same = webs.equals(apps);
        Links links = !told && !same ? Links.UNTOLD : same ? Links.SAME : Links.OTHERS;
        boolean decides = answers == Answers.FIGURES || answers == Answers.NAMES || answers == Answers.DENIED;
        return new Parity(
                web.turn(),
                web.number(),
                app.number(),
                answers,
                decides ? compared.one() : "",
                decides ? compared.other() : "",
                links,
                links == Links.UNTOLD ? List.of() : without(webs, apps),
                links == Links.UNTOLD ? List.of() : without(apps, webs));
    }

    private static Answers answers(Outcome web, Outcome app, Likeness.How how) {
        if (Abstention.of(web).isPresent() || Abstention.of(app).isPresent()) {
            return Answers.UNTOLD;
        }
        return web == app ? Answers.valueOf(how.name()) : Answers.ENDED;
    }

    private static String answer(Exchange exchange) {
        String text = exchange.reply().text();
        return exchange.outcome() == Outcome.OPTIONS
                ? text + "\n" + String.join("\n", exchange.reply().options())
                : text;
    }

    private static List<String> without(Set<String> ones, Set<String> others) {
        return ones.stream().filter(address -> !others.contains(address)).toList();
    }

    private static Set<String> addresses(Exchange exchange) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Link link : exchange.reply().links()) {
            if (!link.href().isEmpty()) {
                addresses.add(address(link.href()));
            }
        }
        return addresses;
    }

    /** Sites answer on http and https alike; the demonstration city on a port of its own for each platform. */
    private static String address(String href) {
        try {
            URI address = new URI(href);
            String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
            if (host.isEmpty()) {
                return href;
            }
            String path = Objects.requireNonNullElse(address.getRawPath(), "");
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return (host.equals("127.0.0.1") ? "" : host) + (path.isEmpty() ? "/" : path) + query;
        } catch (URISyntaxException loose) {
            return href;
        }
    }
}
