package dev.twinsync.os.supervisor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine below the fake, and what the fake wants of it before it does something. A field may be set by a test, or from outside by
 * {@code POST /_control/NAME}; lists stand there with commas between.
 */
public final class FakeSystem {

    /** In GiB, as the real one rounds it. */
    public volatile String diskFree = "20.5";

    public volatile List<String> unhealthy = List.of();
    public volatile List<String> unsupported = List.of();
    public volatile String state = "running";
    public volatile boolean supervisorInternet = true;

    /** {@code null}: nobody knows. */
    public volatile String hostInternet = "true";

    public volatile boolean autoUpdate = true;

    /** Those of its helpers that are old. */
    public volatile List<String> oldHelpers = List.of();

    /** What its owner lets it pass over. */
    public volatile List<String> ignored = List.of();

    /** Empty: backups stay on the device. */
    public volatile String backupMount = "";

    /** How many looks at it find it starting after its update. */
    public volatile int startsFor;

    /** Paths that it does not know, for it is old. */
    public volatile List<String> unknown = List.of();

    /** Refuses as the real one does, at the first condition that is not met. @param method {@code HomeAssistantCore.update} */
    void check(FakeHouse house, String method, String... conditions) {
        for (String condition : ORDER) {
            if (List.of(conditions).contains(condition) && !ignored.contains(condition)) {
                unmet(house, condition).ifPresent(why -> {
                    throw FakeReply.error(400, "'" + method + "' blocked from execution, " + why);
                });
            }
        }
    }

    private static final List<String> ORDER = List.of(
            "healthy",
            "running",
            "free_space",
            "internet_system",
            "internet_host",
            "haos",
            "os_supported",
            "home_assistant_core_supported",
            "supervisor_updated",
            "plugins_updated");

    /** What a new image needs. */
    static final String[] NEW_IMAGE = {"free_space", "healthy", "internet_host", "plugins_updated", "supervisor_updated"
    };

    private Optional<String> unmet(FakeHouse house, String condition) {
        return switch (condition) {
            case "healthy" -> when(!unhealthy.isEmpty(), "system is not healthy - " + String.join(", ", unhealthy));
            case "running" -> when(!state.equals("running"), "system is not running - " + state);
            case "free_space" ->
                when(Double.parseDouble(diskFree) < 2, "not enough free space (" + diskFree + "GB) left on the device");
            case "internet_system" -> when(!supervisorInternet, "no supervisor internet connection");
            case "internet_host" -> when(hostInternet.equals("false"), "no host internet connection");
            case "haos" -> when(house.os.isEmpty(), "no Home Assistant OS available");
            case "os_supported" -> when(unsupported.contains("os_version"), "unsupported OS version");
            case "home_assistant_core_supported" ->
                when(unsupported.contains("home_assistant_core_version"), "unsupported Home Assistant Core version");
            case "supervisor_updated" ->
                when(!house.supervisor.equals(house.supervisorLatest), "supervisor needs to be updated first");
            case "plugins_updated" ->
                when(
                        !autoUpdate && !oldHelpers.isEmpty(),
                        "plugin(s) " + String.join(", ", oldHelpers)
                                + " are not up to date and auto-update is disabled");
            default -> throw new AssertionError(condition);
        };
    }

    private static Optional<String> when(boolean unmet, String why) {
        return unmet ? Optional.of(why) : Optional.empty();
    }

    Optional<FakeReply> answer(FakeCall call) {
        if (unknown.contains(call.path())) {
            throw FakeReply.plain(404);
        }
        return Optional.ofNullable(
                switch (call.method() + " " + call.path()) {
                    case "GET host/info" -> FakeReply.ok(host());
                    case "GET network/info" -> FakeReply.ok("""
                            {"interfaces":[],"docker":{"interface":"hassio","address":"172.30.32.0/23","gateway":"172.30.32.1",
                            "dns":"172.30.32.3"},"host_internet":%s,"supervisor_internet":%s}""".formatted(hostInternet, supervisorInternet));
                    case "GET mounts" ->
                        FakeReply.ok("{\"default_backup_mount\":"
                                + (backupMount.isEmpty() ? "null" : FakeReply.quote(backupMount)) + ",\"mounts\":[]}");
                    case "GET cli/info", "GET dns/info", "GET audio/info", "GET multicast/info", "GET observer/info" ->
                        FakeReply.ok(helper(call.path().substring(0, call.path().indexOf('/'))));
                    case "POST jobs/options" -> ignore(call);
                    case "POST jobs/reset" -> ignore(List.of());
                    default -> null;
                });
    }

    /** It was updated, and begins anew. */
    void restart() {
        state = startsFor > 0 ? "startup" : "running";
    }

    /** What it says of itself; with each look it gets on. */
    synchronized String told() {
        var now = state;
        if (now.equals("startup") && --startsFor <= 0) {
            state = "running";
        }
        return now;
    }

    private String host() {
        return """
                {"agent_version":"1.7.2","apparmor_version":"3.1.2","chassis":"embedded","virtualization":"","cpe":"",
                "deployment":"production","disk_free":%s,"disk_total":28.6,"disk_used":7.1,"disk_life_time":10,
                "features":["reboot","haos","journal"],"hostname":"homeassistant","llmnr_hostname":"homeassistant","kernel":"6.12.0",
                "operating_system":"Home Assistant OS","timezone":"Europe/Berlin",
                "dt_utc":"2026-08-21T10:00:00+00:00","dt_synchronized":true,"use_ntp":true,"startup_time":20.1,
                "boot_timestamp":1787000000000000,"broadcast_llmnr":true,"broadcast_mdns":false}""".formatted(diskFree);
    }

    private String helper(String name) {
        return "{\"version\":\"2026.07.0\",\"version_latest\":\"2026.08.0\",\"update_available\":"
                + oldHelpers.contains(name) + "}";
    }

    private FakeReply ignore(FakeCall call) {
        return ignore(call.body("ignore_conditions").at("ignore_conditions").texts());
    }

    private FakeReply ignore(List<String> conditions) {
        ignored = conditions;
        return FakeReply.ok();
    }

    /** As a list in JSON. */
    static String list(List<String> words) {
        return words.stream().map(FakeReply::quote).collect(Collectors.joining(",", "[", "]"));
    }

    /** @param value {@code true}, a word, or words with commas between */
    void set(String name, String value) {
        var words = Stream.of(value.split(",")).filter(word -> !word.isBlank()).toList();
        switch (name) {
            case "diskFree" -> diskFree = value;
            case "unhealthy" -> unhealthy = words;
            case "unsupported" -> unsupported = words;
            case "state" -> state = value;
            case "supervisorInternet" -> supervisorInternet = Boolean.parseBoolean(value);
            case "hostInternet" -> hostInternet = value;
            case "autoUpdate" -> autoUpdate = Boolean.parseBoolean(value);
            case "oldHelpers" -> oldHelpers = words;
            case "backupMount" -> backupMount = value;
            default -> throw FakeReply.plain(404);
        }
    }
}
