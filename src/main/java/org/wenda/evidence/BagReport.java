package org.wenda.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking one bag.
 *
 * @param bag its folder
 * @param identifier what {@code bag-info.txt} calls it; null if it does not say
 * @param sealedAt when it says that it was sealed; null if it does not say
 * @param files how many payload files are there
 * @param octets how many bytes they have together
 * @param faults all that is wrong, in the order of the files
 * @param signature who signed it; null if nobody did or the signature does not hold
 * @param timeStamp who stamped it; null if nobody did or the stamp does not hold
 * @param unstamped why there is no time stamp although one was asked for, as the bag itself says; null if none was
 */
public record BagReport(
        Path bag,
        @Nullable String identifier,
        @Nullable String sealedAt,
        int files,
        long octets,
        List<BagFault> faults,
        @Nullable Signature signature,
        @Nullable Stamp timeStamp,
        @Nullable String unstamped) {
    public BagReport {
        faults = List.copyOf(faults);
    }

    /**
     * A signature that holds. That the key is somebody's is for the reader to know: compare the fingerprint with what
     * its owner has published.
     *
     * @param algorithm {@code Ed25519} or {@code SHA512withRSA}
     * @param fingerprint SHA-256 of the public key in its DER form, in small hexadecimal digits
     * @param subject whose key it is by the certificate that lies beside; null if none does. Nobody vouches for it here
     */
    public record Signature(
            String algorithm, String fingerprint, @Nullable String subject) {}

    /**
     * A time stamp that holds: the bag was as it is at that time, if the authority is to be trusted.
     *
     * @param authority subject of the authority's certificate. Nobody vouches for it here
     * @param serialNumber of the stamp, at the authority
     */
    public record Stamp(Instant at, String authority, String serialNumber) {}

    /** Returns the same with one fault more. */
    BagReport with(BagFault fault) {
        List<BagFault> all = new ArrayList<>(faults);
        all.add(fault);
        return new BagReport(bag, identifier, sealedAt, files, octets, all, signature, timeStamp, unstamped);
    }

    /** Returns whether all that is listed is there, and nothing else (RFC 8493, section 3). */
    public boolean isComplete() {
        return faults.stream().noneMatch(fault -> fault.kind().isIncomplete());
    }

    /** Returns whether it is complete and nothing in it was changed. */
    public boolean isValid() {
        return faults.isEmpty();
    }
}
