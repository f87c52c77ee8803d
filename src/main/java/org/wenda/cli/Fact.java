package org.wenda.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenda.portal.App;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Provenance;
import org.wenda.portal.Vendor;
import org.wenda.words.Message;

/**
 * One thing that a file says of a jurisdiction or a vendor, and where it was taken from.
 *
 * @param of id of the jurisdiction or vendor
 * @param what which kind of thing, such as "address"
 * @param value the thing itself, such as the address
 */
record Fact(String of, Message what, String value, Provenance provenance) {
    /** Returns the facts about all of them, in their order. */
    static List<Fact> about(List<Jurisdiction> jurisdictions, List<Vendor> vendors) {
        Stream<Fact> ofVendors =
                vendors.stream().map(one -> new Fact(one.id(), words("fact.vendor"), one.name(), one.provenance()));
        return Stream.concat(jurisdictions.stream().flatMap(Fact::about), ofVendors)
                .toList();
    }

    private static Stream<Fact> about(Jurisdiction jurisdiction) {
        String of = jurisdiction.id();
        Stream<Fact> addresses = jurisdiction.web().stream()
                .map(web -> new Fact(of, words("fact.address"), web.url().toString(), web.provenance()));
        Stream<Fact> apps =
                jurisdiction.apps().stream().map(app -> new Fact(of, words("fact.app"), shown(app), app.provenance()));
        Stream<Fact> name = Stream.ofNullable(jurisdiction.chatbot())
                .map(chatbot -> new Fact(of, words("fact.chatbot"), chatbot.name(), chatbot.provenance()));
        Stream<Fact> code = Stream.ofNullable(jurisdiction.regionCodeProvenance())
                .map(from -> new Fact(of, words("fact.code"), String.valueOf(jurisdiction.regionCode()), from));
        return Stream.of(addresses, apps, name, code).flatMap(facts -> facts);
    }

    boolean isVerified() {
        return provenance.isVerified();
    }

    /** Returns the line that a person reads. */
    Message line() {
        LocalDate checked = provenance.checked();
        Message state = checked == null ? words("fact.unverified") : words("fact.checked", checked);
        return words("fact.line", state, of, what, value, provenance.source());
    }

    private static String shown(App app) {
        return Stream.of(app.name(), app.android(), app.ios())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static Message words(String key, Object... args) {
        return Message.of(Fact.class, key, args);
    }
}
