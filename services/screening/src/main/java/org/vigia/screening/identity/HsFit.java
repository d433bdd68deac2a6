package org.vigia.screening.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a declared HS code is one under which a substance is classified. */
final class HsFit {

    private static final int CHAPTER = 2;
    private static final int HEADING = 4;
    private static final int SUBHEADING = 6;

    private final Map<String, KnownSubstance> ownSubheadings = new HashMap<>();

    HsFit(SubstanceTable table) {
        table.substances().stream()
                .filter(KnownSubstance::ownHeading)
                .forEach(substance -> ownSubheadings.put(substance.hs(), substance));
    }

    /** The substance that a subheading holds alone. */
    Optional<KnownSubstance> only(@Nullable String hs) {
        String digits = digits(hs);
        return digits.length() < SUBHEADING
                ? Optional.empty()
                : Optional.ofNullable(ownSubheadings.get(digits.substring(0, SUBHEADING)));
    }

    /** Whether a code agrees with a substance's subheading as far as both go. */
    static boolean agrees(@Nullable String hs, KnownSubstance substance) {
        String digits = digits(hs);
        return digits.length() >= SUBHEADING && substance.hs().equals(digits.substring(0, SUBHEADING));
    }

    /** What is wrong with a code for a substance: its chapter, else its heading. */
    static Optional<String> conflict(@Nullable String hs, KnownSubstance substance) {
        String digits = digits(hs);
        if (digits.length() < CHAPTER || substance.hs().isEmpty()) {
            return Optional.empty();
        }
        if (!substance.hs().startsWith(digits.substring(0, CHAPTER))) {
            return Optional.of("the HS code %s is of chapter %s, but %s belongs to %s"
                    .formatted(hs, digits.substring(0, CHAPTER), substance.name(), dotted(substance.hs())));
        }
        if (digits.length() >= HEADING && !substance.hs().startsWith(digits.substring(0, HEADING))) {
            return Optional.of("the HS code %s is of heading %s, but %s belongs to %s"
                    .formatted(hs, digits.substring(0, HEADING), substance.name(), dotted(substance.hs())));
        }
        return Optional.empty();
    }

    private static String dotted(String hs) {
        return hs.substring(0, HEADING) + "." + hs.substring(HEADING);
    }

    private static String digits(@Nullable String hs) {
        return hs == null ? "" : hs.replaceAll("\\D", "");
    }
}
