package org.wenda.link;

import java.net.URI;
import org.wenda.words.Message;

/** Makes requests wait until their host may be asked, so that links share the conversation's manners. */
@FunctionalInterface
public interface HostGate {
    /** Lets everybody in at once: for loopback and tests. */
    HostGate OPEN = address -> new Pass() {
        @Override
        public void rest(long retryAfterSeconds) {}

        @Override
        public void close() {}
    };

    /**
     * Waits until the host of an address may be requested once.
     *
     * @return held while the request runs; closed by the one who entered
     * @throws Closed if the host must not be asked soon
     */
    Pass enter(URI address) throws InterruptedException, Closed;

    /** Leave for one request. */
    interface Pass extends AutoCloseable {
        /**
         * Tells that the host asked to be left alone.
         *
         * @param retryAfterSeconds what the host said, not negative, however absurd
         */
        void rest(long retryAfterSeconds);

        @Override
        void close();
    }

    /** The host must not be asked soon; its links are not followed in this run. */
    final class Closed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Message said;

        public Closed(Message said) {
            super(said.toString());
            this.said = said;
        }

        public Message said() {
            return said;
        }
    }
}
