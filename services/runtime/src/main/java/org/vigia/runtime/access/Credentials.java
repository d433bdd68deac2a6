package org.vigia.runtime.access;

/** One kind of credentials. */
interface Credentials {

    /** Whether a bearer credential is of this kind. */
    boolean isMine(String bearer);

    /**
     * Who shows it.
     *
     * @throws NotAuthenticatedException if it is not good
     */
    Caller caller(String bearer);
}
