package org.vigia.producers.definition;

import java.util.List;

/** A definition cannot be used. The message has a line for each problem: file, line, what is wrong and what to write. */
public final class DefinitionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    DefinitionException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
