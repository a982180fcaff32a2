package dev.twinsync.os.supervisor;

import java.util.regex.Pattern;

/** Guards what is put behind an address. */
final class Paths {

    /** A number below zero stands for a start of the machine. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]*|-[0-9]{1,9}");

    private Paths() {}

    /** The same path. */
    static String check(String path) {
        for (String part : path.split("/", -1)) {
            if (!PART.matcher(part).matches() || part.matches("\\.+")) {
                throw new IllegalArgumentException("no path of the Supervisor: " + path);
            }
        }
        return path;
    }
}
