package org.vigia.screening.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.vigia.events.AlertKind;
import org.vigia.events.EvidenceKind;
import org.vigia.events.Severity;
import org.vigia.screening.state.EventRole;
import org.vigia.screening.state.Facet;
import org.vigia.screening.state.Finding;
import org.vigia.screening.state.Observation;

/**
 * A declaration that contradicts itself, the list, or what goods of the same name always declare: text, CAS number,
 * heading, value per kilogram, packages, weight of a tablet, laboratory result.
 */
public final class DeclarationMismatch implements Detector {

    private static final String HISTORY = "history";
    private static final String SERIES = "";

    @Override
    public AlertKind kind() {
        return AlertKind.DECLARATION_MISMATCH;
    }

    @Override
    public List<SeriesKey> series(Observation o) {
        return switch (o.getFacet()) {
            case GOODS ->
                List.of(new SeriesKey(
                        o.getPhrase().isEmpty() ? "event|" + o.getEventId() : "goods|" + o.getPhrase(), SERIES));
            case ITEM ->
                o.getRole() == EventRole.SEIZURE
                                && (o.getTablets() != null
                                        || !o.getLaboratoryResult().isEmpty())
                        ? List.of(new SeriesKey("event|" + o.getEventId(), SERIES))
                        : List.of();
            case IDENTIFIER -> List.of();
        };
    }

    @Override
    public Collection<Judged> judge(String partition, Observation changed, History history, Context context) {
        int reach = context.settings().count(HISTORY);
        TreeSet<Observation> affected = new TreeSet<>(History.ORDER);
        affected.addAll(history.between(SERIES, changed.getAt(), changed.getAt() + 1));
        affected.addAll(history.after(SERIES, changed, reach));
        if (affected.isEmpty()) {
            return List.of();
        }
        // The affected stand one after another in the series, so one reading has the history of all of them.
        List<Observation> read =
                new ArrayList<>(history.before(SERIES, affected.first(), reach).reversed());
        int first = read.size();
        read.addAll(affected);
        List<Judged> judged = new ArrayList<>();
        for (int at = first; at < read.size(); at++) {
            List<Observation> before = read.subList(Math.max(0, at - reach), at);
            judged.add(new Judged(read.get(at), find(read.get(at), before, context.settings())));
        }
        return judged;
    }

    private List<Finding> find(Observation claim, List<Observation> before, Settings settings) {
        if (!settings.enabled()) {
            return List.of();
        }
        List<Contradiction> contradictions = new ArrayList<>(Contradictions.within(claim, settings));
        if (claim.getFacet() == Facet.GOODS && !claim.getPhrase().isEmpty()) {
            List<Observation> usual = before.stream()
                    .filter(earlier -> !earlier.getEventId().equals(claim.getEventId()))
                    .toList();
            UsualDeclaration.contradictions(claim, usual, settings).stream()
                    .filter(found -> contradictions.stream()
                            .noneMatch(other -> other.what().equals(found.what())))
                    .forEach(contradictions::add);
        }
        return contradictions.isEmpty() ? List.of() : List.of(finding(claim, contradictions, settings));
    }

    private Finding finding(Observation claim, List<Contradiction> contradictions, Settings settings) {
        String what = claim.getFacet() == Facet.GOODS ? "goods line " + claim.getPart() : claim.getSubstanceName();
        FindingWriter writer = new FindingWriter(kind(), claim, "", settings)
                .severity(claim.getSubstance().isEmpty() ? Severity.MEDIUM : Severity.HIGH)
                .substance(claim.getSubstanceName().isEmpty() ? claim.getPhrase() : claim.getSubstanceName())
                .say("%s does not agree with itself or with what is known, in %s, declared as %s."
                        .formatted(FindingWriter.opening(claim), what, Words.quoted(claim.getDeclared())));
        for (Contradiction contradiction : contradictions) {
            writer.say(contradiction.sentence())
                    .used(contradiction.settings().toArray(String[]::new))
                    .event(claim, contradiction.facts());
            contradiction
                    .baseline()
                    .ifPresent(baseline -> writer.rests(
                            EvidenceKind.BASELINE, baseline, contradiction.sentence(), contradiction.facts()));
        }
        return writer.write();
    }
}
