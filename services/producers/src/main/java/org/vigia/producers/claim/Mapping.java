package org.vigia.producers.claim;

/** How rows become events. */
public sealed interface Mapping permits RowMapping, GroupMapping {}
