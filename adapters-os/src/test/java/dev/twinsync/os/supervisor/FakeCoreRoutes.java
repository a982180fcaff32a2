package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import java.util.Optional;

/** The routes of versions: Home Assistant, the Supervisor, the operating system. */
record FakeCoreRoutes(FakeHouse house, FakeSwitches switches, FakeJobs jobs, FakeConfig config) {

    private static final String GROUP = "home_assistant_core";

    Optional<FakeReply> answer(FakeCall call) {
        return Optional.ofNullable(
                switch (call.method() + " " + call.path()) {
                    case "GET info" -> FakeReply.ok(info());
                    case "GET core/info" -> FakeReply.ok(core());
                    case "GET supervisor/info" -> FakeReply.ok(supervisor());
                    case "GET os/info" -> FakeReply.ok(os());
                    case "GET available_updates" -> FakeReply.ok(updates());
                    case "GET resolution/info" -> FakeReply.ok(resolution());
                    case "GET supervisor/ping",
                            "POST supervisor/reload",
                            "POST reload_updates",
                            "POST refresh_updates" -> FakeReply.ok();
                    case "POST core/check" -> check();
                    case "POST core/restart", "POST core/rebuild" -> restart(call);
                    case "POST core/stop" -> stop(call);
                    case "POST core/start" -> start();
                    case "POST core/update" -> update(call);
                    case "POST core/options" -> options(call);
                    case "POST supervisor/update" -> updateSupervisor(call);
                    case "POST supervisor/restart" -> did("supervisor restart");
                    case "POST os/update" -> updateOs(call);
                    case "POST host/reboot", "POST host/shutdown" -> reboot(call);
                    default -> null;
                });
    }

    private FakeReply did(String what) {
        house.done.add(what);
        return FakeReply.ok();
    }

    private FakeReply check() {
        jobs.refuseBesides(GROUP);
        house.done.add("core check");
        var log = switches.failCheck.isEmpty() ? config.faults() : Optional.of(switches.failCheck);
        log.ifPresent(faults -> {
            throw FakeReply.error(400, faults);
        });
        return FakeReply.ok();
    }

    private void refuseInMigration(boolean force) {
        if (switches.migration && !force) {
            throw FakeReply.error(503, "Offline database migration in progress, try again after it has completed");
        }
    }

    private FakeReply restart(FakeCall call) {
        refuseInMigration(call.body("safe_mode", "force").at("force").truth());
        jobs.refuseBesides(GROUP);
        house.coreRuns = true;
        return did(call.path().replace('/', ' '));
    }

    private FakeReply stop(FakeCall call) {
        refuseInMigration(call.body("force").at("force").truth());
        jobs.refuseBesides(GROUP);
        house.coreRuns = false;
        return did("core stop");
    }

    private FakeReply start() {
        jobs.refuseBesides(GROUP);
        house.coreRuns = true;
        return did("core start");
    }

    private FakeReply update(FakeCall call) {
        var body = call.body("version", "backup", "background");
        refuseInMigration(false);
        switches.system.check(house, "HomeAssistantCore.update", FakeSystem.NEW_IMAGE);
        var wanted = body.at("version").text();
        var version = wanted.isEmpty() ? house.coreLatest : wanted;
        if (version.equals(house.core)) {
            throw FakeReply.error(
                    400,
                    "Home Assistant version " + version + " is already installed",
                    "homeassistant_update_already_installed_error",
                    Tree.map().put("version", version).build());
        }
        if (version.startsWith("1999")) {
            throw FakeReply.error(
                    400,
                    "Updating Home Assistant image failed",
                    "homeassistant_update_image_error",
                    Tree.map().build());
        }
        var job = jobs.begin(
                "home_assistant_core_update",
                GROUP,
                "",
                false,
                body.at("background").truth(),
                () -> {
                    if (body.at("backup").truth()) {
                        house.save("core_" + house.core, true, java.util.List.of(), java.util.List.of());
                    }
                    if (switches.failUpdateWithRollback) {
                        house.issues.add("update_rollback");
                    } else if (!house.failsAfterBackups) {
                        house.core = version;
                    }
                });
        return FakeStoreRoutes.begun(job);
    }

    private FakeReply options(FakeCall call) {
        var body = call.body(
                "boot",
                "image",
                "port",
                "ssl",
                "watchdog",
                "refresh_token",
                "audio_input",
                "audio_output",
                "backups_exclude_database",
                "duplicate_log_file");
        house.duplicateLogFile = body.at("duplicate_log_file").truth();
        return FakeReply.ok();
    }

    private FakeReply updateSupervisor(FakeCall call) {
        call.body("version");
        if (house.supervisorLatest.equals(house.supervisor)) {
            throw FakeReply.error(400, "Version " + house.supervisor + " is already installed");
        }
        house.supervisor = house.supervisorLatest;
        switches.system.restart();
        return FakeReply.ok();
    }

    private FakeReply updateOs(FakeCall call) {
        var wanted = call.body("version").at("version").text();
        switches.system.check(
                house, "OSManager.update", "haos", "healthy", "internet_system", "running", "supervisor_updated");
        var version = wanted.isEmpty() ? house.osLatest : wanted;
        if (version.equals(house.os)) {
            throw FakeReply.error(400, "Version " + version + " is already installed");
        }
        house.osPending = version;
        return FakeReply.ok();
    }

    private FakeReply reboot(FakeCall call) {
        refuseInMigration(call.body("force").at("force").truth());
        if (!house.osPending.isEmpty() && call.path().endsWith("reboot")) {
            house.os = house.osPending;
            house.osPending = "";
        }
        return did(call.path().replace('/', ' '));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? "null" : FakeReply.quote(text);
    }

    private String info() {
        return """
                {"supervisor":%s,"homeassistant":%s,"hassos":%s,"docker":"28.3.3","hostname":"homeassistant",
                "operating_system":"Home Assistant OS","features":["reboot","haos","journal"],"machine":"generic-x86-64",
                "machine_id":"0a1b","arch":"amd64","state":"%s","supported_arch":["amd64"],"supported":%s,
                "channel":"stable","logging":"info","timezone":"Europe/Berlin"}""".formatted(
                        FakeReply.quote(house.supervisor),
                        orNull(house.core),
                        orNull(house.os),
                        switches.system.told(),
                        switches.system.unsupported.isEmpty());
    }

    private String core() {
        return """
                {"version":%s,"version_latest":%s,"update_available":%s,"machine":"generic-x86-64","ip_address":"172.30.32.1",
                "arch":"amd64","image":"registry.example/homeassistant","boot":true,"port":8123,"ssl":false,"watchdog":true,
                "audio_input":null,"audio_output":null,"backups_exclude_database":false,"duplicate_log_file":%s}""".formatted(
                        orNull(house.core),
                        FakeReply.quote(house.coreLatest),
                        !house.core.equals(house.coreLatest),
                        house.duplicateLogFile);
    }

    private String supervisor() {
        return """
                {"version":%s,"version_latest":%s,"update_available":%s,"channel":"stable","arch":"amd64","supported":%s,
                "healthy":%s,"ip_address":"172.30.32.2","timezone":"Europe/Berlin","logging":"info","debug":false,
                "debug_block":false,"diagnostics":null,"auto_update":%s,"detect_blocking_io":false,"country":"DE",
                "feature_flags":{"supervisor_v2_api":false},"wait_boot":5,"addons":[],"addons_repositories":[]}""".formatted(
                        FakeReply.quote(house.supervisor),
                        FakeReply.quote(house.supervisorLatest),
                        !house.supervisor.equals(house.supervisorLatest),
                        switches.system.unsupported.isEmpty(),
                        switches.system.unhealthy.isEmpty(),
                        switches.system.autoUpdate);
    }

    private String os() {
        return house.os.isEmpty()
                ? """
                {"version":null,"version_latest":%s,"version_pending":null,"update_available":false,"board":"supervised",
                "boot":null,"data_disk":null,"boot_slots":{}}""".formatted(FakeReply.quote(house.osLatest))
                : """
                {"version":%s,"version_latest":%s,"version_pending":%s,"update_available":%s,"board":"generic-x86-64",
                "boot":"A","data_disk":"Disk","boot_slots":{"A":{"state":"booted","status":"good","version":%s}}}""".formatted(
                                FakeReply.quote(house.os),
                                FakeReply.quote(house.osLatest),
                                orNull(house.osPending),
                                !house.os.equals(house.osLatest),
                                FakeReply.quote(house.os));
    }

    private String resolution() {
        var issues = house.issues.stream()
                .map(type -> "{\"uuid\":\"00\",\"type\":\"" + type + "\",\"context\":\"core\",\"reference\":null}")
                .toList();
        return "{\"unsupported\":" + FakeSystem.list(switches.system.unsupported) + ",\"unhealthy\":"
                + FakeSystem.list(switches.system.unhealthy) + ",\"issues\":" + issues
                + ",\"suggestions\":[],\"checks\":[]}";
    }

    private String updates() {
        return "{\"available_updates\":[{\"update_type\":\"core\",\"panel_path\":\"/update-available/core\",\"version_latest\":"
                + FakeReply.quote(house.coreLatest) + "}]}";
    }
}
