package dev.twinsync.os.packages;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Present;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Real apt and dpkg on the lab machine do what the kind foretells. */
@Tag("lab")
class DebianPackagesContractTest extends BackendContract<DesiredPackage, LivePackage, PackageAction> {

    private final DebianPackages backend = new DebianPackages(new SystemCommandRunner());

    @BeforeEach
    @AfterEach
    void a_machine_without_toys() {
        Toys.forget();
    }

    @Override
    protected Kind<DesiredPackage, LivePackage, PackageAction> kind() {
        return new Packages();
    }

    @Override
    protected Backend<LivePackage, PackageAction> backend() {
        return backend;
    }

    private static DesiredPackage present(String name, Optional<String> version, Optional<Boolean> hold, boolean auto) {
        return new Present(new PackageName(name), Source.APT, version.map(PackageVersion::new), hold, auto);
    }

    private static DesiredPackage present(String name) {
        return present(name, Optional.empty(), Optional.empty(), false);
    }

    private static DesiredPackage absent(String name) {
        return new Absent(new PackageName(name), Source.APT);
    }

    private static Optional<String> at(String version) {
        return Optional.of(version);
    }

    @Override
    protected List<List<DesiredPackage>> journey() {
        var held = Optional.of(true);
        var free = Optional.of(false);
        Optional<Boolean> any = Optional.empty();
        return List.of(
                // exactly this version; with a hold and with a mark from the start
                List.of(
                        present("twin-toy", at("1.0"), any, false),
                        present("twin-toy-conf", Optional.empty(), held, false),
                        present("twin-toy-svc", Optional.empty(), any, true)),
                // up, and held; free again; manual again
                List.of(
                        present("twin-toy", at("1.1"), held, false),
                        present("twin-toy-conf", Optional.empty(), free, false),
                        present("twin-toy-svc", Optional.empty(), any, false)),
                // down while held stays held; what depends on it comes along
                List.of(present("twin-toy", at("1.0"), held, false), present("twin-toy-dep")),
                // automatic and changed in one go
                List.of(present("twin-toy", at("1.1"), free, true)),
                // a change of version keeps it automatic
                List.of(present("twin-toy", at("1.0"), free, true)),
                // an exchange of two that cannot stand each other, and more, in one transaction
                List.of(
                        absent("twin-toy"),
                        absent("twin-toy-dep"),
                        absent("twin-toy-conf"),
                        present("twin-toy-conflict")),
                // what was removed comes back; its configuration was left
                List.of(present("twin-toy-conf"), absent("twin-toy-conflict"), absent("twin-toy-svc")),
                List.of(absent("twin-toy-conf")));
    }
}
