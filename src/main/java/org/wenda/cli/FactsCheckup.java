package org.wenda.cli;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wenda.cli.Finding.State;
import org.wenda.portal.App;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdiction.ChatbotName;
import org.wenda.portal.Provenance;
import org.wenda.portal.WebAddress;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/** How much of what is known of the jurisdictions nobody has checked yet. */
final class FactsCheckup implements Checkup {
    private final Supplier<List<Jurisdiction>> jurisdictions;

    FactsCheckup(Supplier<List<Jurisdiction>> jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    @Override
    public List<Finding> findings() {
        Message subject = words("doctor.facts");
        try {
            return List.of(finding(subject, jurisdictions.get()));
        } catch (InputException faulty) {
            return List.of(
                    new Finding(State.FAULTY, subject, words("doctor.facts.unreadable"), words("doctor.files.remedy")));
        }
    }

    private static Finding finding(Message subject, List<Jurisdiction> all) {
        List<Provenance> facts = all.stream().flatMap(FactsCheckup::facts).toList();
        long unverified = facts.stream().filter(fact -> !fact.isVerified()).count();
        Message found = words("doctor.facts.found", all.size(), facts.size(), unverified);
        return unverified == 0
                ? Finding.good(subject, found)
                : new Finding(State.NOTE, subject, found, words("doctor.facts.remedy"));
    }

    private static Stream<Provenance> facts(Jurisdiction jurisdiction) {
        Stream<Provenance> addresses = jurisdiction.web().stream().map(WebAddress::provenance);
        Stream<Provenance> apps = jurisdiction.apps().stream().map(App::provenance);
        Stream<Provenance> name = Stream.ofNullable(jurisdiction.chatbot()).map(ChatbotName::provenance);
        return Stream.of(addresses, apps, name).flatMap(facts -> facts);
    }

    private static Message words(String key, Object... args) {
        return Message.of(FactsCheckup.class, key, args);
    }
}
