package org.wenda.channel.phone;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.UnreachableBrowserException;
import org.wenda.channel.Arrival;
import org.wenda.channel.Discovery;
import org.wenda.channel.Hints;
import org.wenda.channel.browser.BrowserChannel;
import org.wenda.config.Settings;
import org.wenda.portal.Profile;
import org.wenda.portal.Vendor;
import org.wenda.transcript.Client;
import org.wenda.transcript.Entry;
import org.wenda.transcript.Move;
import org.wenda.transcript.Opening;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * The page inside an app's WebView, heard like any page of the web. There is one only where the app lets its WebView be
 * looked into, which release builds mostly do not.
 */
final class InnerPage {
    /** A WebView that has just been opened is listed a moment later. */
    private static final int LOOKS = 3;

    private final Settings settings;
    private final List<Vendor> vendors;
    private final Clock clock;

    InnerPage(Settings settings, List<Vendor> vendors, Clock clock) {
        this.settings = settings;
        this.vendors = vendors;
        this.clock = clock;
    }

    /**
     * Whether the page was come into.
     *
     * @param page the channel in it, which asks; null if it was not
     * @param open null as above
     * @param why why it was not, for people; null if it was
     */
    record Entered(
            @Nullable BrowserChannel page,
            Arrival.@Nullable Open open,
            @Nullable Message why) {}

    /** Looks into the WebView that the phone shows; the phone is back with its own views where that does not work. */
    Entered enter(Phone phone, URI address) {
        Optional<String> context = context(phone);
        if (context.isEmpty()) {
            return new Entered(null, null, message("webview.unlisted"));
        }
        try {
            BrowserChannel page = BrowserChannel.on(phone.enterPage(context.get()), settings, vendors, clock);
            if (page.open(address, Hints.NONE) instanceof Arrival.Open open) {
                return new Entered(page, open, null);
            }
            phone.leavePage();
            return new Entered(null, null, message("webview.noChat"));
        } catch (NoSuchSessionException | UnreachableBrowserException gone) {
            throw Phone.lost(gone);
        } catch (WebDriverException refused) {
            phone.leavePage();
            return new Entered(null, null, message("webview.refused", Phone.said(refused)));
        }
    }

    private static Optional<String> context(Phone phone) {
        for (int look = 1; look < LOOKS; look++) {
            Optional<String> context = phone.webContext();
            if (context.isPresent()) {
                return context;
            }
            phone.look();
        }
        return phone.webContext();
    }

    /**
     * Returns where a visit came to that led through an app into its page.
     *
     * @param move that a profile no longer fits; null if not
     */
    static Arrival.Open through(Journey journey, Arrival.Open inside, @Nullable Move move) {
        Discovery found = inside.discovery();
        Message how = message("webview.how", journey.marks().size());
        Discovery discovery = new Discovery(
                how,
                Stream.concat(journey.steps().stream(), found.steps().stream()).toList(),
                found.why(),
                found.others());
        Entry entry = inside.opening().entry();
        Entry whole = new Entry(
                how.in(Lang.EN),
                discovery.story().stream().map(said -> said.in(Lang.EN)).toList(),
                entry.address(),
                journey.followed(),
                journey.marks().size() + inside.profile().steps().size(),
                move);
        Opening opening = inside.opening();
        return new Arrival.Open(
                new Opening(whole, opening.greeting(), opening.suggestions(), opening.controls(), opening.ready()),
                way(journey.marks(), inside.profile()),
                discovery);
    }

    static Profile way(List<Profile.Mark> journey, Profile inside) {
        return new Profile(
                inside.target(),
                inside.address(),
                inside.saved(),
                Stream.concat(journey.stream(), inside.steps().stream()).toList(),
                inside.input(),
                inside.send());
    }

    /** Returns what a conversation in the page is held with: the phone's names, the page's clock. */
    static Client client(Client phone, Client page) {
        return new Client(
                phone.browser() + ", WebView", phone.driver(), phone.platform(), page.clockOffset(), page.clockError());
    }

    private static Message message(String key, Object... args) {
        return Message.of(InnerPage.class, key, args);
    }
}
