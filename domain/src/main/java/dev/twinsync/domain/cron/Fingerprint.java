package dev.twinsync.domain.cron;

/** Twelve hexadecimal digits that stand for a text (FNV-1a). Two texts may share them: whoever uses them numbers such. */
final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int DIGITS = 12;

    private Fingerprint() {}

    static String of(String text) {
        long hash = OFFSET;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        return String.format("%016x", hash).substring(16 - DIGITS);
    }
}
