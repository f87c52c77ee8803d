package org.wenda.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.wenda.channel.Channel;
import org.wenda.channel.FollowRequest;
import org.wenda.channel.Followed;
import org.wenda.link.HostGate;
import org.wenda.link.PublicNetwork;
import org.wenda.link.Site;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;
import org.wenda.words.Message;

/**
 * Clicks the links of a conversation, one after the other, once nothing more is asked. Every address once in a run;
 * what is not clicked is told with the reason. Used once.
 */
final class Clicks {
    /** Who waits longer for another host keeps the own one waiting; the link is followed over HTTP later. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Errand errand;
    private final Means means;
    private final Archive archive;
    private final Channel channel;
    private final Pacer.Visit visit;
    private final Predicate<URI> mayVisit;
    private boolean open = true;

    Clicks(Errand errand, Means means, Archive archive, Channel channel, Pacer.Visit visit) {
        this.errand = errand;
        this.means = means;
        this.archive = archive;
        this.channel = channel;
        this.visit = visit;
        Site site = means.links()
                .grounds()
                .site(errand.target().id(), errand.target().address());
        this.mayVisit = address -> PublicNetwork.refusal(address, site).isEmpty();
    }

    /**
     * Clicks what the exchanges offer.
     *
     * @param before how many links of this conversation were clicked before it was cut
     * @param kept is told each landing before the next link is clicked
     * @return whether the channel behaved, so that it can hold another conversation
     * @throws InterruptedException if the run is to end
     */
    boolean of(List<Exchange> exchanges, int before, Consumer<Landing> kept) throws InterruptedException {
        int clicked = before;
        Message over = null;
        for (Offer offer : offers(exchanges)) {
            if (means.stop().isRequested()) {
                throw new InterruptedException("the run is to end");
            }
            if (!archive.claimClick(offer.key(errand))) {
                continue;
            }
            if (over == null && clicked >= means.mostClicks()) {
                over = message("click-limit", means.mostClicks());
            }
            Landing landing = over == null
                    ? click(offer, clicked + 1)
                    : notClicked(offer, over).landing();
            if (landing.where() == Landing.Where.NOT_CLICKED) {
                archive.freeClick(offer.key(errand));
            } else {
                clicked++;
            }
            kept.accept(landing);
            if (over == null && !(open && landing.survived())) {
                over = message("click-lost", offer.link.text());
            }
        }
        return open;
    }

    private static List<Offer> offers(List<Exchange> exchanges) {
        Set<Link> seen = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        List<Offer> offers = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            for (Link link : exchange.reply().links()) {
                boolean isNew = isWeb(link) ? addresses.add(link.href()) : seen.add(link);
                if (isNew && (isScript(link) || isWeb(link) || isView(link))) {
                    offers.add(new Offer(exchange, link));
                }
            }
        }
        return offers;
    }

    private static boolean isWeb(Link link) {
        String href = link.href().toLowerCase(Locale.ROOT);
        return href.startsWith("http://") || href.startsWith("https://");
    }

    /** An app's own view tells no address before it is tapped. */
    private static boolean isView(Link link) {
        return link.href().isEmpty();
    }

    private static boolean isScript(Link link) {
        return link.href().toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    private Landing click(Offer offer, int place) throws InterruptedException {
        Followed followed;
        try {
            followed = paced(offer);
        } catch (RuntimeException e) {
            open = false;
            if (means.stop().comesWithin(Interview.BROWSER_WAS_FIRST)) {
                throw new InterruptedException("the run is to end");
            }
            return notClicked(offer, message("click-broken", String.valueOf(e.getMessage())))
                    .landing();
        }
        open = followed.open();
        byte[] picture = followed.picture();
        return picture == null
                ? followed.landing()
                : followed.landing().with(archive.landing(errand, offer.exchange, place, picture));
    }

    /** The own host is held by the visit already; another has to be free, and free soon. */
    private Followed paced(Offer offer) throws InterruptedException {
        try {
            return isAtHome(offer.link) ? atHome(offer) : abroad(offer);
        } catch (Postponed later) {
            return notClicked(offer, later.why());
        } catch (HostGate.Closed closed) {
            return notClicked(offer, closed.said());
        }
    }

    private Followed atHome(Offer offer) throws InterruptedException, Postponed {
        visit.beforeLink();
        try {
            return channel.follow(offer.request(mayVisit));
        } finally {
            visit.afterLink();
        }
    }

    private Followed abroad(Offer offer) throws InterruptedException, HostGate.Closed {
        Pacer.Request leave = means.pacer().request(uri(offer.link), PATIENCE);
        try {
            return channel.follow(offer.request(mayVisit));
        } finally {
            leave.close();
        }
    }

    private boolean isAtHome(Link link) {
        URI home = errand.target().address();
        URI address = uri(link);
        // A script says nowhere where it leads; most stay where they are.
        return address.getHost() == null || home == null || Hosts.of(address).equals(Hosts.of(home));
    }

    private static URI uri(Link link) {
        try {
            return new URI(link.href());
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }

    private Followed notClicked(Offer offer, Message reason) {
        return Followed.notClicked(offer.request(mayVisit), reason);
    }

    private static Message message(String key, Object... args) {
        return Message.of(Clicks.class, key, args);
    }

    private record Offer(Exchange exchange, Link link) {
        FollowRequest request(Predicate<URI> mayVisit) {
            return new FollowRequest(exchange.number(), link, mayVisit);
        }

        /**
         * Returns the name under which an address is clicked once in a run; what a script or a view does depends on
         * where it is.
         */
        String key(Errand errand) {
            return isWeb(link) ? link.href() : errand.name() + " " + link.text() + " " + link.href();
        }
    }
}
