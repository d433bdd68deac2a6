package org.vigia.schemas.serde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** What Avro must be told before it reads a record that anyone may have written. */
final class AvroGuards {

    /** Events, and what applications keep in their own stores. */
    private static final String OURS = "org.vigia.";

    /** Far above any event, and far below what a length made of random bytes asks the heap for. */
    private static final String LONGEST = Integer.toString(32 << 20);

    static {
        limit("org.apache.avro.limits.bytes.maxLength");
        limit("org.apache.avro.limits.string.maxLength");
        ClassSecurityPredicate generated = type ->
                type.getName().startsWith(OURS) && (SpecificRecord.class.isAssignableFrom(type) || type.isEnum());
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), generated));
    }

    private AvroGuards() {}

    /** Trusts the classes generated from our schemas and limits lengths, unless system properties limit them already. */
    static void install() {
        // The static initialiser did it, once.
    }

    private static void limit(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, LONGEST);
        }
    }
}
