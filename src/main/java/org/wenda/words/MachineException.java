package org.wenda.words;

import org.jspecify.annotations.Nullable;

/**
 * Something on this machine is missing or broken: a browser, a driver, a disk. The message says how to mend it; exit
 * code 3.
 */
public final class MachineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public MachineException(Message said, @Nullable Throwable cause) {
        super(said.in(Lang.EN), cause);
        this.said = said;
    }

    public Message said() {
        return said;
    }
}
