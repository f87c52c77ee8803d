package org.wenda.channel.phone;

import java.net.URI;
import java.util.Map;
import org.wenda.demo.DemoPhone;

/**
 * The simulated phone of a test, which several channels of it use one after the other.
 *
 * @param more what sessions are asked for besides
 */
record BorrowedPhone(DemoPhone phone, Map<String, Object> more) implements PhoneHost {
    @Override
    public URI take() {
        return phone.server();
    }

    @Override
    public void giveBack() {}

    @Override
    public Map<String, Object> capabilities(URI city) {
        return phone.capabilities(city, more);
    }

    @Override
    public void close() {}
}
