package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** The routes of what is installed. */
record FakeAddonRoutes(FakeHouse house, FakeSwitches switches, FakeJobs jobs) {

    Optional<FakeReply> answer(FakeCall call) {
        if (call.is("GET", "addons")) {
            return Optional.of(FakeReply.ok(Tree.map()
                    .put(
                            "addons",
                            Tree.list(house.installed().stream()
                                    .map(addon -> FakeReply.tree("{" + addon.line() + "}"))
                                    .toList()))
                    .build()));
        }
        return call.match("GET", "addons/*/info")
                .map(this::info)
                .or(() -> call.match("POST", "addons/*/*").map(parts -> change(parts, call)))
                .or(() -> call.match("POST", "addons/*/options/validate").map(parts -> validate(parts, call)));
    }

    private FakeAddon any(String slug) {
        if (slug.equals("self") && house.self.isEmpty()) {
            throw FakeReply.error(400, "Self is not an App");
        }
        return house.addon(slug).orElseThrow(() -> FakeReply.error(404, "App " + slug + " does not exist"));
    }

    private FakeAddon installed(String slug) {
        var addon = any(slug);
        if (!addon.isInstalled()) {
            throw FakeReply.error(400, "App is not installed");
        }
        return addon;
    }

    private FakeReply info(List<String> parts) {
        boolean shows = List.of("manager", "admin").contains(switches.role)
                || any(parts.get(1)).slug.equals(house.self);
        return FakeReply.ok(any(parts.get(1)).info(shows));
    }

    private FakeReply change(List<String> parts, FakeCall call) {
        return switch (parts.get(2)) {
            case "start", "restart" -> start(installed(parts.get(1)));
            case "stop" -> stop(installed(parts.get(1)));
            case "uninstall" -> uninstall(installed(parts.get(1)), call);
            case "options" -> options(installed(parts.get(1)), call);
            case "security" -> {
                installed(parts.get(1)).isProtected =
                        call.body("protected").at("protected").truth();
                yield FakeReply.ok();
            }
            case String _ -> throw FakeReply.plain(404);
        };
    }

    private FakeReply start(FakeAddon addon) {
        jobs.refuseBesides("app_" + addon.slug);
        house.done.add("start " + addon.slug);
        if (switches.failStart) {
            addon.state = "error";
            throw FakeReply.error(
                    400,
                    "Cannot start app " + addon.slug + ": port 1883 is already in use",
                    "app_port_conflict",
                    Tree.map()
                            .put("name", addon.slug)
                            .put("port", Tree.literal(1883))
                            .build());
        }
        addon.state = "started";
        return FakeReply.ok();
    }

    private FakeReply stop(FakeAddon addon) {
        jobs.refuseBesides("app_" + addon.slug);
        house.done.add("stop " + addon.slug);
        addon.state = "stopped";
        return FakeReply.ok();
    }

    private FakeReply uninstall(FakeAddon addon, FakeCall call) {
        call.body("remove_config");
        jobs.refuseBesides("app_" + addon.slug);
        addon.version = "";
        addon.state = "unknown";
        addon.options = addon.defaults;
        return FakeReply.ok();
    }

    /** All of it or nothing. */
    private FakeReply options(FakeAddon addon, FakeCall call) {
        var body = call.body(
                "options",
                "boot",
                "auto_update",
                "watchdog",
                "network",
                "ingress_panel",
                "audio_input",
                "audio_output");
        var keys = body.entries();
        if (body.at("options").tree() instanceof Tree.Mapping) {
            addon.objection(body.at("options")).ifPresent(objection -> {
                throw FakeReply.error(
                        400,
                        "App " + addon.slug + " has invalid options: " + objection,
                        "app_configuration_invalid_error",
                        Tree.map()
                                .put("app", addon.slug)
                                .put("validation_error", objection)
                                .build());
            });
            addon.options = addon.known(body.at("options"));
        } else if (keys.containsKey("options")) {
            addon.options = addon.defaults;
        }
        addon.boot = keys.containsKey("boot") ? body.at("boot").text() : addon.boot;
        addon.autoUpdate =
                keys.containsKey("auto_update") ? body.at("auto_update").truth() : addon.autoUpdate;
        addon.watchdog = keys.containsKey("watchdog") ? body.at("watchdog").truth() : addon.watchdog;
        addon.network = keys.containsKey("network") ? body.at("network").tree() : addon.network;
        addon.ingressPanel =
                keys.containsKey("ingress_panel") ? body.at("ingress_panel").truth() : addon.ingressPanel;
        return FakeReply.ok();
    }

    private FakeReply validate(List<String> parts, FakeCall call) {
        var addon = installed(parts.get(1));
        var objection = addon.validatesInVain ? Optional.<String>empty() : addon.objection(call.json());
        return FakeReply.ok(Tree.map()
                .put("message", objection.orElse(""))
                .put("valid", Tree.literal(objection.isEmpty()))
                .put("pwned", Tree.literal(false))
                .build());
    }
}
