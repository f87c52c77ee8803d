package org.wenda.cli;

import java.util.List;
import java.util.function.Supplier;
import org.wenda.cli.Finding.State;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Vendor;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/** How much of what is known of the jurisdictions and vendors nobody has checked yet. */
final class FactsCheckup implements Checkup {
    private final Supplier<List<Jurisdiction>> jurisdictions;
    private final Supplier<List<Vendor>> vendors;

    FactsCheckup(Supplier<List<Jurisdiction>> jurisdictions, Supplier<List<Vendor>> vendors) {
        this.jurisdictions = jurisdictions;
        this.vendors = vendors;
    }

    @Override
    public List<Finding> findings() {
        Message subject = words("doctor.facts");
        try {
            return List.of(finding(subject, jurisdictions.get(), vendors.get()));
        } catch (InputException faulty) {
            Message first = faulty.problems().get(0).message();
            return List.of(new Finding(
                    State.FAULTY, subject, words("doctor.facts.unreadable", first), words("doctor.files.remedy")));
        }
    }

    /** Returns every fact, checked or not; none if the files cannot be read, which {@link #findings} says. */
    List<Fact> facts() {
        try {
            return Fact.about(jurisdictions.get(), vendors.get());
        } catch (InputException faulty) {
            return List.of();
        }
    }

    private static Finding finding(Message subject, List<Jurisdiction> all, List<Vendor> vendors) {
        List<Fact> facts = Fact.about(all, vendors);
        long unverified = facts.stream().filter(fact -> !fact.isVerified()).count();
        Message found = words("doctor.facts.found", all.size(), vendors.size(), facts.size(), unverified);
        return unverified == 0
                ? Finding.good(subject, found)
                : new Finding(State.NOTE, subject, found, words("doctor.facts.remedy"));
    }

    private static Message words(String key, Object... args) {
        return Message.of(FactsCheckup.class, key, args);
    }
}
