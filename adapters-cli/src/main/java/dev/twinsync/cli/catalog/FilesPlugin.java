package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.flow.content.FileContents;
import dev.twinsync.flow.secrecy.DiscreetFiles;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.files.UnitReload;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.Reception.Readable;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.ScanningGate;
import java.util.Optional;

/** The files of a machine. What they hold stands in the repository beside the wishes. */
record FilesPlugin(String name) implements BuiltIn {

    @Override
    public Kind<?, ?, ?> kind() {
        return new Files();
    }

    @Override
    public Equipped<?, ?, ?> equipped(Equipment with) {
        var files = new DiscreetFiles(mirror(with.machine()), new ScanningGate(with.redaction()));
        return Equipped.of(name, new Files(), files, FileContents.of(with.repo(), files));
    }

    @Override
    public Hosted<?, ?> hosted(Machine.Here here) {
        return new Hosted<>(new Files(), mirror(here));
    }

    @Override
    public Optional<Readable> contents(Machine.Here here) {
        var files = mirror(here);
        return Optional.of(key -> files.open(GuestReception.named(() -> new TargetPath(key))));
    }

    private FileMirror mirror(Machine machine) {
        return machine.make(
                here -> new MirroredFiles(
                        here.content(),
                        here.backups(),
                        here.rules(),
                        here.repository(),
                        here.commands(),
                        here.known(),
                        UnitReload.ofTheMachine(here.commands())),
                host -> host.files(name));
    }
}
