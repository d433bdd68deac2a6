package org.vigia.screening.identity;

import java.util.Locale;

/**
 * One thing in a declaration that points to a substance or to a class.
 *
 * @param target id of the substance or of the class rule
 * @param kind how it points there
 * @param token what was declared, as it was written
 * @param detail what the token is, in English
 * @param confidence how likely goods that are declared so are the target, from 0 to 1
 */
public record Clue(String target, Kind kind, String token, String detail, double confidence) {

    /** How a clue points to its target. The confidence of each is explained in {@code docs/identity.md}. */
    public enum Kind {
        CAS(0.97, Source.NUMBER),
        /** A CAS number without its hyphens. */
        CAS_DIGITS(0.9, Source.NUMBER),
        /** The beginning of a CAS number. */
        CAS_FRAGMENT(0.75, Source.NUMBER),
        /** A CAS number that is right but for its check digit. */
        CAS_MISPRINT(0.72, Source.NUMBER),
        NAME(0.95, Source.TEXT),
        NAME_IN_TEXT(0.92, Source.TEXT),
        TRADE_NAME(0.8, Source.TEXT),
        ABBREVIATION(0.75, Source.TEXT),
        AMBIGUOUS_NAME(0.55, Source.TEXT),
        /** The spelling of another language. */
        LANGUAGE(0.9, Source.TEXT),
        WORD_ORDER(0.87, Source.TEXT),
        PRINT_ERROR(0.85, Source.TEXT),
        MISSPELLING(0.8, Source.TEXT),
        /** The structure that a systematic name describes is that of a substance of the table. */
        STRUCTURE(0.85, Source.STRUCTURE),
        /** That structure is what a class rule words. */
        CLASS_STRUCTURE(0.8, Source.STRUCTURE),
        /** The name is built on that of a member of the class. */
        CLASS_NAME(0.75, Source.TEXT),
        /** The HS subheading holds this substance only. */
        SUBHEADING(0.6, Source.HS);

        /** Clues of one source say the same thing again; clues of several support each other. */
        enum Source {
            NUMBER,
            TEXT,
            STRUCTURE,
            HS
        }

        private final double confidence;
        private final Source source;

        Kind(double confidence, Source source) {
            this.confidence = confidence;
            this.source = source;
        }

        /** What a clue of this kind is worth where nothing speaks against it. */
        public double confidence() {
            return confidence;
        }

        Source source() {
            return source;
        }

        /** In words, such as {@code word order}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static Clue of(String target, Kind kind, String token, String detail) {
        return new Clue(target, kind, token, detail, kind.confidence());
    }

    Clue times(double factor) {
        return new Clue(target, kind, token, detail, confidence * factor);
    }

    @Override
    public String toString() {
        return "\"%s\" is %s".formatted(token, detail);
    }
}
