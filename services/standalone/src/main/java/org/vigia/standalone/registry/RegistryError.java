package org.vigia.standalone.registry;

/** What the registry answers when it refuses, with Confluent's error codes. */
final class RegistryError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private RegistryError(int code, String message) {
        super(message);
        this.code = code;
    }

    /** Error code for the body. */
    int code() {
        return code;
    }

    /** HTTP status: the first three digits of the code. */
    int status() {
        return code < 1_000 ? code : code / 100;
    }

    static RegistryError badRequest(String message) {
        return new RegistryError(400, message);
    }

    static RegistryError subjectNotFound(String subject) {
        return new RegistryError(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError versionNotFound(String version) {
        return new RegistryError(40402, "Version " + version + " not found.");
    }

    static RegistryError schemaNotFound(String what) {
        return new RegistryError(40403, "Schema " + what + " not found");
    }

    static RegistryError subjectSoftDeleted(String subject) {
        return new RegistryError(
                40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryError subjectNotSoftDeleted(String subject) {
        return new RegistryError(
                40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryError versionSoftDeleted(String subject, int version) {
        return new RegistryError(
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryError versionNotSoftDeleted(String subject, int version) {
        return new RegistryError(
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryError noCompatibilityLevel(String subject) {
        return new RegistryError(
                40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryError noMode(String subject) {
        return new RegistryError(40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryError incompatible(String subject, String details) {
        return new RegistryError(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + details);
    }

    static RegistryError invalidSchema(String message) {
        return new RegistryError(42201, message);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryError invalidLevel(String level) {
        return new RegistryError(
                42203,
                "Invalid compatibility level '" + level + "'. Valid values are none, backward, forward, full,"
                        + " backward_transitive, forward_transitive, and full_transitive");
    }

    static RegistryError invalidMode(String mode) {
        return new RegistryError(
                42204, "Invalid mode '" + mode + "'. Valid values are READWRITE, READONLY, and IMPORT");
    }

    static RegistryError notPermitted(String message) {
        return new RegistryError(42205, message);
    }

    static RegistryError referenceExists(String what) {
        return new RegistryError(42206, "One or more references exist to the schema " + what);
    }

    static RegistryError store(String message) {
        return new RegistryError(50001, message);
    }

    static RegistryError storeTimeout(String message) {
        return new RegistryError(50002, message);
    }
}
