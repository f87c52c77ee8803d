package org.wenda.portal;

import java.nio.file.Path;
import java.util.List;
import org.wenda.words.InputException;
import org.wenda.words.Problem;

/** The vendors known to a home directory, {@code scenarios/vendors/ID.yaml}. */
public final class Vendors {
    private Vendors() {}

    /**
     * Returns the vendors of a home directory in the order of their ids; none if it has no such folder.
     *
     * @throws InputException with all problems of all their files, if there are any
     */
    public static List<Vendor> in(Path home) {
        List<Path> files = VendorFile.folder(home).files();
        List<Problem> problems = VendorLint.check(files);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return files.stream()
                .map(file -> VendorFile.vendor(VendorFile.read(file).orThrow()))
                .toList();
    }
}
