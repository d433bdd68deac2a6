package org.vigia.producers.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what is new in the successive claims that a file makes of one event. */
public final class Judgement {

    private Judgement() {}

    /**
     * One disposition for each claim. The claims up to the last one that says what is known are history that was loaded
     * before, so that loading a file again changes nothing even if it holds several claims of one event.
     *
     * @param known state of the last published claim of the event; null if there is none
     */
    public static List<Disposition> of(List<Claim> claims, @Nullable Fingerprint known) {
        int history = 0;
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).state().equals(known)) {
                history = i + 1;
            }
        }
        List<Disposition> dispositions = new ArrayList<>(claims.size());
        Fingerprint before = known;
        for (int i = 0; i < claims.size(); i++) {
            Fingerprint state = claims.get(i).state();
            dispositions.add(i < history ? Disposition.UNCHANGED : judge(state, before));
            before = i < history ? before : state;
        }
        return dispositions;
    }

    private static Disposition judge(Fingerprint state, @Nullable Fingerprint before) {
        if (state.equals(before)) {
            return Disposition.UNCHANGED;
        }
        if (state.equals(ClaimContent.RETRACTED)) {
            return Disposition.RETRACTED;
        }
        return before == null ? Disposition.ACCEPTED : Disposition.REVISED;
    }
}
