package org.vigia.standalone.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigia.events.LedgerEntry;

/** The ledger of one run: per feed, and within it per file. */
public record Accounts(List<LedgerEntry> entries) {

    /** Sums of some entries. */
    public record Sums(long read, long accepted, long unchanged, long revised, long retracted, long rejected) {

        static Sums of(List<LedgerEntry> entries) {
            return new Sums(
                    entries.stream().mapToLong(LedgerEntry::getRead).sum(),
                    entries.stream().mapToLong(LedgerEntry::getAccepted).sum(),
                    entries.stream().mapToLong(LedgerEntry::getUnchanged).sum(),
                    entries.stream().mapToLong(LedgerEntry::getRevised).sum(),
                    entries.stream().mapToLong(LedgerEntry::getRetracted).sum(),
                    entries.stream().mapToLong(LedgerEntry::getRejected).sum());
        }

        /** Whether every record that was read is accounted for. */
        public boolean balanced() {
            return read == accepted + unchanged + revised + retracted + rejected;
        }

        void putInto(Map<String, Object> json) {
            json.put("read", read);
            json.put("accepted", accepted);
            json.put("unchanged", unchanged);
            json.put("revised", revised);
            json.put("retracted", retracted);
            json.put("rejected", rejected);
        }
    }

    /** Sums over all feeds. */
    public Sums total() {
        return Sums.of(entries);
    }

    List<Map<String, Object>> byFeed() {
        Map<String, List<LedgerEntry>> feeds = new TreeMap<>();
        entries.forEach(e ->
                feeds.computeIfAbsent(e.getFeed(), ignored -> new ArrayList<>()).add(e));
        List<Map<String, Object>> json = new ArrayList<>();
        feeds.forEach((feed, loads) -> {
            Map<String, Object> account = new LinkedHashMap<>();
            account.put("feed", feed);
            Sums.of(loads).putInto(account);
            account.put("files", loads.stream().map(Accounts::file).toList());
            json.add(account);
        });
        return json;
    }

    private static Map<String, Object> file(LedgerEntry load) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", load.getSource().getFile());
        json.put("checksum", load.getSource().getChecksum());
        json.put("batchId", load.getSource().getBatchId());
        Sums.of(List.of(load)).putInto(json);
        return json;
    }
}
