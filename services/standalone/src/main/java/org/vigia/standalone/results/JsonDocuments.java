package org.vigia.standalone.results;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigia.events.Alert;
import org.vigia.events.EventRisk;
import org.vigia.events.Evidence;
import org.vigia.events.Handling;
import org.vigia.events.RejectedRecord;
import org.vigia.events.RestatingClaim;
import org.vigia.events.RiskPart;
import org.vigia.events.Source;
import org.vigia.events.TrendFigures;
import org.vigia.events.TrendRestatement;

/** Output records as JSON objects with the names that users rely on. */
final class JsonDocuments {

    private JsonDocuments() {}

    static Map<String, @Nullable Object> of(Alert alert) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("alertId", alert.getAlertId());
        json.put("kind", alert.getKind());
        json.put("severity", alert.getSeverity());
        json.put("status", alert.getStatus());
        json.put("version", alert.getVersion());
        json.put("occurredAt", alert.getOccurredAt().toString());
        json.put("detectedAt", alert.getDetectedAt().toString());
        json.put("subjectId", alert.getSubjectId());
        json.put("substances", alert.getSubstances());
        json.put("parties", alert.getParties());
        json.put("explanation", alert.getExplanation());
        json.put("evidence", alert.getEvidence().stream().map(JsonDocuments::of).toList());
        json.put("handling", of(alert.getHandling()));
        json.put("concerns", alert.getConcerns());
        return json;
    }

    static Map<String, @Nullable Object> of(EventRisk risk) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("eventId", risk.getEventId());
        json.put("score", risk.getScore());
        json.put("parts", risk.getParts().stream().map(JsonDocuments::of).toList());
        json.put("settingsVersion", risk.getSettingsVersion());
        json.put("occurredAt", risk.getOccurredAt().toString());
        json.put("handling", of(risk.getHandling()));
        return json;
    }

    private static Map<String, @Nullable Object> of(RiskPart part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("alertId", part.getAlertId());
        json.put("kind", part.getKind());
        json.put("severity", part.getSeverity());
        json.put("points", part.getPoints());
        json.put("occurrences", part.getOccurrences());
        return json;
    }

    static Map<String, @Nullable Object> of(TrendRestatement restatement) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("restatementId", restatement.getRestatementId());
        json.put("series", restatement.getSeries());
        json.put("granularity", restatement.getGranularity());
        json.put("window_start", restatement.getWindowStart().toString());
        json.put("window_end", restatement.getWindowEnd().toString());
        json.put("drug", restatement.getDrug());
        json.put("country", restatement.getCountry());
        json.put("area", restatement.getArea());
        json.put("agency", restatement.getAgency());
        json.put("before", of(restatement.getBefore()));
        json.put("after", of(restatement.getAfter()));
        json.put("batchId", restatement.getBatchId());
        json.put("claimCount", restatement.getClaimCount());
        json.put(
                "claims",
                restatement.getClaims().stream().map(JsonDocuments::of).toList());
        json.put("tlp", restatement.getTlp());
        return json;
    }

    static Map<String, @Nullable Object> of(RejectedRecord rejected) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("feed", rejected.getFeed());
        json.put("source", rejected.getSource().getFile());
        json.put("line", rejected.getSource().getLine());
        json.put("reason", rejected.getReason());
        json.put("detail", rejected.getDetail());
        byte[] raw = new byte[rejected.getRaw().remaining()];
        rejected.getRaw().duplicate().get(raw);
        @Nullable String text = utf8(raw);
        // Bytes that are not UTF-8 are shown as latin-1, which keeps every byte, and once more exactly.
        json.put("raw", text != null ? text : new String(raw, StandardCharsets.ISO_8859_1));
        if (text == null) {
            json.put("rawBase64", Base64.getEncoder().encodeToString(raw));
        }
        if (rejected.getRawTruncated()) {
            json.put("rawTruncated", true);
        }
        return json;
    }

    private static Map<String, @Nullable Object> of(Evidence evidence) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", evidence.getKind());
        json.put("reference", evidence.getReference());
        json.put("detail", evidence.getDetail());
        json.put("facts", new TreeMap<>(evidence.getFacts()));
        json.put("source", of(evidence.getSource()));
        return json;
    }

    private static Map<String, @Nullable Object> of(RestatingClaim claim) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("eventId", claim.getEventId());
        json.put("cause", claim.getCause());
        json.put("change", of(claim.getChange()));
        json.put("source", of(claim.getSource()));
        return json;
    }

    private static Map<String, @Nullable Object> of(TrendFigures figures) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("events", figures.getEvents());
        json.put("quantity_kg", Decimals.kilograms(figures.getMicrograms()));
        json.put("litres", Decimals.litres(figures.getMicrolitres()));
        json.put("units", Decimals.units(figures.getMilliunits()));
        @Nullable Long equivalent = figures.getMorphineEquivalentMicrograms();
        json.put("mme_kg", equivalent == null ? null : Decimals.kilograms(equivalent));
        return json;
    }

    private static Map<String, @Nullable Object> of(Handling handling) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tlp", handling.getTlp());
        json.put("originator", handling.getOriginator());
        json.put("caveats", List.copyOf(handling.getCaveats()));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> of(@Nullable Source source) {
        if (source == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", source.getFile());
        json.put("line", source.getLine());
        json.put("checksum", source.getChecksum());
        json.put("batchId", source.getBatchId());
        return json;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
