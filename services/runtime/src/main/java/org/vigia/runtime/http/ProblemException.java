package org.vigia.runtime.http;

import java.util.Map;

/** Ends a request with a problem. Carries no stack trace: it is no bug. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** Answers with a problem and some headers besides. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** Answers with a problem. */
    public ProblemException(int status, String title, String detail) {
        this(Problem.of(status, title, detail), Map.of());
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
