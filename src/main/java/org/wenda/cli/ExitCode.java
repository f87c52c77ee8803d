package org.wenda.cli;

/** What the program returns to the shell. A fixed list that scripts rely on. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** A gate that was asked for failed. */
    GATE_FAILED(1),
    /** The command or a file needs correcting. */
    NEEDS_CORRECTING(2),
    /** Something on this machine is missing or broken, or Wenda itself is. */
    MACHINE_BROKEN(3),
    /** A target could not be reached or blocked us. */
    TARGET_REFUSED(4),
    /** Done in part; can be resumed. */
    DONE_IN_PART(5),
    /** Interrupted; can be resumed. What a shell reports for Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
