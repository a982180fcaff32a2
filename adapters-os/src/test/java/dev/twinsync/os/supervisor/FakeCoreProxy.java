package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** Home Assistant itself, behind the Supervisor. It has no envelope. */
record FakeCoreProxy(FakeHouse house, FakeSwitches switches, FakeConfig config) {

    private static final String BELOW = "core/api/";

    static boolean isOne(FakeCall call) {
        return call.path().equals("core/api") || call.path().startsWith(BELOW);
    }

    /** @param knowsToken whether the header Authorization holds it, which is the only one that is read here */
    FakeReply answer(FakeCall call, boolean knowsToken) {
        if (!knowsToken || switches.noCoreApi) {
            throw FakeReply.plain(401);
        }
        if (switches.coreDown || !house.coreRuns) {
            throw FakeReply.plain(502);
        }
        return switch (call.method() + " " + call.path().replaceFirst("core/api/?", "")) {
            case "GET " -> FakeReply.raw(200, FakeReply.tree("{\"message\":\"API running.\"}"));
            case "GET config" ->
                FakeReply.raw(
                        200,
                        FakeReply.tree(
                                "{\"version\":" + FakeReply.quote(house.core)
                                        + ",\"state\":\"RUNNING\",\"config_dir\":\"/config\",\"components\":[],\"safe_mode\":false}"));
            case "GET services" -> FakeReply.raw(200, services());
            case "POST config/core/check_config" -> FakeReply.raw(200, check());
            case String _ -> service(call).orElseThrow(() -> FakeReply.plain(404));
        };
    }

    private static Tree services() {
        return FakeReply.tree("""
                [{"domain":"homeassistant","services":{"restart":{},"check_config":{},"reload_all":{},"reload_core_config":{},
                "reload_custom_templates":{}}},{"domain":"automation","services":{"reload":{},"trigger":{}}},
                {"domain":"script","services":{"reload":{}}},{"domain":"scene","services":{"reload":{}}},
                {"domain":"frontend","services":{"reload_themes":{}}},{"domain":"shell_command","services":{"beep":{}}}]""");
    }

    private Optional<String> faults() {
        return switches.failCheck.isEmpty() ? config.faults() : Optional.of(switches.failCheck);
    }

    private Tree check() {
        return Tree.map()
                .put("result", faults().isEmpty() ? "valid" : "invalid")
                .put("errors", faults().map(Tree::text).orElse(Tree.literal("")))
                .put("warnings", Tree.literal(""))
                .build();
    }

    private Optional<FakeReply> service(FakeCall call) {
        return call.match("POST", "core/api/services/*/*").map(parts -> {
            call.json();
            var name = parts.get(3) + "." + parts.get(4);
            if (!services().inline().contains(parts.get(3) + ", services: ")
                    || !services().inline().contains(parts.get(4) + ": {}")) {
                throw FakeReply.plain(400);
            }
            if (name.matches("homeassistant\\.(restart|reload_all)") && faults().isPresent()) {
                throw FakeReply.textual(500, "500 Internal Server Error\n\nServer got itself in trouble");
            }
            house.done.add(name);
            return FakeReply.raw(200, Tree.list(List.of()));
        });
    }
}
