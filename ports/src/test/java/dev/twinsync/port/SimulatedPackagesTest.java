package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Present;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import java.util.List;
import java.util.Optional;

public class SimulatedPackagesTest extends BackendContract<DesiredPackage, LivePackage, PackageAction> {

    private static final PackageName HTOP = new PackageName("htop");
    private final Packages packages = new Packages();
    private final Backend<LivePackage, PackageAction> backend = new Simulated<>(packages, List.of());

    @Override
    protected Kind<DesiredPackage, LivePackage, PackageAction> kind() {
        return packages;
    }

    @Override
    protected Backend<LivePackage, PackageAction> backend() {
        return backend;
    }

    @Override
    protected List<List<DesiredPackage>> journey() {
        return List.of(
                List.of(new Present(HTOP, Source.APT, Optional.empty(), Optional.of(true), false)),
                List.of(new Present(HTOP, Source.APT, Optional.empty(), Optional.of(false), false)),
                List.of(new Absent(HTOP, Source.APT)));
    }
}
