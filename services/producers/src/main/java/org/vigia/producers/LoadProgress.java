package org.vigia.producers;

/** Is told how far a load has come, about every thousand rows and at the end. */
@FunctionalInterface
public interface LoadProgress {

    /**
     * Tells how far the load has come.
     *
     * @param rowsRead data rows read so far
     * @param bytesRead bytes of the file read so far, before unpacking
     * @param bytesTotal size of the file
     */
    void rows(long rowsRead, long bytesRead, long bytesTotal);

    /** Tells nobody. */
    static LoadProgress none() {
        return (rowsRead, bytesRead, bytesTotal) -> {};
    }
}
