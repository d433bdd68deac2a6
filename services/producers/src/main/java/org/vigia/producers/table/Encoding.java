package org.vigia.producers.table;

/** Recognises what a file is by its first bytes, to say so. */
final class Encoding {

    private Encoding() {}

    /** Length of the UTF-8 byte order mark at the beginning; 0 if there is none. */
    static int byteOrderMark(byte[] bytes) {
        return startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    /** What the file seems to be and what to do, for a file that is not text in UTF-8. */
    static String hint(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return "The file is UTF-16. Save it as UTF-8.";
        }
        if (startsWith(bytes, 0x50, 0x4B)) {
            return "The file is a ZIP archive or a spreadsheet. Export it as CSV.";
        }
        if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
            return "The file is a PDF document. Send CSV or JSON Lines.";
        }
        if (startsWith(bytes, 0x89, 0x50, 0x4E, 0x47) || startsWith(bytes, 0xFF, 0xD8)) {
            return "The file is an image. Send CSV or JSON Lines.";
        }
        return "Send CSV in UTF-8 with a header, or JSON Lines.";
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
