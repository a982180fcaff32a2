package dev.twinsync.domain.packages;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Present;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.domain.packages.PackageAction.Hold;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.MarkAutomatic;
import dev.twinsync.domain.packages.PackageAction.MarkManual;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageAction.Unhold;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How packages look in documents. */
final class PackageShapes {

    private PackageShapes() {}

    static final Shape<DesiredPackage> DESIRED = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Present.class, present()),
                    new Variant<>("absent", Absent.class, absent())));

    static final Shape<LivePackage> LIVE = live();

    static final Shape<PackageAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("install", Install.class, install()),
                    new Variant<>("change-version", ChangeVersion.class, changeVersion()),
                    new Variant<>("remove", Remove.class, named(Remove::name, Remove::new)),
                    new Variant<>("hold", Hold.class, named(Hold::name, Hold::new)),
                    new Variant<>("unhold", Unhold.class, named(Unhold::name, Unhold::new)),
                    new Variant<>("mark-manual", MarkManual.class, named(MarkManual::name, MarkManual::new)),
                    new Variant<>(
                            "mark-automatic", MarkAutomatic.class, named(MarkAutomatic::name, MarkAutomatic::new))));

    private static RecordShape<Present> present() {
        var name = required("name", PackageName.SHAPE, Present::name);
        var source = withDefault("source", Shape.word(Source.class), Source.APT, Present::source);
        var version = optional("version", PackageVersion.SHAPE, Present::version);
        var hold = optional("hold", Shape.truth(), Present::hold);
        var automatic = withDefault("automatic", Shape.truth(), false, Present::automatic);
        return new RecordShape<>(
                List.of(name, source, version, hold, automatic),
                line -> new Present(
                        line.get(name), line.get(source), line.get(version), line.get(hold), line.get(automatic)));
    }

    private static RecordShape<Absent> absent() {
        var name = required("name", PackageName.SHAPE, Absent::name);
        var source = withDefault("source", Shape.word(Source.class), Source.APT, Absent::source);
        return new RecordShape<>(List.of(name, source), line -> new Absent(line.get(name), line.get(source)));
    }

    private static RecordShape<LivePackage> live() {
        var name = required("name", PackageName.SHAPE, LivePackage::name);
        var status = withDefault("status", Shape.word(Status.class), Status.INSTALLED, LivePackage::status);
        var version = optional("version", PackageVersion.SHAPE, LivePackage::version);
        var automatic = withDefault("automatic", Shape.truth(), false, LivePackage::automatic);
        var hold = withDefault("hold", Shape.truth(), false, LivePackage::hold);
        var guard = optional("guard", Shape.text(), LivePackage::guard);
        return new RecordShape<>(
                List.of(name, status, version, automatic, hold, guard),
                line -> new LivePackage(
                        line.get(name),
                        line.get(status),
                        line.get(version),
                        line.get(automatic),
                        line.get(hold),
                        line.get(guard)));
    }

    private static RecordShape<Install> install() {
        var name = required("name", PackageName.SHAPE, Install::name);
        var version = optional("version", PackageVersion.SHAPE, Install::version);
        return new RecordShape<>(List.of(name, version), line -> new Install(line.get(name), line.get(version)));
    }

    private static RecordShape<ChangeVersion> changeVersion() {
        var name = required("name", PackageName.SHAPE, ChangeVersion::name);
        var version = required("version", PackageVersion.SHAPE, ChangeVersion::version);
        return new RecordShape<>(List.of(name, version), line -> new ChangeVersion(line.get(name), line.get(version)));
    }

    private static <A> RecordShape<A> named(Function<A, PackageName> getter, Function<PackageName, A> constructor) {
        var name = required("name", PackageName.SHAPE, getter);
        return new RecordShape<>(List.of(name), line -> constructor.apply(line.get(name)));
    }
}
