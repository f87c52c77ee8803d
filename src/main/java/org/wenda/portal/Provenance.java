package org.wenda.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from and when somebody last saw that it holds.
 *
 * @param source a file, an address or a person
 * @param checked the day on which it was seen to hold; null if never, which is shown as {@code unverified}
 */
public record Provenance(String source, @Nullable LocalDate checked) {
    public boolean isVerified() {
        return checked != null;
    }
}
