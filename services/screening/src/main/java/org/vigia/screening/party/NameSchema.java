package org.vigia.screening.party;

/** What kind of thing a name is the name of, which decides how it is read. */
public enum NameSchema {
    PERSON,
    ORGANISATION,
    VESSEL
}
