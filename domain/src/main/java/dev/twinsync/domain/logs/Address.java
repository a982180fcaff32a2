package dev.twinsync.domain.logs;

import java.util.regex.Pattern;

/** Tells what is an address of the internet protocol from what somebody would like to be taken for one. */
final class Address {

    private static final int LONGEST = 64;
    private static final int GROUPS = 8;
    private static final int TOO_MANY = GROUPS + 1;

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_.-]{1,15}");

    private Address() {}

    /** Version 4, or version 6 with or without an interface behind it: {@code fe80::1%eth0}. */
    static boolean isOne(String text) {
        return text.length() <= LONGEST && (V4.matcher(text).matches() || isV6OnInterface(text));
    }

    private static boolean isV6OnInterface(String text) {
        int end = text.indexOf('%');
        return end < 0
                ? isV6(text)
                : isV6(text.substring(0, end))
                        && INTERFACE.matcher(text.substring(end + 1)).matches();
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        return gap < 0
                ? groups(text, 2) == GROUPS
                : groups(text.substring(0, gap), TOO_MANY) + groups(text.substring(gap + 2), 2) < GROUPS;
    }

    /** How many there are, or more than there can be. @param v4 for how many an address of version 4 at the end counts */
    private static int groups(String text, int v4) {
        if (text.isEmpty()) {
            return 0;
        }
        var parts = text.split(":", -1);
        int count = 0;
        for (int at = 0; at < parts.length; at++) {
            boolean last = at == parts.length - 1;
            count += GROUP.matcher(parts[at]).matches()
                    ? 1
                    : last && V4.matcher(parts[at]).matches() ? v4 : TOO_MANY;
        }
        return count;
    }
}
