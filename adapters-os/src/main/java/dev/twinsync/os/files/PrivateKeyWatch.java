package dev.twinsync.os.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Looks for the header of a private key in bytes that pass by, however they are cut. */
public final class PrivateKeyWatch {

    public static final String REASON = "it holds a private key, which twin never records or writes";
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern HEADER =
            Pattern.compile(BEGIN + "(?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----");
    private static final int LONGEST = 80;

    private String rest = "";
    private boolean found;

    void pass(byte[] bytes, int offset, int length) {
        var text = rest + new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        found = found || (text.contains(BEGIN) && HEADER.matcher(text).find());
        rest = text.substring(Math.max(0, text.length() - LONGEST));
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
