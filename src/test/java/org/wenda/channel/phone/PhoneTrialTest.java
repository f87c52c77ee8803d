package org.wenda.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.Map;
import org.testng.annotations.Test;
import org.wenda.channel.phone.PhoneTrial.Looked;
import org.wenda.channel.phone.PhoneTrial.Part;

/** What is said of a phone whose server is not there. */
public final class PhoneTrialTest {
    /** Names a server at a port that nothing can listen on. */
    private record Nowhere() implements PhoneHost {
        @Override
        public URI take() {
            return URI.create("http://127.0.0.1:1/");
        }

        @Override
        public void giveBack() {}

        @Override
        public Map<String, Object> capabilities(URI app) {
            return Map.of();
        }

        @Override
        public void close() {}
    }

    @Test
    public void stopsAtAServerThatDoesNotAnswer() {
        assertThat(new PhoneTrial(new Nowhere(), null).run(URI.create("android-app://com.example.app/")))
                .extracting(Looked::part, Looked::good, looked -> looked.found().toString())
                .containsExactly(tuple(Part.SERVER, false, "http://127.0.0.1:1/ does not answer: Connection refused"));
    }
}
