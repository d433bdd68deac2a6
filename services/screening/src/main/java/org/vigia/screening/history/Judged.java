package org.vigia.screening.history;

import java.util.List;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * What a detector finds in a partition about one observation, now.
 *
 * @param findings all of them; none takes back what was found before
 */
public record Judged(Observation subject, List<Finding> findings) {

    public Judged {
        findings = List.copyOf(findings);
    }
}
