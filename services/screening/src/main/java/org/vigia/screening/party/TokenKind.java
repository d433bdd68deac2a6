package org.vigia.screening.party;

/** How much a word of a name says about who is meant. */
enum TokenKind {
    /** A word that names. */
    NAME,
    /** One letter that stands for a word. */
    INITIAL,
    /** A word that many organisations share, such as {@code trading}. */
    GENERIC,
    /** A country or a part of the world. */
    PLACE,
    /** A number, in digits or words or Roman; {@code Unit 7} is not {@code Unit 9}. */
    NUMBER
}
