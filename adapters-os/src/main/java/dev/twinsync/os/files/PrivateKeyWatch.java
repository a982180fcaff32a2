package dev.twinsync.os.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Looks for the header of a private key in bytes that pass by, however they are cut. */
public final class PrivateKeyWatch {

    public static final String REASON = "it holds a private key, which twin never records or writes";
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern HEADER =
            Pattern.compile(BEGIN + "(?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----");
    private static final int DASHES = 5;
    private static final int LONGEST = 80;

    private String rest = "";
    private boolean found;

    void pass(byte[] bytes, int offset, int length) {
        if (rest.indexOf('-') >= 0 || hasDashes(bytes, offset, offset + length)) {
            var text = rest + text(bytes, offset, length);
            found = found || (text.contains(BEGIN) && HEADER.matcher(text).find());
        }
        rest = length < LONGEST
                ? end(rest + text(bytes, offset, length))
                : text(bytes, offset + length - LONGEST, LONGEST);
    }

    /** Whether a header may begin there. Most files have none, and every fifth byte is enough to tell. */
    private static boolean hasDashes(byte[] bytes, int from, int end) {
        for (int at = from + DASHES - 1; at < end; at += DASHES) {
            if (bytes[at] == '-' && dashesAround(bytes, from, end, at) >= DASHES) {
                return true;
            }
        }
        return false;
    }

    private static int dashesAround(byte[] bytes, int from, int end, int at) {
        int first = at;
        while (first > from && bytes[first - 1] == '-') {
            first--;
        }
        int after = at + 1;
        while (after < end && bytes[after] == '-') {
            after++;
        }
        return after - first;
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST));
    }

    boolean found() {
        return found;
    }

    /** Whether there is one in all of these bytes. */
    public static boolean finds(byte[] content) {
        var watch = new PrivateKeyWatch();
        watch.pass(content, 0, content.length);
        return watch.found();
    }
}
