package org.vigia.screening.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that does not agree with another.
 *
 * @param what CAS, HS, VALUE, PACKAGES, TABLETS or LABORATORY
 * @param sentence says it in plain English
 * @param facts the values, by name
 * @param baseline what it was compared with, if not with the declaration itself
 * @param settings those that were used
 */
record Contradiction(
        String what, String sentence, Map<String, String> facts, Optional<String> baseline, List<String> settings) {}
