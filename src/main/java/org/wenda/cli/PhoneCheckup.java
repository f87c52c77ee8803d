package org.wenda.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.wenda.channel.phone.PhoneTrial.Looked;
import org.wenda.channel.phone.PhoneTrial.Part;
import org.wenda.cli.Finding.State;
import org.wenda.words.Message;

/** The phone: server, driver, device, app, and whether its pages can be looked into. */
final class PhoneCheckup implements Checkup {
    /** Where an iPhone wants something else done. */
    private static final Set<Part> OTHERWISE = Set.of(Part.DRIVER, Part.DEVICE, Part.APP);

    private final boolean ios;
    private final Supplier<List<Looked>> trial;

    /**
     * @param ios whether the phone is an iPhone
     * @param trial tries the phone out
     */
    PhoneCheckup(boolean ios, Supplier<List<Looked>> trial) {
        this.ios = ios;
        this.trial = trial;
    }

    @Override
    public List<Finding> findings() {
        return trial.get().stream().map(this::finding).toList();
    }

    private Finding finding(Looked looked) {
        String part = "doctor.phone." + looked.part().name().toLowerCase(Locale.ROOT);
        String remedy = part + ".remedy" + (ios && OTHERWISE.contains(looked.part()) ? ".ios" : "");
        return looked.good()
                ? Finding.good(words(part), looked.found())
                : new Finding(State.MISSING, words(part), looked.found(), words(remedy));
    }

    private static Message words(String key) {
        return Message.of(PhoneCheckup.class, key);
    }
}
