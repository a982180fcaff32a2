package dev.twinsync.os.homeassistant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a machine, as {@code /proc} shows them. What ends meanwhile, or is hidden from this user, is not there. */
record Processes(Machine machine) {

    private static final String HINT = "hass";
    private static final String OTHER_HINT = "homeassistant";
    private static final int LONGEST_LINE = 1 << 16;

    List<HassProcess> ofHomeAssistant() {
        return machine.entries(machine.place("/proc"), "[0-9]*").stream()
                .flatMap(folder -> hass(folder).stream())
                .toList();
    }

    private Optional<HassProcess> hass(Path folder) {
        try {
            var line = commandLine(folder);
            if (!line.contains(HINT) && !line.contains(OTHER_HINT)) {
                return Optional.empty();
            }
            var command = HassCommand.of(List.of(line.split("\0")));
            return command.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HassProcess(
                            Integer.parseInt(folder.getFileName().toString()),
                            status(folder, "Uid:"),
                            command.get(),
                            cgroup(folder),
                            workingFolder(folder)));
        } catch (IOException | NumberFormatException ended) {
            return Optional.empty();
        }
    }

    private static String commandLine(Path folder) throws IOException {
        try (var file = Files.newInputStream(folder.resolve("cmdline"))) {
            return new String(file.readNBytes(LONGEST_LINE), StandardCharsets.UTF_8);
        }
    }

    /** The first number behind a heading of {@code status}. */
    private static int status(Path folder, String heading) throws IOException {
        return Files.readAllLines(folder.resolve("status"), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith(heading))
                .map(line -> line.substring(heading.length()).strip().split("\\s+")[0])
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new IOException(folder + "/status has no line " + heading));
    }

    /** Of the groups that a process is in, the one that systemd made: in a container, the other hierarchy may have nothing in it. */
    private static String cgroup(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("cgroup"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("0::") || line.contains(":name=systemd:"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .filter(group -> !group.equals("/"))
                .findFirst()
                .orElse("");
    }

    private static Optional<Path> workingFolder(Path folder) {
        try {
            return Optional.of(Files.readSymbolicLink(folder.resolve("cwd")));
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }

    /** Whether a process is the other one, or was begun by it or by one that it began, and works for the same user. */
    boolean comesFrom(HassProcess process, int ancestor) {
        try {
            return process.pid() == ancestor
                    || process.uid() == status(folder(ancestor), "Uid:")
                            && parents(process.pid()).anyMatch(pid -> pid == ancestor);
        } catch (IOException ended) {
            return false;
        }
    }

    private Stream<Integer> parents(int pid) {
        return Stream.iterate(parent(pid), parent -> parent > 1, this::parent);
    }

    private int parent(int pid) {
        try {
            return status(folder(pid), "PPid:");
        } catch (IOException ended) {
            return 0;
        }
    }

    private Path folder(int pid) {
        return machine.place("/proc/" + pid);
    }
}
