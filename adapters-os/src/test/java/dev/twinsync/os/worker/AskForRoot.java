package dev.twinsync.os.worker;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.Self;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Elevation.Answer;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A program of its own, for what twin does when an ordinary user runs it. */
final class AskForRoot {

    static final Supplies SUPPLIES = new Supplies(
            path -> {
                throw new IOException("there is no content at " + path);
            },
            List::of,
            Backups.USUAL_DAYS);

    private AskForRoot() {}

    /** @param argv the manner of the root side */
    public static void main(String[] argv) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var worker = List.of(java, "-cp", classes, ChildWorker.class.getName(), argv[0], "/run");
        var repository = Path.of("/home/alice/device");
        var elevation = new SudoElevation(worker, Self.ofThisProcess(), repository, SUPPLIES);
        switch (elevation.ask(Duration.ZERO)) {
            case Answer.Denied(var reason) -> System.out.println("denied: " + reason);
            case Answer.Busy(var holder) -> System.out.println("busy: " + holder);
            case Answer.Granted(var root) -> {
                try (root) {
                    var packages = root.backend("test", new Packages());
                    System.out.println(packages.observe(new Scope.Only(Set.of("world"))));
                    var htop = new PackageAction.Hold(new PackageName("htop"));
                    System.out.println(packages.apply(List.of(htop), Progress.SILENT));
                }
                System.out.println("closed");
            }
        }
    }
}
