package org.vigia.screening.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is declared about goods.
 *
 * @param text description, possibly empty
 * @param cas field for the CAS number as declared
 * @param hs HS code as declared, with or without dots
 */
public record Declaration(
        String text, @Nullable String cas, @Nullable String hs) {

    public Declaration {
        text = text.strip();
        cas = cas == null || cas.isBlank() ? null : cas.strip();
        hs = hs == null || hs.isBlank() ? null : hs.strip();
    }

    /** A description alone. */
    public static Declaration of(String text) {
        return new Declaration(text, null, null);
    }
}
