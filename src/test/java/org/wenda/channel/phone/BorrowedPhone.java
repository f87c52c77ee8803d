package org.wenda.channel.phone;

import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import org.wenda.demo.DemoPhone;

/**
 * The simulated phone of a test, which several channels of it use one after the other.
 *
 * @param asked what sessions are asked for, by the city's address and what they are asked for besides
 * @param more what sessions are asked for besides
 */
record BorrowedPhone(
        DemoPhone phone, BiFunction<URI, Map<String, Object>, Map<String, Object>> asked, Map<String, Object> more)
        implements PhoneHost {
    /** The phone as Android would tell of it. */
    BorrowedPhone(DemoPhone phone, Map<String, Object> more) {
        this(phone, phone::capabilities, more);
    }

    /** Returns the phone as an iPhone would tell of itself. */
    static BorrowedPhone asIphone(DemoPhone phone, Map<String, Object> more) {
        return new BorrowedPhone(phone, phone::iosCapabilities, more);
    }

    @Override
    public URI take() {
        return phone.server();
    }

    @Override
    public void giveBack() {}

    @Override
    public Map<String, Object> capabilities(URI city) {
        return asked.apply(city, more);
    }

    @Override
    public void close() {}
}
