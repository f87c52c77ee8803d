package org.wenda.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.wenda.channel.phone.PhoneTrial.Looked;
import org.wenda.cli.Finding.State;
import org.wenda.words.Message;

/** The phone: server, driver, device, app, and whether its pages can be looked into. */
final class PhoneCheckup implements Checkup {
    private final Supplier<List<Looked>> trial;

    /** @param trial tries the phone out */
    PhoneCheckup(Supplier<List<Looked>> trial) {
        this.trial = trial;
    }

    @Override
    public List<Finding> findings() {
        return trial.get().stream().map(PhoneCheckup::finding).toList();
    }

    private static Finding finding(Looked looked) {
        String part = "doctor.phone." + looked.part().name().toLowerCase(Locale.ROOT);
        return looked.good()
                ? Finding.good(words(part), looked.found())
                : new Finding(State.MISSING, words(part), looked.found(), words(part + ".remedy"));
    }

    private static Message words(String key) {
        return Message.of(PhoneCheckup.class, key);
    }
}
