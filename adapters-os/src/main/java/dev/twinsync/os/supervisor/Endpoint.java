package dev.twinsync.os.supervisor;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a Supervisor listens.
 *
 * @param base with scheme and host, and nothing behind them: {@code http://supervisor}
 */
record Endpoint(String base) {

    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>https?://)?(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])(?<port>:[0-9]{1,5})?/?");

    static final Endpoint INSIDE = new Endpoint("http://supervisor");
    static final Endpoint ON_HOST = new Endpoint("http://172.30.32.2");

    /** As the variable of the command {@code ha} has it: a host, or an address with its scheme. */
    static Endpoint of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("no address of a Supervisor: " + text);
        }
        var scheme = match.group("scheme") == null ? "http://" : match.group("scheme");
        var port = match.group("port") == null ? "" : match.group("port");
        return new Endpoint(scheme + match.group("host") + port);
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** @param path with its query, if it has one */
    URI at(String path) {
        return URI.create(base + "/" + path);
    }

    @Override
    public String toString() {
        return base;
    }
}
