package org.wenda.run;

import org.jspecify.annotations.Nullable;

/** What is remembered of hosts, shared by all runs on this machine. */
interface Ledger {
    /** Returns the page of a host for sole use, or null while another run holds it. */
    @Nullable
    Page hold(String host);

    /** The page of one host. A crash gives it free. */
    interface Page extends AutoCloseable {
        HostState read();

        /** Keeps the state, so that it is there whole even if this program ends now. */
        void write(HostState state);

        @Override
        void close();
    }
}
