package org.vigia.standalone.registry;

/** A named type that a schema uses and another subject's version defines. */
record SchemaReference(String name, String subject, int version) {}
