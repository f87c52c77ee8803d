package org.wenda.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;
import org.wenda.yaml.Fault;
import org.wenda.yaml.Node;

/** How a day, an address and a provenance stand in a file. */
final class Facts {
    private Facts() {}

    static Provenance provenance(Node fact) {
        @Nullable
        LocalDate checked =
                fact.find("checked").map(day -> LocalDate.parse(day.text())).orElse(null);
        return new Provenance(fact.text("source"), checked);
    }

    /** Returns the fault of a day that has the form of one but is none, such as 2026-02-30. */
    static List<Fault> day(Node fact, String key) {
        return fact.find(key)
                .filter(day -> day.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && !isDay(day.text()))
                .map(day -> List.of(day.fault(Message.of(Facts.class, "day.none", day.text()))))
                .orElse(List.of());
    }

    /** Returns the fault of an address that has the form of one but is none, such as {@code https://}. */
    static List<Fault> address(Node fact, String key) {
        return fact.find(key)
                .filter(url ->
                        url.text().matches("https?://\\S+") && host(url.text()).isEmpty())
                .map(url -> List.of(url.fault(Message.of(Facts.class, "address.none", url.text()))))
                .orElse(List.of());
    }

    /** Returns the host of an address; empty if it is no address. */
    static Optional<String> host(String url) {
        try {
            URI uri = new URI(url);
            return uri.getUserInfo() == null ? Optional.ofNullable(uri.getHost()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
