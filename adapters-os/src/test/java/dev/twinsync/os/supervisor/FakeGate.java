package dev.twinsync.os.supervisor;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may pass: what the real one checks before it looks for a route. */
record FakeGate(String token, FakeHouse house, FakeSwitches switches) {

    private static final String SLUG = "[-_.A-Za-z0-9]+";
    private static final Pattern BLOCKED = Pattern.compile("core/api/hassio([/_].*)?");
    private static final Pattern OPEN = Pattern.compile("core/api(/.*)?|supervisor/ping");
    private static final Pattern BYPASS =
            Pattern.compile("addons/self/(?!security|update)[^/]+|addons/self/options/config|info");

    private static final Map<String, Pattern> ROLES = Map.of(
            "default",
            Pattern.compile(".+/info"),
            "homeassistant",
            Pattern.compile(".+/info|core/.+"),
            "backup",
            Pattern.compile(".+/info|backups.*"),
            "manager",
            Pattern.compile(".+/info|addons(/" + SLUG
                    + "/(?!security).+|/reload)?|(audio|cli|core|dns|docker|jobs|hardware|host"
                    + "|multicast|network|observer|resolution|security|supervisor)/.+|available_updates|refresh_updates"
                    + "|backups.*|mounts.*|store.*|os/(?!datadisk/wipe).+"),
            "admin",
            Pattern.compile(".*"));

    void check(FakeCall call) {
        if (call.path().contains("../") || call.query().contains("../")) {
            throw FakeReply.plain(400);
        }
        if (!switches.notReady.isEmpty()) {
            throw FakeReply.error(400, "System is not ready with state: " + switches.notReady);
        }
        if (BLOCKED.matcher(call.path()).matches()) {
            throw FakeReply.plain(403);
        }
        if (!OPEN.matcher(call.path()).matches()) {
            checkToken(call);
        }
    }

    private void checkToken(FakeCall call) {
        var given = call.header("X-Supervisor-Token")
                .or(() -> call.header("X-Hassio-Key"))
                .or(() -> authorisation(call));
        if (given.isEmpty()) {
            throw FakeReply.plain(401);
        }
        boolean passes = BYPASS.matcher(call.path()).matches()
                || ROLES.get(switches.role).matcher(call.path()).matches();
        if (!given.get().equals(token) || !passes) {
            throw FakeReply.plain(403);
        }
    }

    /** Whether the one header that Home Assistant reads holds the token. */
    boolean bears(FakeCall call) {
        return authorisation(call).filter(token::equals).isPresent();
    }

    private static Optional<String> authorisation(FakeCall call) {
        return call.header("Authorization").map(text -> text.substring(text.lastIndexOf(' ') + 1));
    }
}
