package dev.twinsync.cli.kill;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Furnishes a device with old files, and its repository with what is wished: something of every kind, and a plan of it. */
final class Wish {

    static final Digest HOST = new Digest("sha256:" + "1".repeat(64));

    private Wish() {}

    static void furnish(Device device) throws IOException {
        Files.createDirectories(device.machine());
        Files.writeString(device.machine().resolve("replaced"), "old");
        var deleted = Files.writeString(device.machine().resolve("deleted"), "old");
        Files.setAttribute(deleted, "user:colour", bytes("red"));
        Files.createSymbolicLink(device.machine().resolve("link"), java.nio.file.Path.of("/old"));
        var twin = device.twin(new Doom(Doom.NEVER));
        twin.repo().create(files(device.machine().toString()));
        plan(twin);
    }

    static long plan(Twin twin) throws IOException {
        return switch (twin.view().survey().forPlan()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = MakePlan.ofState(twin.view(), false)
                        .plan(looks, Selection.EVERYTHING, twin.repo().head());
                yield new SavePlan(twin).save(plan, Duration.ofHours(1)).plan().actionCount();
            }
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> throw new IOException(problems.toString());
        };
    }

    private static Map<String, byte[]> files(String machine) {
        return Map.of(
                        "config.yaml", bytes(""),
                        "filesystem/new", bytes("new"),
                        "state/packages.yaml",
                                bytes("packages:\n  - {name: git}\n  - {name: htop, hold: true}\n"
                                        + "  - {name: nano, ensure: absent}\n"),
                        "state/files.yaml",
                                bytes("files:\n"
                                        + "  - {path: M/made, type: directory}\n"
                                        + "  - {path: M/replaced, twin_path: filesystem/new, notify: [web.service]}\n"
                                        + "  - {path: M/deleted, ensure: absent}\n"
                                        + "  - {path: M/link, type: symlink, target: /new}\n"),
                        "state/services.yaml",
                                bytes("services:\n  - {name: a.service, enabled: false, running: false}\n"),
                        "state/cron.yaml",
                                bytes("entries:\n"
                                        + "  - {id: added, user: alice, schedule: 2 2 * * *, command: /bin/true}\n"
                                        + "  - {id: old, user: alice, ensure: absent}\n"))
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> bytes(
                                new String(entry.getValue(), StandardCharsets.UTF_8).replace("M/", machine + "/"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
