package org.vigia.simulation.planted;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be found.
 *
 * @param subjectId the event, or key of the trend, with which the case is complete
 * @param subjectIds everything that an alert of this case may name as its subject
 * @param why what was planted, in a sentence
 */
public record Truth(Kind kind, String subjectId, List<String> subjectIds, String why) {

    public Truth {
        subjectIds = List.copyOf(subjectIds);
    }

    /** One line of JSON. */
    public String json() {
        return "{\"kind\":\"" + kind + "\",\"subjectId\":" + quoted(subjectId) + ",\"subjectIds\":["
                + subjectIds.stream().map(Truth::quoted).collect(Collectors.joining(",")) + "],\"why\":" + quoted(why)
                + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
