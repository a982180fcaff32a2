package dev.twinsync.os.worker;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A program of its own: a root side that works, and some that do not. */
final class ChildWorker implements Backend<LivePackage, PackageAction> {

    private final String manner;

    private ChildWorker(String manner) {
        this.manner = manner;
    }

    /** @param argv its manner, and a folder that it may write to */
    public static void main(String[] argv) throws IOException {
        switch (argv[0]) {
            case "refuses" -> System.err.println("sudo: a password is required");
            case "mumbles" -> System.out.println("Last login: yesterday");
            case "newer" -> System.out.println("{\"say\":\"greeting\",\"protocol\":2,\"twin\":\"9\",\"more\":true}");
            case "holds" -> hold(Path.of(argv[1]));
            default -> serve(argv[0], Path.of(argv[1]));
        }
    }

    private static void hold(Path folder) throws IOException {
        switch (new KernelLock(folder.resolve("lock")).take(Duration.ZERO)) {
            case MachineLock.Answer.Taken _ -> serve("works", folder);
            case MachineLock.Answer.Busy(var holder) -> WorkerServer.turnAway(System.out, holder);
        }
    }

    private static void serve(String manner, Path folder) throws IOException {
        var hosted = new Hosted<>(new Packages(), new ChildWorker(manner));
        try (var handover =
                new Handover(folder.resolve("of-" + ProcessHandle.current().pid()), 1)) {
            new WorkerServer("test", _ -> Map.of("test", hosted), new Kept(), handover).serve(System.in, System.out);
        }
    }

    /** What it knows of the world. */
    @Override
    public Observation<LivePackage> observe(Scope scope) {
        if (scope.equals(new Scope.Only(Set.of("world")))) {
            return new Observation.Unavailable<>(ProcessHandle.current().pid() + " " + ignoredSignals() + " "
                    + System.getenv().keySet().stream().sorted().collect(Collectors.joining(",")));
        }
        return new Observation.Seen<>(List.of());
    }

    private static String ignoredSignals() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .findFirst()
                    .orElseThrow()
                    .substring(8);
        } catch (IOException noProc) {
            throw new AssertionError(noProc);
        }
    }

    @Override
    public Attempt apply(List<PackageAction> transaction, Progress progress) {
        progress.at(10, "begun");
        switch (manner) {
            case "dies" -> {
                System.err.println("the machine is on fire");
                Runtime.getRuntime().halt(7);
            }
            case "babbles" -> System.out.println("{\"say\":\"needed\",\"contents\":[]}");
            default -> progress.at(100, "done");
        }
        return new Attempt.Ran();
    }
}
