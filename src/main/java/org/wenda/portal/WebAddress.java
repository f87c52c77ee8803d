package org.wenda.portal;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A web address of a jurisdiction.
 *
 * @param kind which of its sites this is
 * @param url where a visit begins
 * @param note what a tester should know, such as "2021 address"; null if nothing
 */
public record WebAddress(
        Kind kind, URI url, Provenance provenance, @Nullable String note) {
    /** Which of a jurisdiction's sites an address is; the first in this order is asked. */
    public enum Kind {
        /** 政务服务网. */
        SERVICE,
        /** 政府门户网站. */
        MAIN
    }
}
