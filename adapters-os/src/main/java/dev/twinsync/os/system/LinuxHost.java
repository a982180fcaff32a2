package dev.twinsync.os.system;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files in which a Linux system describes itself. */
public final class LinuxHost implements HostFacts {

    /** Goes into the digest, so that another program's digest of the same machine id is another one. */
    private static final String SALT = "dev.twinsync host 1:";

    private final CommandRunner runner;
    private final Path root;

    public LinuxHost(CommandRunner runner) {
        this(runner, Path.of("/"));
    }

    /** @param root the folder that stands for {@code /} */
    LinuxHost(CommandRunner runner, Path root) {
        this.runner = runner;
        this.root = root;
    }

    @Override
    public Answer<SystemFacts> facts() {
        var os = read("etc/os-release", "usr/lib/os-release");
        var kernel = read("proc/sys/kernel/osrelease");
        var hostname = read("etc/hostname").flatMap(LinuxHost::name).or(() -> read("proc/sys/kernel/hostname"));
        if (os.isEmpty()) {
            return new Answer.Unknown<>(
                    "which system this is: neither /etc/os-release nor /usr/lib/os-release can be read");
        }
        if (kernel.isEmpty()) {
            return new Answer.Unknown<>(
                    "which kernel runs: /proc/sys/kernel/osrelease cannot be read; is /proc mounted?");
        }
        if (hostname.isEmpty()) {
            return new Answer.Unknown<>("what this machine is called: /etc/hostname cannot be read or is empty");
        }
        var distribution = OsRelease.parse(os.get()).distribution();
        return new Answer.Known<>(new SystemFacts(distribution, kernel.get(), hostname.get(), architecture()));
    }

    @Override
    public Answer<Digest> identity() {
        return read("etc/machine-id")
                .filter(id -> id.matches("[0-9a-f]{32}"))
                .<Answer<Digest>>map(id -> new Answer.Known<>(digest(id)))
                .orElseGet(() -> new Answer.Unknown<>(
                        "this machine has no id in /etc/machine-id; run: sudo systemd-machine-id-setup"));
    }

    /** What {@link #identity} gives for the machine with this id. */
    public static Digest digest(String machineId) {
        return Sha256.of((SALT + machineId).getBytes(StandardCharsets.UTF_8));
    }

    /** hostname(5) allows remarks around the name. */
    private static Optional<String> name(String file) {
        return file.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst();
    }

    /** The first of these files that says something. */
    private Optional<String> read(String... paths) {
        return Stream.of(paths)
                .map(root::resolve)
                .map(LinuxHost::content)
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<String> content(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Dpkg's word, for it is what packages are called by; a Java's where there is no dpkg. */
    private String architecture() {
        return switch (runner.run(Command.of("dpkg", "--print-architecture"))) {
            case Result.Ended ended
            when ended.exit() == 0 && !ended.text().isBlank() -> ended.text().strip();
            case Result _ -> named(System.getProperty("os.arch"));
        };
    }

    private static String named(String java) {
        return java.equals("aarch64") ? "arm64" : java;
    }
}
