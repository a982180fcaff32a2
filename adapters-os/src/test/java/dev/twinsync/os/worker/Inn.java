package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.port.Backups;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.WishedContent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine of a test, in a thread, that serves the twin of another one. */
final class Inn implements Reception, AutoCloseable {

    static final SecureShell SHELL =
            new SecureShell(HostAddress.of("alice@box"), List.of("/usr/bin/ssh"), Optional.empty(), false);
    static final Reception.Order ORDER =
            new Reception.Order(CaptureRules.DEFAULT, Duration.ofSeconds(60), Optional.empty(), 365);
    static final NamedPrograms NO_PROGRAMS =
            new NamedPrograms(new PluginFolders(List.of(), Optional.empty(), 0, 0, Path.of("/")), Self.ofThisProcess());
    static final Digest IDENTITY = new Digest("sha256:" + "7".repeat(64));

    private final Map<String, Hosted<?, ?>> plugins;
    private final Map<String, Readable> contents;
    private final Map<String, LogSource> logs;
    private final NamedPrograms programs;
    private final Nearby nearby;
    final OtherHost host;

    /** Who has the lock of the machine; empty: nobody. */
    Optional<String> holder = Optional.empty();

    /** What the guest said; set once it was let in. */
    Order order;

    Inn(
            Map<String, Hosted<?, ?>> plugins,
            Map<String, Readable> contents,
            Backups backups,
            Path folder,
            WishedContent content)
            throws IOException {
        this(plugins, contents, Map.of(), NO_PROGRAMS, backups, folder, content);
    }

    Inn(
            Map<String, Hosted<?, ?>> plugins,
            Map<String, Readable> contents,
            Map<String, LogSource> logs,
            NamedPrograms programs,
            Backups backups,
            Path folder,
            WishedContent content)
            throws IOException {
        this.plugins = plugins;
        this.contents = contents;
        this.logs = logs;
        this.programs = programs;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var handover = Handover.ofThisProcess(folder.resolve("visits"), 1 << 22);
        nearby = new Nearby(WorkerServer.forGuest("test", this, backups, handover));
        host = OtherHost.visit(SHELL, ORDER, content, nearby.conversation());
    }

    Conversation conversation() {
        return nearby.conversation();
    }

    /** The connection is cut. */
    void cut() {
        nearby.dismiss();
    }

    @Override
    public String user() {
        return "alice";
    }

    @Override
    public HostFacts machine() {
        return new HostFacts() {
            @Override
            public Answer<SystemFacts> facts() {
                return new Answer.Unknown<>("it is only a test");
            }

            @Override
            public Answer<Digest> identity() {
                return new Answer.Known<>(IDENTITY);
            }
        };
    }

    @Override
    public MachineLock lock() {
        return _ -> {
            if (holder.isPresent()) {
                return new MachineLock.Answer.Busy(holder.get());
            }
            holder = Optional.of("the guest");
            Closeable held = () -> holder = Optional.empty();
            return new MachineLock.Answer.Taken(held);
        };
    }

    @Override
    public House open(Order order, WishedContent content) {
        this.order = order;
        return new House(plugins, contents, logs, programs, List.of("containers.podman"), true);
    }

    @Override
    public void close() {
        host.close();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
