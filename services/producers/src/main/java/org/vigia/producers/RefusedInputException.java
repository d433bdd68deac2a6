package org.vigia.producers;

import java.util.List;
import org.vigia.events.RejectionReason;

/** An input that was to land as a whole was refused, so nothing of it has landed. Carries no stack trace: it is no bug. */
public final class RefusedInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /**
     * Why a row was refused.
     *
     * @param line its line in the input, 1-based
     * @param detail what is wrong and what to do
     */
    public record Refusal(long line, RejectionReason reason, String detail) {}

    RefusedInputException(List<Refusal> refusals) {
        super(refusals.getFirst().detail(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** The reasons, at least one. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
